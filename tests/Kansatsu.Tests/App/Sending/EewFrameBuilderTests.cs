using Kansatsu.App.Sending;
using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.Tests.App.Sending;

public class EewFrameBuilderTests
{
    const string Telegram = "37 03 00 080614090800 C11\n080614090721\nND20080614090756 NCN001 JD////////////// JN///\n213 N391 E1409 010 41 03 RK662// RT00/// RC/////\n9999=\n";

    static readonly EewFrameBuilder s_seed = new() { Service = 3, Date = "20080614", Counter = 25, Sequence = 42504 };

    [Fact]
    public void The_telegram_of_2008_is_built_byte_for_byte() => Assert.Contains(Convert.ToHexString(s_seed.Data(Telegram)), Payloads(252));

    [Fact]
    public void The_keep_alives_of_2008_are_built_byte_for_byte()
    {
        Assert.Contains(Convert.ToHexString((s_seed with { Service = 1 }).KeepAlive()), Payloads(48));
        Assert.Contains(Convert.ToHexString(s_seed.KeepAlive()), Payloads(48));
    }

    [Fact]
    public void What_shall_be_wrong_is_wrong_and_nothing_else()
    {
        var right = s_seed.Data(Telegram);
        Assert.All(Differences(right, (s_seed with { HasWrongChecksum = true }).Data(Telegram)), i => Assert.InRange(i, 68, 69));
        Assert.All(Differences(right, (s_seed with { LengthError = 4 }).Data(Telegram)), i => Assert.InRange(i, 0, 3));
        Assert.Contains(62, Differences(right, (s_seed with { IsTest = true }).Data(Telegram)));
    }

    static List<int> Differences(byte[] one, byte[] other) => [.. Enumerable.Range(0, one.Length).Where(i => one[i] != other[i])];

    static HashSet<string> Payloads(int length)
    {
        var payloads = new HashSet<string>(StringComparer.Ordinal);
        using var captures = CaptureSet.Open([Call.Sample]);
        var dissector = new Dissector();
        while (captures.TryRead(out var frame))
        {
            var d = dissector.Dissect(frame);
            if (d.Transport >= 0 && d[d.Transport].Kind == LayerKind.Udp && d[d.Transport].PayloadLength == length) payloads.Add(Convert.ToHexString(d.PayloadOf(d[d.Transport])));
        }

        return payloads;
    }
}

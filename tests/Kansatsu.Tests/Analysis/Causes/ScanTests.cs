using System.Buffers.Binary;
using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Causes;

public class ScanTests
{
    const string Home = "2a00:1::10";
    const string Away = "2600:1::80";

    static Scene AtHome() => Scene.WithHome("2a00:1::/64", "198.51.100.0/24").Icmpv6("fe80::99", "ff02::1", "8600 0000 4000 0708 00000000 00000000", mac: Scene.RouterMac).Wait(60);

    [Fact]
    public void Many_subnets_of_one_site_that_sweep_together_are_one_actor()
    {
        var scene = AtHome();
        for (var i = 0; i < 40; i++) scene.Syn($"2600:1:0:{i + 1:x}::1", 50_000, $"2a00:1::{i + 1:x}", 22);
        var cause = scene.Explain(1);
        Assert.Equal((CauseKind.Scan, Confidence.Certain), (cause.Kind, cause.Confidence));
        Assert.StartsWith("many networks of one /48 together try many addresses", cause.Detail);
        Assert.Contains(cause.Evidence, evidence => evidence.Says.Contains("2600:1::/48"));
    }

    [Fact]
    public void Sites_of_one_provider_are_one_actor_only_when_they_act_alike()
    {
        var alike = AtHome();
        var unlike = AtHome();
        for (var i = 0; i < 40; i++)
        {
            alike.Syn($"2600:1:{i + 1:x}::1", 50_000, $"2a00:1::{i + 1:x}", 22);
            unlike.Syn($"2600:1:{i + 1:x}::1", 50_000, $"2a00:1::{i + 1:x}", 1_000 + i);
        }

        Assert.StartsWith("many networks of one /32 together", alike.Explain(1).Detail);
        Assert.StartsWith("a single try", unlike.Explain(1).Detail);
    }

    [Fact]
    public void Targets_one_after_the_other_are_told_with_their_pattern()
    {
        var scene = AtHome();
        for (var i = 0; i < 40; i++) scene.Syn(Away, 50_000, $"2a00:1::{i + 1:x}", 22);
        Assert.Equal("one source tries many addresses, low numbers, in ascending order", scene.Explain(1).Detail);
    }

    [Fact]
    public void Random_targets_that_are_there_were_known_before()
    {
        var scene = AtHome();
        for (var i = 0; i < 12; i++)
        {
            var target = $"2a00:1::{0x8f3a + (i * 977):x}:91c2:e07b:{0x55d1 + (i * 331):x}";
            scene.Syn(Away, 50_000, target, 22).Refuse(Away, 50_000, target, 22);
        }

        Assert.Contains("hit list", scene.Explain(1).Detail);
    }

    [Theory]
    [InlineData(1024, "020405b4", ProbeTrait.RawSyn)]
    [InlineData(1025, "020405b4", ProbeTrait.Masscan)]
    [InlineData(1024, "020405b40402080a0000000000000000", ProbeTrait.None)]
    [InlineData(64240, "020405b4", ProbeTrait.None)]
    public void A_raw_syn_betrays_its_tool(int window, string options, ProbeTrait trait) =>
        Assert.Equal(trait, TraitOf(AtHome().Send(Away, Home, 6, Segment(TcpFlags.Syn, window, options))));

    [Theory]
    [InlineData((TcpFlags)0, ProbeTrait.NullFlags)]
    [InlineData(TcpFlags.Fin | TcpFlags.Psh | TcpFlags.Urg, ProbeTrait.Xmas)]
    public void Flags_that_no_system_sends_are_a_scan(TcpFlags flags, ProbeTrait trait)
    {
        var scene = AtHome().Send(Away, Home, 6, Segment(flags, 1024, ""));
        Assert.Equal(trait, TraitOf(scene));
        Assert.Equal((CauseKind.Scan, Confidence.Likely), (scene.Explain(1).Kind, scene.Explain(1).Confidence));
    }

    [Fact]
    public void Zmap_masscan_and_mirai_are_known_by_numbers_of_ipv4_and_tcp()
    {
        const uint Target = 0xc633_640a;
        Assert.Equal(ProbeTrait.Zmap, TraitOf(Ipv4(54321, 0x1234_5678)));
        Assert.Equal(ProbeTrait.Mirai, TraitOf(Ipv4(7, Target)));
        Assert.Equal(ProbeTrait.Masscan, TraitOf(Ipv4(unchecked((ushort)(Target ^ 23 ^ 0x0102_0304)), 0x0102_0304)));
        Assert.Equal(ProbeTrait.None, TraitOf(Ipv4(7, 0x0102_0304)));
        var cause = Ipv4(54321, 0x1234_5678).Explain(1);
        Assert.Equal((Confidence.Likely, "a single try with ZMap"), (cause.Confidence, cause.Detail));
        Assert.Contains(cause.Evidence, evidence => evidence is { Rung: "trait", Packets: [2] });
    }

    [Theory]
    [InlineData("8000 0000 dead beef 0000000000000000", ProbeTrait.Thc)]
    [InlineData("8000 0000 1234 0001 79727036 00000000", ProbeTrait.Yarrp)]
    [InlineData("8000 0000 1234 0001 0000000000000000", ProbeTrait.None)]
    public void Echo_requests_betray_their_tool(string message, ProbeTrait trait) => Assert.Equal(trait, TraitOf(AtHome().Icmpv6(Away, Home, message, hopLimit: 50)));

    [Fact]
    public void An_unknown_destination_option_before_an_echo_request_provokes_an_error()
    {
        var scene = AtHome().Send(Away, Home, 60, Convert.FromHexString("3a0080040102030480000000123400000000000000000000"));
        Assert.Equal(ProbeTrait.UnknownOption, TraitOf(scene));
        Assert.Contains("scan6", scene.Explain(1).Detail);
    }

    [Fact]
    public void A_datagram_with_hardly_any_hops_left_looks_for_the_way()
    {
        var cause = AtHome().Udp(Away, 40_000, Home, 33_440, "x"u8, hopLimit: 1).Explain(1);
        Assert.Equal((CauseKind.Scan, "somebody looks for the way here with traceroute"), (cause.Kind, cause.Detail));
    }

    static ProbeTrait TraitOf(Scene scene) => scene.Observer.Flows[scene.Observer.Flows.Count - 1].Trait;

    static byte[] Segment(TcpFlags flags, int window, string options)
    {
        var optionBytes = Convert.FromHexString(options);
        var segment = new byte[20 + optionBytes.Length];
        BinaryPrimitives.WriteUInt16BigEndian(segment, 50_000);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), 23);
        segment[4] = 1;
        segment[12] = (byte)(segment.Length / 4 << 4);
        segment[13] = (byte)flags;
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(14), (ushort)window);
        optionBytes.CopyTo(segment.AsSpan(20));
        return segment;
    }

    static Scene Ipv4(ushort identification, uint sequence)
    {
        var frame = Convert.FromHexString("0200000000ff020000000001080045000028000000004006000008080808c633640a" + Convert.ToHexString(Segment(TcpFlags.Syn, 65535, "")));
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(18), identification);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(38), sequence);
        return AtHome().Frame(frame);
    }
}

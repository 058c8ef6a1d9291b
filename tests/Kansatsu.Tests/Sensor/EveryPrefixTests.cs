using Kansatsu.Sensor;
using Kansatsu.Wire;
using static Kansatsu.Tests.Sensor.Reading;

namespace Kansatsu.Tests.Sensor;

public class EveryPrefixTests
{
    public static TheoryData<string> Names => new(Captures.Keys);

    static readonly Dictionary<string, byte[]> Captures = new(StringComparer.Ordinal)
    {
        ["pcap"] = CaptureBuilder.Pcap(Frame(20), Frame(33), Frame(1)),
        ["nanosecond pcap"] = new CaptureBuilder(true).PcapHeader(0xa1b23c4d).PcapRecord(1, 2, Frame(9)).PcapRecord(1, 2, Frame(90)).ToArray(),
        ["pcapng"] = new CaptureBuilder().Section().Interface(Kansatsu.Wire.LinkType.Ethernet, 0, new CaptureBuilder().Option(2, "eth0"))
            .Names(([192, 0, 2, 1], "a\0")).Enhanced(0, 1, Frame(7), null, new CaptureBuilder().Option(1, "why")).Simple(Frame(4)).Obsolete(0, 1, Frame(3)).ToArray(),
        ["two sections"] = [.. CaptureBuilder.Pcapng(Frame(5)), .. new CaptureBuilder(true).Section().Interface().Enhanced(0, 1, Frame(9)).ToArray()],
        ["snoop"] = OtherContainerTests.Snoop(),
        ["network monitor"] = OtherContainerTests.NetworkMonitor(3),
        ["gzip"] = CaptureBuilder.Gzip(CaptureBuilder.Pcap(Frame(20), Frame(33), Frame(1))),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_capture_cut_anywhere_keeps_its_frames_and_never_throws(string name)
    {
        using var folder = new Folder();
        var whole = Captures[name];
        var all = Plain(whole).Frames;
        Assert.Null(Plain(whole).File.Problem);
        var most = 0;
        for (var length = 0; length < whole.Length; length++)
        {
            var (file, frames) = Plain(whole[..length], folder);
            var (_, piped) = Pipe(whole[..length]);
            Assert.Equal(all.Take(frames.Count).Select(f => f.Bytes), frames.Select(f => f.Bytes));
            if (name != "network monitor") Assert.Equal(frames.Count, piped.Count);
            Assert.True(frames.Count >= most, "a longer prefix has no fewer frames");
            Assert.True(file.Problem is null or { Offset: null } || file.Problem.Offset >= 0);
            most = frames.Count;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_capture_with_any_byte_changed_never_throws(string name)
    {
        var whole = Captures[name];
        foreach (var change in new byte[] { 0x01, 0x80, 0xff })
        {
            for (var at = 0; at < whole.Length; at++)
            {
                var bytes = (byte[])whole.Clone();
                bytes[at] ^= change;
                var (file, frames) = Pipe(bytes);
                Assert.Equal(file.Frames, frames.Count);
                Assert.All(frames, f => Assert.True(f.Bytes.Length <= whole.Length * 4));
            }
        }
    }

    [Fact]
    public void Random_bytes_behind_a_good_beginning_never_throw()
    {
        using var folder = new Folder();
        var random = new Random(6);
        foreach (var whole in Captures.Values)
        {
            for (var round = 0; round < 100; round++)
            {
                var noise = new byte[random.Next(200)];
                random.NextBytes(noise);
                byte[] bytes = [.. whole[..random.Next(whole.Length)], .. noise];
                var (file, frames) = Plain(bytes, folder);
                Assert.Equal(frames.Count, file.Frames);
            }
        }
    }
}

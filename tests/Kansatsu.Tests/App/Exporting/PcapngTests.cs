using System.Diagnostics;
using Kansatsu.Sensor;
using Kansatsu.Tests.Wire.Application;

namespace Kansatsu.Tests.App.Exporting;

public class PcapngTests
{
    [Theory]
    [InlineData("2008-06-14-eew.pcapng")]
    [InlineData("world-ipv6-day.pcap.gz")]
    [InlineData("multicast.pcap")]
    public void Frames_come_out_as_they_went_in(string sample)
    {
        using var exported = new Exported().Of("pcapng", Exported.Sample(sample), "x.pcapng");
        Assert.Equal(Frames(Exported.Sample(sample)), Frames(exported.PathOf("x.pcapng")));
    }

    [Fact]
    public void Every_packet_says_why_it_is_there_behind_what_the_capture_said()
    {
        using var exported = new Exported().Of("pcapng", Call.Sample, "x.pcapng");
        using var captures = CaptureSet.Open([exported.PathOf("x.pcapng")]);
        var comments = new List<string>();
        while (captures.TryRead(out _)) comments.Add(captures.CurrentComment!);
        Assert.Equal(113, comments.Count);
        Assert.Equal("Not listed: reconstructed from the 30 s rhythm. Original: addresses, ports.\nchannel-unjoined: multicast data that nobody here was seen to ask for (likely)", comments[0]);
    }

    [Fact]
    public void Link_types_names_resolutions_and_lengths_are_kept()
    {
        var builder = new CaptureBuilder();
        var frame = UdpFrames.Build(1, 9, "abc"u8);
        var capture = builder.Section()
            .Interface(options: [builder.Option(2, "eth0")])
            .Interface((Kansatsu.Wire.LinkType)101, 2000, builder.Option(2, [.. "caf"u8, 0xe9]), builder.Option(9, [9]))
            .Enhanced(1, 1_500_000_000_123_456_789, frame[14..])
            .Enhanced(0, 1_500_000_000_123_457, frame, original: 1500)
            .Names((new byte[] { 192, 0, 2, 1 }, "named.example\0")).ToArray();
        using var exported = new Exported();
        File.WriteAllBytes(exported.PathOf("in"), capture);
        exported.Of("pcapng", exported.PathOf("in"), "out");
        Assert.Equal(Frames(exported.PathOf("in")), Frames(exported.PathOf("out")));
        using var captures = CaptureSet.Open([exported.PathOf("out")]);
        while (captures.TryRead(out _)) continue;
        Assert.Equal([("caf\udce9", 9, 2000u), ("eth0", 6, 0u)], captures.Files[0].Interfaces.Select(i => (i.Name!, i.TimeDigits, i.SnapLength)));
        Assert.Equal("named.example", Assert.Single(captures.NameRecords).Name);
    }

    [Fact]
    public void Filters_and_spans_choose_packets_and_causes_still_rest_on_all()
    {
        using var exported = new Exported().Of("pcapng", Call.Sample, "x", "--port", "8001", "--since", "2008-06-14T00:13:28Z", "--until", "2008-06-14T00:13:58Z");
        Assert.Equal(3, Frames(exported.PathOf("x")).Count);
    }

    [Fact]
    public void A_capture_may_be_exported_onto_itself()
    {
        using var exported = new Exported();
        File.Copy(Call.Sample, exported.PathOf("x.pcapng"));
        exported.Of("pcapng", exported.PathOf("x.pcapng"), "x.pcapng");
        Assert.Equal(Frames(Call.Sample), Frames(exported.PathOf("x.pcapng")));
        Assert.Equal(exported.PathOf("x.pcapng"), Assert.Single(Directory.GetFiles(exported.Folder)));
    }

    [Fact]
    public void Standard_input_is_read_twice_too()
    {
        using var exported = new Exported().Of("pcapng", Call.Sample, "file");
        using var input = File.OpenRead(Call.Sample);
        Assert.Equal(0, Call.Of(input, "export", "pcapng", "-", "-o", exported.PathOf("piped")).Code);
        Assert.Equal(exported.Bytes("file"), exported.Bytes("piped"));
    }

    [Fact]
    public void Wireshark_shows_the_comments()
    {
        if (!File.Exists("/usr/bin/tshark")) return;
        using var exported = new Exported().Of("pcapng", Exported.Sample("world-ipv6-day.pcap.gz"), "x.pcapng", "--port", "53");
        var start = new ProcessStartInfo("/usr/bin/tshark", ["-r", exported.PathOf("x.pcapng"), "-T", "fields", "-e", "frame.comment"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var tshark = Process.Start(start)!;
        var lines = tshark.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        tshark.WaitForExit();
        Assert.Equal(Frames(exported.PathOf("x.pcapng")).Count, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"^[a-z-]+: .+ \((guess|likely|certain)\)$", line));
    }

    static List<(long Time, int Original, int LinkType, string Bytes)> Frames(string path)
    {
        using var captures = CaptureSet.Open([path]);
        var frames = new List<(long, int, int, string)>();
        while (captures.TryRead(out var frame)) frames.Add((frame.Timestamp.Nanoseconds, frame.OriginalLength, (int)frame.LinkType, Convert.ToHexString(frame.Bytes)));
        Assert.Empty(captures.Problems);
        return frames;
    }
}

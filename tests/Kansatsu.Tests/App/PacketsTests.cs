using System.Text.RegularExpressions;
using Kansatsu.Tests.Wire.Application;

namespace Kansatsu.Tests.App;

public class PacketsTests
{
    /// <summary>The list as the observation diary of June 2008 printed it, without its frame numbers.</summary>
    const string Diary =
        """
        09:13:09.342580 fe80::21a:6dff:feb9:fd1b -> ff02::1 ICMPv6 Multicast listener query
        09:13:10.594636 fe80::21a:6dff:feb9:fd1b -> ff02::16 ICMPv6 Multicast Listener Report Message v2
        09:13:28.198479 2001:380:50c:99::51 -> ff3e::8000:1000 UDP Source port: 32794 Destination port: 6101
        09:13:28.199462 2001:380:50c:99::51 -> ff3e::8000:1000 UDP Source port: 44318 Destination port: 8001
        09:13:28.250932 2001:380:50c:99::51 -> ff3e::8000:1000 UDP Source port: 32794 Destination port: 6101
        09:13:28.251930 2001:380:50c:99::51 -> ff3e::8000:1000 UDP Source port: 44318 Destination port: 8001
        09:13:28.303180 2001:380:50c:99::51 -> ff3e::8000:1000 UDP Source port: 32794 Destination port: 6101
        09:13:28.304150 2001:380:50c:99::51 -> ff3e::8000:1000 UDP Source port: 44318 Destination port: 8001
        09:13:58.204501 2001:380:50c:99::51 -> ff3e::8000:1000 UDP Source port: 32794 Destination port: 6101
        09:13:58.205482 2001:380:50c:99::51 -> ff3e::8000:1000 UDP Source port: 44318 Destination port: 8001
        09:13:58.256954 2001:380:50c:99::51 -> ff3e::8000:1000 UDP Source port: 32794 Destination port: 6101
        09:13:58.257954 2001:380:50c:99::51 -> ff3e::8000:1000 UDP Source port: 44318 Destination port: 8001
        09:13:58.309926 2001:380:50c:99::51 -> ff3e::8000:1000 UDP Source port: 44318 Destination port: 8001
        09:13:58.310171 2001:380:50c:99::51 -> ff3e::8000:1000 UDP Source port: 32794 Destination port: 6101
        09:14:28.210277 2001:380:50c:99::51 -> ff3e::8000:1000 UDP Source port: 32794 Destination port: 6101
        """;

    [Fact]
    public void The_sample_prints_the_list_of_the_diary()
    {
        var call = Call.Of("packets", Call.Sample, "--tz", "Asia/Tokyo", "--since", "09:13:09", "--until", "09:14:28.211");
        var lines = call.Lines.Select(line => Regex.Replace(Regex.Replace(line, @"^ *[0-9]+ | *\[[a-z-]+\]$", ""), " +", " "));
        Assert.Equal(Diary, string.Join('\n', lines));
    }

    [Fact]
    public void The_arrow_stands_between_single_spaces_and_in_one_column()
    {
        var lines = Call.Of("packets", Call.Sample).Lines;
        Assert.Single(lines.Select(line => line.IndexOf(" -> ", StringComparison.Ordinal)).Distinct());
        Assert.All(lines, line => Assert.Matches("[0-9a-f] -> [0-9a-f]", line));
    }

    [Fact]
    public void The_dump_of_a_payload_is_that_of_the_diary()
    {
        var call = Call.Of("packets", Call.Sample, "-x", "--tz", "Asia/Tokyo", "--since", "09:13:28.199", "-n", "1");
        Assert.Contains(
            """
            Data (48 bytes)
             0000  30 00 00 00 00 ff 03 01 00 00 01 00 01 00 00 00   0...............
             0010  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00   ................
             0020  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00   ................
            Frame (110 bytes)
             0000  33 33 80 00 10 00
            """, call.Output, StringComparison.Ordinal);
        Assert.Contains("Checksum: 0x4468 [correct]", call.Output, StringComparison.Ordinal);
        Assert.Contains("Comment: Diary packet 231", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_line_of_a_dump_may_be_short()
    {
        var call = Call.Of("packets", Call.Sample, "-x", "--tz", "Asia/Tokyo", "--since", "09:08", "-n", "1");
        Assert.Contains(" 00f0  2f 2f 2f 2f 0a 39 39 39 39 3d 0a 03               ////.9999=..\n", call.Output, StringComparison.Ordinal);
        Assert.Contains(" 0030  30 30 30 30 30 31 39 34 61 4e 35 04 25 04 00 10   00000194aN5.%...\n", call.Output, StringComparison.Ordinal);
        Assert.Contains("Checksum: 0x42af [correct]", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_packet_is_one_JSON_object()
    {
        var packets = Call.Of("packets", Call.Sample, "--json", "-x").JsonLines;
        Assert.Equal(113, packets.Count);
        var query = packets.First(p => p.GetProperty("protocol").GetString() == "ICMPv6");
        Assert.Equal("2008-06-14T00:13:09.342580Z", query.GetProperty("time").GetString());
        Assert.Equal("fe80::21a:6dff:feb9:fd1b", query.GetProperty("source").GetString());
        Assert.Equal("ff02::1", query.GetProperty("destination").GetString());
        Assert.Equal("Multicast listener query", query.GetProperty("info").GetString());
        Assert.Equal(query.GetProperty("length").GetInt32() * 2, query.GetProperty("hex").GetString()!.Length);
        Assert.Equal("network-control", query.GetProperty("cause").GetString());
        Assert.Contains("\"IPv6\"", query.GetProperty("layers").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_explains_a_packet_may_come_after_it()
    {
        // A client's question alone explains little; with one pass the first packet is judged before the answer is seen.
        using var file = new TemporaryFile(File.ReadAllBytes(Call.Sample));
        var twice = Call.Of("packets", file.Path).Lines;
        var once = Call.Of("packets", file.Path, "--one-pass").Lines;
        Assert.Equal(twice.Length, once.Length);
        Assert.Equal(string.Join(' ', twice.Select(NumberOf)), string.Join(' ', once.Select(NumberOf)));
    }

    [Theory]
    [InlineData("--port 8001", 54)]
    [InlineData("--protocol icmpv6", 2)]
    [InlineData("--peer 2001:380::/32", 111)]
    [InlineData("--family 4", 0)]
    [InlineData("--cause channel-unjoined -n 7", 7)]
    public void Filters_choose_packets_by_their_flow(string options, int expected) =>
        Assert.Equal(expected, Call.Of(["packets", Call.Sample, .. options.Split(' ')]).Lines.Length);

    [Fact]
    public void The_date_is_shown_when_a_capture_spans_days()
    {
        var frame = UdpFrames.Build(1, 2, "x"u8);
        var capture = new CaptureBuilder().PcapHeader().PcapRecord(86_399, 0, frame).PcapRecord(86_401, 5, frame).ToArray();
        Assert.Equal("1 1970-01-01 23:59:59.000000|2 1970-01-02 00:00:01.000005", string.Join('|', Call.On(capture, "packets", "--tz", "UTC").Lines.Select(l => l.Trim()[..28])));
        Assert.Equal("1 08:59:59.000000 |2 09:00:01.000005 ", string.Join('|', Call.On(capture, "packets", "--tz", "Asia/Tokyo").Lines.Select(l => l.Trim()[..18])));
    }

    static string NumberOf(string line) => line.Trim().Split(' ')[0];
}

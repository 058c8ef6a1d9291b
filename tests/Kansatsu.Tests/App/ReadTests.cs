using System.Text.Json;
using Kansatsu.Tests.Wire.Application;

namespace Kansatsu.Tests.App;

public class ReadTests
{
    [Fact]
    public void The_object_has_every_documented_field()
    {
        var json = Call.Of("read", Call.Sample, "--json").Json;
        Assert.Equal(1, json.GetProperty("schema").GetInt32());
        var documented = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["packets"] = ["ipv4", "ipv6", "other"],
            ["inner"] = ["ipv4", "ipv6"],
            ["transports"] = ["tcp", "udp", "icmpv6", "icmp", "sctp"],
            ["bad_checksums"] = ["udp", "tcp", "icmpv6", "ipv4", "offloaded"],
            ["stops"] = ["truncated", "malformed", "unsupported", "cut-by-capture", "limit-reached"],
            ["addresses"] = ["ipv6_sources", "ipv6_destinations"],
            ["flows"] = ["ipv4", "ipv6", "tcp", "udp"],
            ["names"] = ["dns_queries", "dns_answers", "tls_sni", "quic_sni", "http"],
            ["unexplained"] = ["flows", "packets", "bytes"],
        };
        foreach (var (field, inner) in documented)
            Assert.Equal(string.Join(' ', inner.Order(StringComparer.Ordinal)), string.Join(' ', json.GetProperty(field).EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)));
        foreach (var list in new[] { "files", "groups", "home", "causes", "findings" }) Assert.Equal(JsonValueKind.Array, json.GetProperty(list).ValueKind);
        Assert.Equal(JsonValueKind.Object, json.GetProperty("anomalies").ValueKind);
        Assert.Equal(JsonValueKind.Object, json.GetProperty("icmpv6_types").ValueKind);
    }

    [Fact]
    public void The_sample_is_counted()
    {
        var json = Call.Of("read", Call.Sample, "--json").Json;
        Assert.Equal(113, json.GetProperty("frames").GetInt32());
        Assert.Equal(113, json.GetProperty("packets").GetProperty("ipv6").GetInt32());
        Assert.Equal(111, json.GetProperty("transports").GetProperty("udp").GetInt32());
        Assert.Equal(2, json.GetProperty("flows").GetProperty("udp").GetInt32());
        Assert.Equal(2, json.GetProperty("channels").GetInt32());
        Assert.Equal("""{"130":1,"143":1}""", json.GetProperty("icmpv6_types").GetRawText());
        var file = json.GetProperty("files")[0];
        Assert.Equal("ethernet", file.GetProperty("link_types")[0].GetString());
        Assert.Equal(JsonValueKind.Null, file.GetProperty("problem").ValueKind);
        Assert.EndsWith("Z", file.GetProperty("first").GetString(), StringComparison.Ordinal);
        var causes = json.GetProperty("causes").EnumerateArray().Sum(c => c.GetProperty("packets").GetInt32());
        Assert.Equal(113, causes);
    }

    [Fact]
    public void The_screen_fits_and_says_why_and_what_share_stays_unexplained()
    {
        var call = Call.Of("read", Call.Sample, "--tz", "Asia/Tokyo");
        Assert.Contains("Why is it here?", call.Output, StringComparison.Ordinal);
        Assert.Contains("unexplained: ", call.Output, StringComparison.Ordinal);
        Assert.Contains("09:06:28 – 09:14:58 +09:00", call.Output, StringComparison.Ordinal);
        Assert.Contains("ff3e::8000:1000", call.Output, StringComparison.Ordinal);
        Assert.Contains("--cause channel-unjoined", call.Output, StringComparison.Ordinal);
        Assert.All(call.Lines.TakeWhile(l => l != "Next"), line => Assert.InRange(Kansatsu.App.Text.DisplayWidth.Of(line), 0, 100));
    }

    [Fact]
    public void The_same_screen_is_there_in_Japanese()
    {
        var call = Call.Of("read", Call.Sample, "--lang", "ja");
        Assert.Contains("なぜ来たのか", call.Output, StringComparison.Ordinal);
        Assert.Contains("ここで参加した者が見られないマルチキャスト", call.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Why", call.Output, StringComparison.Ordinal);
        Assert.All(call.Lines.TakeWhile(l => l != "次に見るなら"), line => Assert.InRange(Kansatsu.App.Text.DisplayWidth.Of(line), 0, 100));
    }

    [Fact]
    public void Quiet_leaves_the_hints_out() => Assert.DoesNotContain("\nNext\n", Call.Of("read", Call.Sample, "--quiet").Output, StringComparison.Ordinal);

    [Fact]
    public void What_found_no_room_is_told_on_the_screen_and_in_JSON()
    {
        var none = Call.Of("read", Call.Sample, "--json").Json.GetProperty("refused");
        Assert.Equal("{}", none.GetRawText());
        var capture = CaptureBuilder.Pcap([.. Enumerable.Range(0, Kansatsu.Analysis.NeighborTable.MaxNeighbors + 7).Select(Arp)]);
        Assert.Equal("""{"neighbors":7}""", Call.On(capture, "read", "--json").Json.GetProperty("refused").GetRawText());
        var screen = Call.On(capture, "read").Output;
        Assert.Contains("Not seen in full", screen, StringComparison.Ordinal);
        Assert.Contains("      7  times a new neighbor found no room\n", screen, StringComparison.Ordinal);
        Assert.Contains("      7  表が一杯で残せなかった近隣(延べ)\n", Call.On(capture, "read", "--lang", "ja").Output, StringComparison.Ordinal);
    }

    /// <summary>Who has 10.0.0.1? Each time another station asks.</summary>
    static byte[] Arp(int number) => Convert.FromHexString($"ffffffffffff02000000{number:x4}08060001080006040001" + $"02000000{number:x4}0a01{number:x4}0000000000000a000001");

    [Fact]
    public void Only_the_span_that_was_asked_for_is_counted()
    {
        var call = Call.Of("read", Call.Sample, "--json", "--tz", "Asia/Tokyo", "--since", "09:13:28", "--until", "2008-06-14T00:13:58Z");
        Assert.Equal(6, call.Json.GetProperty("frames").GetInt32());
    }

    [Fact]
    public void Home_that_was_given_is_home()
    {
        var json = Call.Of("read", Call.Sample, "--json", "--home", "2001:380::/32").Json;
        Assert.Equal("2001:380::/32", json.GetProperty("home")[0].GetProperty("prefix").GetString());
    }

    [Fact]
    public void Several_files_are_one_observation()
    {
        using var first = new TemporaryFile(CaptureBuilder.Pcap(UdpFrames.Build(1000, 2000, "a"u8)));
        using var second = new TemporaryFile(CaptureBuilder.Pcapng(UdpFrames.Build(2000, 1000, "b"u8)));
        var json = Call.Of("read", first.Path, second.Path, "--json").Json;
        Assert.Equal(2, json.GetProperty("files").GetArrayLength());
        Assert.Equal(2, json.GetProperty("frames").GetInt32());
    }

    [Fact]
    public void Colours_are_for_screens_only()
    {
        foreach (var (screen, option, variable, colour) in new[] { (true, "-q", "", true), (false, "-q", "", false), (true, "--no-color", "", false), (true, "-q", "1", false) })
        {
            var output = new MemoryStream();
            var terminal = new Kansatsu.App.Terminal
            {
                Output = output,
                Error = TextWriter.Null,
                OutputIsScreen = screen,
                Environment = name => name == "NO_COLOR" ? variable : null,
            };
            Assert.Equal(0, Kansatsu.App.Program.Run(["read", Call.Sample, option], terminal));
            Assert.Equal(colour, System.Text.Encoding.UTF8.GetString(output.ToArray()).Contains('\e'));
        }
    }

    [Fact]
    public void The_same_capture_gives_the_same_output_twice()
    {
        foreach (var verb in new[] { "read", "flows", "names", "groups", "neighbors", "anomalies", "causes" })
            Assert.Equal(Call.Of(verb, Call.Sample, "--json").Output, Call.Of(verb, Call.Sample, "--json").Output);
    }
}

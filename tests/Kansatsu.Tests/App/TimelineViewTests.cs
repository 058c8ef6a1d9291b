using System.Text;
using Kansatsu.App;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Tests.Wire.Application;
using Kansatsu.Wire;

namespace Kansatsu.Tests.App;

public class TimelineViewTests
{
    /// <summary>Ten frames, one a second from 00:16:40 on.</summary>
    static readonly byte[] s_capture = CaptureBuilder.Pcap([.. Enumerable.Range(0, 10).Select(i => UdpFrames.Build(40000, 9999, new byte[i]))]);

    [Fact]
    public void An_object_a_bin_has_the_documented_fields()
    {
        var bins = Call.On(s_capture, "timeline", "--json", "--bin", "4s").JsonLines;
        Assert.Equal(["1970-01-01T00:16:40.000000Z", "1970-01-01T00:16:44.000000Z", "1970-01-01T00:16:48.000000Z"], bins.Select(b => b.GetProperty("at").GetString()));
        Assert.Equal("{\"ipv6\":4,\"ipv4\":0}", bins[0].GetProperty("packets").GetRawText());
        Assert.Equal($"{{\"ipv6\":{(4 * 48) + 6},\"ipv4\":0}}", bins[0].GetProperty("bytes").GetRawText());
        Assert.Equal(4, bins[0].GetProperty("seconds").GetInt32());
        Assert.Equal(4, bins[0].GetProperty("causes").EnumerateArray().Single().GetProperty("packets").GetInt32());
        Assert.Equal("udp", bins[0].GetProperty("protocols").EnumerateArray().Single().GetProperty("protocol").GetString());
        Assert.False(bins[0].TryGetProperty("windows", out _));
    }

    [Fact]
    public void Standard_input_gives_the_same_as_the_file() =>
        Assert.Equal(Call.Of("timeline", Call.Sample, "--json").Output, Call.Of(new MemoryStream(File.ReadAllBytes(Call.Sample)), "timeline", "-", "--json").Output);

    [Fact]
    public void Sums_are_those_of_causes()
    {
        foreach (var sample in new[] { Call.Sample, Path.Combine(Call.Root, "samples", "everyday.pcap") })
        {
            var causes = Call.Of("causes", sample, "--json").JsonLines.ToDictionary(c => c.GetProperty("kind").GetString()!, c => c.GetProperty("bytes").GetInt64());
            var bins = Call.Of("timeline", sample, "--json").JsonLines.SelectMany(b => b.GetProperty("causes").EnumerateArray())
                .GroupBy(c => c.GetProperty("kind").GetString()!).ToDictionary(g => g.Key, g => g.Sum(c => c.GetProperty("bytes").GetInt64()));
            Assert.Equal(causes.OrderBy(c => c.Key, StringComparer.Ordinal), bins.OrderBy(c => c.Key, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_window_is_compared_with_what_lies_around_it()
    {
        string[] window = ["--window", "day=1970-01-01T00:16:43Z/1970-01-01T00:16:48Z", "--tz", "UTC"];
        var lines = Call.On(s_capture, "timeline", ["--json", "--bin", "5s", .. window]).JsonLines;
        Assert.Equal("[\"day\"]", lines[0].GetProperty("windows").GetRawText());
        var sums = lines[^1];
        Assert.Equal("day", sums.GetProperty("window").GetString());
        Assert.Equal([3, 5, 2], new[] { "before", "during", "after" }.Select(p => sums.GetProperty(p).GetProperty("packets").GetProperty("ipv6").GetInt32()));
        Assert.Equal([3, 5, 1], new[] { "before", "during", "after" }.Select(p => sums.GetProperty(p).GetProperty("seconds").GetInt32()));
        var text = Call.On(s_capture, "timeline", ["--bin", "1s", "--packets", .. window]);
        var total = text.Lines.Single(l => l.StartsWith("  total", StringComparison.Ordinal) && l.Contains('█'));
        var band = text.Lines.Single(l => l.Contains('━'));
        var columns = total.Length - total.IndexOf('█', StringComparison.Ordinal);
        Assert.Equal(total.IndexOf('█', StringComparison.Ordinal) + (columns * 3 / 10), band.IndexOf('━', StringComparison.Ordinal));
        Assert.Equal(columns / 2, band.Count(c => c == '━'));
        Assert.Contains("before", text.Output, StringComparison.Ordinal);
        Assert.Contains("観測時間", Call.On(s_capture, "timeline", ["--lang", "ja", .. window]).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void The_picture_fits_the_screen(int width)
    {
        foreach (var sample in new[] { Call.Sample, Path.Combine(Call.Root, "samples", "everyday.pcap") })
        {
            foreach (var options in new string[][] { [], ["--lang", "ja"], ["--bin", "1s"], ["--bin", "1d"], ["--packets"] })
            {
                var output = new MemoryStream();
                var terminal = new Terminal { Output = output, Error = TextWriter.Null, OutputIsScreen = true, Width = width };
                Assert.Equal(0, Program.Run(["timeline", sample, "--no-color", "--tz", "Asia/Tokyo", .. options], terminal));
                var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n');
                Assert.All(lines.Where(l => l.Contains('█') || l.Contains('╵')), line => Assert.InRange(DisplayWidth.Of(line), 0, Math.Max(width, 60)));
                Assert.Contains(lines, l => l.Contains('╵'));
            }
        }
    }

    [Fact]
    public void Frames_far_apart_make_no_empty_blocks()
    {
        var capture = new CaptureBuilder().PcapHeader().PcapRecord(0, 0, UdpFrames.Build(1, 2, "x"u8)).PcapRecord(4_000_000_000, 0, UdpFrames.Build(1, 2, "x"u8)).ToArray();
        var call = Call.On(capture, "timeline", "--bin", "1s", "--packets");
        Assert.Equal(2, call.Lines.Count(l => l.StartsWith("  total", StringComparison.Ordinal)));
        Assert.Equal(2, Call.On(capture, "timeline", "--bin", "1s", "--json").Lines.Length);
        Assert.Equal(2, Call.On(capture, "timeline", "--json").Lines.Length);
    }

    [Fact]
    public void The_limit_is_in_bins()
    {
        Assert.Equal(3, Call.On(s_capture, "timeline", "--json", "--bin", "1s", "-n", "3").Lines.Length);
        Assert.Contains("the first 3 bins", Call.On(s_capture, "timeline", "--bin", "1s", "-n", "3").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bin", "10")]
    [InlineData("--bin", "0s")]
    [InlineData("--bin", "1w")]
    [InlineData("--bin", "400d")]
    [InlineData("--bytes", "--packets")]
    public void Mistakes_are_answered(string option, string value)
    {
        var call = Call.On(s_capture, "timeline", option, value);
        Assert.Equal(2, call.Code);
        Assert.Contains(option, call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("500ms", 500_000_000)]
    [InlineData("10s", 10 * Timestamp.PerSecond)]
    [InlineData("1m", 60 * Timestamp.PerSecond)]
    [InlineData("2h", 7200 * Timestamp.PerSecond)]
    [InlineData("366d", 366 * 86400 * Timestamp.PerSecond)]
    public void Lengths_are_read_and_written_alike(string text, long nanoseconds)
    {
        Assert.True(Bins.TryParseLength(text, out var length));
        Assert.Equal(nanoseconds, length);
        Assert.Equal(text, BinText.Of(length));
    }

    [Fact]
    public void A_sparkline_is_as_high_as_its_share_and_hides_nothing()
    {
        Assert.Equal(" ▁▁▄█", Sparkline.Of([0, 1, 100, 500, 1000]));
        Assert.Equal("▁▁▄▄", Sparkline.Of([1, 50], largest: 100, columns: 2));
        Assert.Equal("  ", Sparkline.Of([0, 0]));
        Assert.Equal("", Sparkline.Of([]));
    }

    [Fact]
    public void An_axis_marks_round_times_of_its_zone()
    {
        var tokyo = new Clock(TimeZoneInfo.CreateCustomTimeZone("t", TimeSpan.FromHours(9), "t", "t"));
        var start = Timestamp.FromSeconds(1_307_491_200); // 2011-06-08 00:00 UTC
        var axis = new TimeAxis(tokyo, 3600 * Timestamp.PerSecond, 1).Write(start, 60);
        Assert.Equal(new string(' ', 15) + "╵2011-06-09" + new string(' ', 13) + "╵2011-06-10", axis[..50].TrimEnd());
        var minutes = new TimeAxis(tokyo, 60 * Timestamp.PerSecond, 1).Write(start.Add(-30 * Timestamp.PerSecond), 20);
        Assert.Equal("╵09:00    ╵09:10", minutes);
        Assert.StartsWith("╵09:07:30", new TimeAxis(tokyo, 10 * Timestamp.PerSecond, 1).Write(start.Add(450 * Timestamp.PerSecond), 3), StringComparison.Ordinal);
    }
}

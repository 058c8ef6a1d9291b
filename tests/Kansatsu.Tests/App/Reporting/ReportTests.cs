using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Kansatsu.Tests.App.Exporting;
using Kansatsu.Tests.Wire.Application;

namespace Kansatsu.Tests.App.Reporting;

public class ReportTests
{
    const string Day = "day=2026-11-22T05:03:28.310419Z/2026-11-22T05:04:05.711031Z";

    static readonly string[] s_void = ["meta"];

    [Theory]
    [InlineData("2008-06-14-eew.pcapng")]
    [InlineData("world-ipv6-day.pcap.gz")]
    [InlineData("multicast.pcap")]
    [InlineData("everyday.pcap")]
    public void The_page_is_well_formed_needs_no_other_and_runs_nothing(string sample)
    {
        foreach (var language in new[] { "en", "ja" })
        {
            var page = Page(Exported.Sample(sample), "--lang", language);
            AssertSound(page);
            Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
            Assert.InRange(Encoding.UTF8.GetByteCount(page), 10_000, 400_000);
        }
    }

    [Fact]
    public void The_telegram_of_2008_stands_on_the_map_with_its_verdict_and_what_it_is_not_for()
    {
        var page = Page(Call.Sample, "--tz", "Asia/Tokyo");
        var text = Text(page);
        Assert.Contains("In 8 min 30 s, 113 packets of 4 conversations were seen, 100 % of them over IPv6.", text, StringComparison.Ordinal);
        Assert.Contains("an observation, not for the protection of life", text, StringComparison.Ordinal);
        Assert.Contains("Southern inland Iwate Prefecture (岩手県内陸南部)", text, StringComparison.Ordinal);
        Assert.Contains("M 4.1 · 10 km deep · 39.1° N, 140.9° E · intensity up to 3 · at 09:07:21", text, StringComparison.Ordinal);
        Assert.Contains("consistent", text, StringComparison.Ordinal);
        Assert.Contains("came 2.1 s after it was issued", text, StringComparison.Ordinal);
        Assert.Equal(47, Regex.Count(page, "<path class=\"land"));
        var at = Regex.Match(page, "<circle class=\"ring\" cx=\"(?<x>[0-9.]+)\" cy=\"(?<y>[0-9.]+)\"", RegexOptions.ExplicitCapture);
        // Between the coasts of Iwate: its outline begins near there.
        Assert.InRange(double.Parse(at.Groups["x"].Value, System.Globalization.CultureInfo.InvariantCulture), 4250, 4400);
        Assert.InRange(double.Parse(at.Groups["y"].Value, System.Globalization.CultureInfo.InvariantCulture), 2950, 3150);
    }

    [Fact]
    public void Streams_beat_where_their_bursts_came()
    {
        var page = Page(Call.Sample);
        var strips = Regex.Matches(page, "<path class=\"beat\" d=\"(?<d>[^\"]+)\"");
        Assert.Equal(2, strips.Count);
        // 18 keep-alives in 8.5 minutes, and the telegram's burst on one of them.
        Assert.Equal([19, 18], strips.Select(s => Regex.Count(s.Groups["d"].Value, "M")));
    }

    [Fact]
    public void The_shares_around_a_marked_day_are_those_of_the_timeline()
    {
        var text = Text(Page(Exported.Sample("world-ipv6-day.pcap.gz"), "--actions", Exported.Sample("world-ipv6-day.actions.jsonl"), "--window", Day, "--tz", "UTC"));
        Assert.Contains("day 05:03:28 – 05:04:05 15.6 % 66.1 % 23.2 %", text, StringComparison.Ordinal);
        Assert.Contains("27 names moved to IPv6, 27 came back, 4 do not work over it.", text, StringComparison.Ordinal);
        Assert.Contains("www.inaho.example.org does not work over IPv6 (large packets are lost); nothing saved it", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_are_those_of_read()
    {
        var sample = Exported.Sample("everyday.pcap");
        var text = Text(Page(sample));
        var read = Call.Of("read", sample, "--json").Json;
        Assert.Contains($"findings {read.GetProperty("findings").GetArrayLength()} ", text, StringComparison.Ordinal);
        foreach (var cause in read.GetProperty("causes").EnumerateArray().Where(c => c.GetProperty("packets").GetInt64() > 0))
            Assert.Matches($"{cause.GetProperty("kind").GetString()} [^%]+ [<0-9.]+ % [<0-9.]+ % [<0-9.]+ % {cause.GetProperty("packets").GetInt64():N0}\\b", text);
    }

    [Fact]
    public void The_same_captures_give_the_same_page()
    {
        Assert.Equal(Page(Call.Sample), Page(Call.Sample));
    }

    [Fact]
    public void Hostile_names_are_text()
    {
        string[] names = ["<script>alert(1)</script>", "\"onload=x", "'><img src=//x>", "&lt;b&gt;", "\u202eevil", "</style><b>"];
        var frames = names.SelectMany((name, i) => new[] { Query(name), Answer(name, (byte)i), UdpFrames.Build(50000 + i, 9999, Encoding.UTF8.GetBytes(name)) }).ToArray();
        using var file = new TemporaryFile(CaptureBuilder.Pcap(frames));
        var page = Page(file.Path, "--window", "<i>w</i>=1970-01-01T00:16:41Z/1970-01-01T00:16:45Z");
        AssertSound(page);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Single(Regex.Matches(page, "</style>"));
        Assert.DoesNotContain('\u202e', page);
        Assert.Contains("&lt;i&gt;w&lt;/i&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_gives_the_page_of_what_it_keeps()
    {
        using var exported = new Exported();
        var store = exported.PathOf("kept.db");
        Assert.Equal(0, Call.Of("read", Call.Sample, "--store", store).Code);
        Assert.Equal(0, Call.Of("read", Exported.Sample("multicast.pcap"), "--store", store).Code);
        var call = Call.Of("report", "--store", store, "--until", "2010-01-01T00:00:00Z", "-o", exported.PathOf("x.html"));
        Assert.Equal((0, ""), (call.Code, call.Error));
        AssertSound(exported.Text("x.html"));
        Assert.Contains("113 packets", Text(exported.Text("x.html")), StringComparison.Ordinal);
        Assert.Contains("334 packets", Text(Page(null, "--store", store)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_traffic_nothing_is_written()
    {
        using var exported = new Exported();
        File.WriteAllBytes(exported.PathOf("empty.pcap"), new CaptureBuilder().PcapHeader().ToArray());
        var call = Call.Of("report", exported.PathOf("empty.pcap"), "-o", exported.PathOf("x.html"));
        Assert.Equal(1, call.Code);
        Assert.Contains("no traffic", call.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(exported.PathOf("x.html")));
        Assert.Equal(3, Call.Of("report", exported.PathOf("missing.pcap"), "-o", exported.PathOf("x.html")).Code);
        Assert.Equal(3, Call.Of("report", "--store", exported.PathOf("missing.db"), "-o", exported.PathOf("x.html")).Code);
    }

    static string Page(string? file, params string[] options)
    {
        var call = Call.Of(["report", .. file is null ? Array.Empty<string>() : [file], .. options]);
        Assert.Equal(0, call.Code);
        return call.Output;
    }

    /// <summary>Elements close in order, attributes are quoted, and nothing is loaded or run.</summary>
    static void AssertSound(string page)
    {
        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        var style = Regex.Match(page, "<style>(?<css>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Groups["css"].Value;
        Assert.DoesNotMatch("url\\(|@import|expression", style);
        var open = new Stack<string>();
        var rest = page.Replace(style, "", StringComparison.Ordinal);
        foreach (Match tag in Regex.Matches(rest, "<(?<end>/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?: [A-Za-z-]+=\"[^\"<>]*\")*)(?<empty>/?)>|<", RegexOptions.ExplicitCapture).Skip(1))
        {
            Assert.True(tag.Groups["name"].Success, $"not an element: {rest.AsSpan(tag.Index, Math.Min(40, rest.Length - tag.Index))}");
            var name = tag.Groups["name"].Value;
            Assert.DoesNotContain(name, new[] { "script", "a", "img", "link", "iframe", "object", "embed", "base", "form", "image", "use", "foreignObject" });
            Assert.DoesNotMatch(" (?:src|href|on[a-z]+|action|formaction|srcset|style)=", tag.Groups["attributes"].Value);
            if (tag.Groups["end"].Value == "/") Assert.Equal(open.Pop(), name);
            else if (tag.Groups["empty"].Value != "/" && !s_void.Contains(name)) open.Push(name);
        }

        Assert.Empty(open);
        Assert.Contains("default-src &#39;none&#39;", page, StringComparison.Ordinal);
    }

    /// <summary>What a reader reads, with single spaces.</summary>
    static string Text(string page)
    {
        var body = page[page.IndexOf("<body>", StringComparison.Ordinal)..];
        return Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(body, "<[^>]*>", " ")), @"\s+", " ");
    }

    static byte[] Query(string name) => UdpFrames.Build(40000, 53, [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. Name(name), 0, 28, 0, 1]);

    static byte[] Answer(string name, byte last) => UdpFrames.Build(53, 40001,
        [0, 1, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0, .. Name(name), 0, 28, 0, 1, 0xc0, 12, 0, 28, 0, 1, 0, 0, 1, 0, 0, 16, 0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(last + 2)]);

    static byte[] Name(string label)
    {
        var bytes = Encoding.UTF8.GetBytes(label);
        return [(byte)bytes.Length, .. bytes, 7, .. "example"u8, 0];
    }
}

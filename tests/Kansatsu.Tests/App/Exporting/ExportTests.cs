using System.Text;
using Kansatsu.Tests.Wire.Application;

namespace Kansatsu.Tests.App.Exporting;

public class ExportTests
{
    [Theory]
    [InlineData("export", "x.pcap")]
    [InlineData("export", "netflow", "x.pcap")]
    [InlineData("export", "csv")]
    public void Without_format_or_capture_the_mistake_is_named(params string[] args)
    {
        var call = Call.Of(args);
        Assert.Equal(2, call.Code);
        Assert.Contains("zeek, eve, csv or pcapng", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zeek")]
    [InlineData("eve")]
    [InlineData("csv")]
    [InlineData("pcapng")]
    public void What_stands_at_the_place_stays_when_there_is_nothing_to_write(string format)
    {
        using var exported = new Exported();
        File.WriteAllText(exported.PathOf("kept"), "before");
        var call = Call.Of("export", format, exported.PathOf("missing.pcap"), "-o", exported.PathOf("kept"));
        Assert.Equal(3, call.Code);
        Assert.Equal("before", exported.Text("kept"));
        Assert.Single(Directory.GetFileSystemEntries(exported.Folder));
    }

    [Theory]
    [InlineData("zeek")]
    [InlineData("eve")]
    [InlineData("csv")]
    [InlineData("pcapng")]
    public void A_place_that_cannot_be_written_is_named_with_a_remedy(string format)
    {
        using var exported = new Exported();
        File.WriteAllText(exported.PathOf("file"), "x");
        var call = Call.Of("export", format, Call.Sample, "-o", exported.PathOf("file/below"));
        Assert.Equal(3, call.Code);
        Assert.Contains("-o", call.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unforeseen", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zeek")]
    [InlineData("eve")]
    [InlineData("csv")]
    public void A_damaged_capture_gives_what_could_be_read(string format)
    {
        var whole = File.ReadAllBytes(Call.Sample);
        using var file = new TemporaryFile(whole[..(whole.Length / 2)]);
        var call = Call.Of("export", format, file.Path);
        Assert.Equal(1, call.Code);
        Assert.NotEmpty(call.Lines);
    }

    [Theory]
    [InlineData("zeek")]
    [InlineData("eve")]
    [InlineData("csv")]
    public void Hostile_names_come_out_harmless(string format)
    {
        byte[][] frames =
        [
            .. new[] { "\e[31mred", "\u202eevil", "a\rb\nc", "\"><script>", "nul\0nul", "=1+1" }.SelectMany(text => new[] { Query(text), Request(text) }),
            UdpFrames.Build(40001, 53, [0, 2, 0x81, 0x80, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0xff, 0, 0, 16, 0, 1, 0, 0, 0, 9, 0, 5, 4, 0x1b, 0x5b, 0x33, 0xfe]),
        ];
        using var file = new TemporaryFile(CaptureBuilder.Pcap(frames));
        var call = Call.Of("export", format, file.Path);
        Assert.Equal(0, call.Code);
        Assert.All(call.Output.Replace("\r\n", "\n", StringComparison.Ordinal), c => Assert.True(c == '\n' || (!char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format), $"U+{(int)c:X4} came through"));
        if (format != "csv") Assert.All(call.JsonLines, line => Assert.Equal(System.Text.Json.JsonValueKind.Object, line.ValueKind));
        if (format != "csv") Assert.DoesNotContain("<script", call.Output, StringComparison.Ordinal);
        if (format != "csv") Assert.Contains("[31mred", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_gives_the_same_flows_as_its_captures()
    {
        using var exported = new Exported();
        var (sample, store) = (Exported.Sample("everyday.pcap"), exported.PathOf("kept.db"));
        Assert.Equal(0, Call.Of("read", sample, "--store", store).Code);
        Assert.Equal(Sorted(Call.Of("export", "csv", sample)), Sorted(Call.Of("export", "csv", "--store", store)));
        Assert.Equal(Sorted(Call.Of("export", "csv", sample, "--protocol", "tcp")), Sorted(Call.Of("export", "csv", "--store", store, "--protocol", "tcp")));
        var events = Call.Of("export", "eve", sample).Lines.Where(l => l.Contains("\"event_type\":\"flow\"", StringComparison.Ordinal)).Select(l => l.Replace("\"alerted\":true", "\"alerted\":false", StringComparison.Ordinal));
        Assert.Equal(events.Order(StringComparer.Ordinal), Sorted(Call.Of("export", "eve", "--store", store)));
        Assert.Equal(0, Call.Of("export", "zeek", "--store", store, "-o", exported.PathOf("logs")).Code);
        Assert.Equal(Call.Of("flows", sample, "--json").Lines.Length, exported.Lines("logs/conn.log").Count);
        Assert.Single(Directory.GetFiles(exported.PathOf("logs")));
        Assert.Equal(2, Call.Of("export", "pcapng", "--store", store, "-o", exported.PathOf("x")).Code);
    }

    static IEnumerable<string> Sorted(Call call)
    {
        Assert.Equal((0, ""), (call.Code, call.Error));
        return call.Lines.Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_same_capture_gives_the_same_bytes()
    {
        foreach (var format in new[] { "zeek", "eve", "csv" })
            Assert.Equal(Call.Of("export", format, Exported.Sample("everyday.pcap")).Output, Call.Of("export", format, Exported.Sample("everyday.pcap")).Output);
    }

    static byte[] Query(string label)
    {
        var bytes = Encoding.UTF8.GetBytes(label);
        return UdpFrames.Build(40000, 53, [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, (byte)bytes.Length, .. bytes, 7, .. "example"u8, 0, 0, 28, 0, 1]);
    }

    static byte[] Request(string text) => TcpFrames.Of(Encoding.UTF8.GetBytes($"GET /{text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)} HTTP/1.1\r\nHost: h\r\nUser-Agent: {text.Replace("\r\n", "", StringComparison.Ordinal)}\r\n\r\n"), 80).Bytes.ToArray();
}

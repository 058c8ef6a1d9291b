using System.Text;
using System.Text.Json;
using Kansatsu.App.Observing;
using Kansatsu.Tests.Wire.Application;

namespace Kansatsu.Tests.App;

public class LabelsTests
{
    /// <summary>Two conversations that home begins, a question to the DNS port, and one that has no label.</summary>
    static readonly byte[] s_capture = CaptureBuilder.Pcap(
        UdpFrames.Build(40000, 9999, "one"u8), UdpFrames.Build(40001, 9999, "two"u8), UdpFrames.Build(40002, 123, new byte[48]), UdpFrames.Build(40003, 9999, "three"u8));

    static string Label(int port, string kind, int to = 9999, string more = "") =>
        $$"""{"first":"1970-01-01T00:16:40.5Z","protocol":"udp","local":"2001:db8::1","local_port":{{port}},"remote":"2001:db8::2","remote_port":{{to}},"kind":"{{kind}}"{{more}}}""";

    static Call Score(byte[] capture, string[] labels, params string[] options)
    {
        using var file = new TemporaryFile(Encoding.UTF8.GetBytes(string.Join('\n', labels)));
        return Call.On(capture, "causes", ["--home", "2001:db8::1", "--labels", file.Path, .. options]);
    }

    [Fact]
    public void Labels_are_counted_by_kind_as_labelled_and_as_found()
    {
        var call = Score(s_capture, [Label(40000, "own-unknown"), Label(40001, "visit"), Label(40002, "own-housekeeping", 123), Label(50000, "scan")], "--json");
        Assert.Equal(0, call.Code);
        var json = call.Json;
        Assert.Equal((4, 3, 2, 4), (Int(json, "labels"), Int(json, "found"), Int(json, "right"), Int(json, "flows")));
        var matrix = json.GetProperty("matrix").EnumerateArray().Select(c => $"{c.GetProperty("label")} {c.GetProperty("found")} {c.GetProperty("count")}").Order(StringComparer.Ordinal);
        Assert.Equal(["own-housekeeping own-housekeeping 1", "own-unknown own-unknown 1", "visit own-unknown 1"], matrix);
        var unknown = Assert.Single(json.GetProperty("kinds").EnumerateArray(), k => k.GetProperty("kind").GetString() == "own-unknown");
        Assert.Equal((1.0, 0.5), (unknown.GetProperty("recall").GetDouble(), unknown.GetProperty("precision").GetDouble()));
        var wrong = Assert.Single(json.GetProperty("wrong").EnumerateArray());
        Assert.Equal(("visit", "own-unknown", 1), (wrong.GetProperty("label").GetString(), wrong.GetProperty("found").GetString(), Int(wrong, "count")));
        Assert.Contains(wrong.GetProperty("flow").GetString()!, Call.On(s_capture, "flows", "--home", "2001:db8::1", "--port", "40001").Output);
    }

    [Fact]
    public void A_label_written_the_other_way_round_finds_its_flow()
    {
        var label = """{"first":"1970-01-01T00:16:40Z","protocol":"udp","local":"2001:db8::2","local_port":9999,"remote":"2001:db8::1","remote_port":40000,"kind":"own-unknown"}""";
        Assert.Equal(1, Int(Score(s_capture, [label], "--json").Json, "right"));
    }

    [Fact]
    public void Of_flows_with_the_same_ends_the_nearest_in_time_is_meant()
    {
        // A new connection from the same port; only the second has an answer, and with it another cause.
        byte[] Segment(byte flags, bool back, int sequence)
        {
            var frame = UdpFrames.Build(back ? 443 : 50000, back ? 50000 : 443, new byte[12]);
            frame[20] = 6;
            frame.AsSpan(58).Clear();
            (frame[61], frame[66], frame[67]) = ((byte)sequence, 0x50, flags);
            if (back) (frame[37], frame[53]) = (2, 1);
            return frame;
        }

        var capture = CaptureBuilder.Pcap(Segment(2, false, 1), Segment(0x14, true, 1), Segment(2, false, 7), Segment(0x12, true, 1), Segment(0x10, false, 8));
        var flows = Call.On(capture, "flows", "--home", "2001:db8::2", "--json").JsonLines;
        Assert.Equal(["scan", "visit"], flows.Select(f => f.GetProperty("cause").GetProperty("kind").GetString()));
        using var file = new TemporaryFile(Encoding.UTF8.GetBytes(string.Join('\n', flows.Select(f =>
            $$"""{"first":{{f.GetProperty("first").GetRawText()}},"protocol":"tcp","local":"2001:db8::1","local_port":50000,"remote":"2001:db8::2","remote_port":443,"kind":"{{f.GetProperty("cause").GetProperty("kind")}}"}"""))));
        Assert.Equal(2, Int(Call.On(capture, "causes", "--home", "2001:db8::2", "--labels", file.Path, "--json").Json, "right"));
    }

    [Fact]
    public void Programs_are_compared_where_the_kind_is_right()
    {
        using var journal = new TemporaryFile([]);
        var labels = new[] { Label(40000, "own-software", more: ",\"program\":\"curl\",\"name\":\"www.example.net\""), Label(40001, "own-software", more: ",\"program\":null") };
        var json = Score(s_capture, labels, "--json", "--actions", journal.Path).Json;
        Assert.Equal("[0,1]", json.GetProperty("programs").GetRawText());
        Assert.Equal("www.example.net", json.GetProperty("wrong")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("firefox-esr", "Firefox", true)]
    [InlineData("Chromium", "chromium", true)]
    [InlineData("chromium", "Chrome", true)]
    [InlineData("CURL", "curl", true)]
    [InlineData("Firefox", "Chromium", false)]
    [InlineData("curl", null, false)]
    public void One_program_has_several_names(string label, string? found, bool same) => Assert.Equal(same, LabelScore.IsSameProgram(label, found));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("""{"first":"09:13","protocol":"udp","local":"::1","remote":"::2","kind":"scan"}""")]
    [InlineData("""{"first":"2011-06-08T00:00:00Z","protocol":"carrier pigeon","local":"::1","remote":"::2","kind":"scan"}""")]
    [InlineData("""{"first":"2011-06-08T00:00:00Z","protocol":"udp","local":"home","remote":"::2","kind":"scan"}""")]
    [InlineData("""{"first":"2011-06-08T00:00:00Z","protocol":"udp","local":"::1","remote":"::2","kind":"mischief"}""")]
    public void A_line_that_cannot_be_read_is_named_and_the_rest_counts(string line)
    {
        var call = Score(s_capture, [line, Label(40000, "own-unknown")]);
        Assert.Equal(1, call.Code);
        Assert.Contains("line 1", call.Error);
        Assert.StartsWith("labels 1, of which 1 found", call.Output);
    }

    [Fact]
    public void The_text_shows_matrix_and_mistakes_in_both_languages()
    {
        string[] labels = [Label(40000, "own-unknown"), Label(40001, "visit", more: ",\"program\":\"evil\\u001b[31m\"")];
        var english = Score(s_capture, labels);
        Assert.Contains("a own-unknown              1       .", english.Output);
        Assert.Contains("visit (evil\\x1b[31m) → own-unknown", english.Output);
        Assert.Contains("適合率", Score(s_capture, labels, "--lang", "ja").Output);
    }

    static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}

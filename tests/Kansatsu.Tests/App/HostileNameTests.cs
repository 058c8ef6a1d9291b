using System.Text;
using Kansatsu.Tests.Wire.Application;
using Kansatsu.Tests.Wire.Application.Tls;

namespace Kansatsu.Tests.App;

/// <summary>Names are chosen by whoever sends them; none may reach a terminal, a page or a log as more than text.</summary>
public class HostileNameTests
{
    static readonly string[] s_labels =
    [
        "\e[31mred", "bell\a", "\rline\nbreak", "\u202eevil\u2066", "<script>alert(1)</script>", "back\\slash", "nul\0nul", "\u200bzero\u200bwidth", "C1\u009b31m",
    ];

    static readonly byte[] s_capture = CaptureBuilder.Pcap([.. s_labels.Select(Query), Http(), .. s_labels.Select(l => UdpFrames.Build(514, 514, Encoding.UTF8.GetBytes($"<34>1 2003-10-11T22:14:15Z {l}")))]);

    [Theory]
    [InlineData("read")]
    [InlineData("packets")]
    [InlineData("packets -x")]
    [InlineData("flows")]
    [InlineData("names")]
    [InlineData("groups")]
    [InlineData("neighbors")]
    [InlineData("anomalies")]
    [InlineData("causes")]
    [InlineData("peers")]
    [InlineData("timeline")]
    public void Come_out_harmless_in_text_and_in_JSON(string command)
    {
        var words = command.Split(' ');
        foreach (var json in new[] { false, true })
        {
            var call = Call.On(s_capture, words[0], json ? [.. words[1..], "--json"] : words[1..]);
            Assert.Equal(0, call.Code);
            Assert.All(call.Output, c => Assert.True(IsHarmless(c), $"U+{(int)c:X4} came through"));
            if (!json) continue;
            Assert.All(call.Lines, line => Assert.DoesNotContain("<", line, StringComparison.Ordinal));
            Assert.All(call.JsonLines, line => Assert.Equal(System.Text.Json.JsonValueKind.Object, line.ValueKind));
        }
    }

    [Fact]
    public void Are_still_there_to_be_recognised()
    {
        var queries = Call.On(s_capture, "read", "--json").Json.GetProperty("names").GetProperty("dns_queries").EnumerateArray()
            .Select(q => q.GetProperty("name").GetString()!).ToList();
        Assert.Contains(queries, name => name.Contains("[31mred.example", StringComparison.Ordinal));
        Assert.Contains(queries, name => name.Contains("<script>", StringComparison.Ordinal));
        Assert.Contains(queries, name => name.Contains("\\u{202e}evil", StringComparison.Ordinal) || name.Contains("\\226\\128\\174evil", StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_come_out_as_escapes_in_text_and_in_JSON()
    {
        byte[] broken = [.. "caf"u8, 0xe9, 0xff];
        byte[] other = [.. "caf"u8, 0xe9, 0xfe];
        byte[] http = [.. "GET /"u8, .. broken, .. " HTTP/1.1\r\nHost: "u8, .. broken, .. ".example\r\n\r\n"u8];
        var capture = CaptureBuilder.Pcap(Query(broken), Query(other), Query(broken, port: 5353), TcpFrames.Of(http, 80).Bytes.ToArray(), TcpFrames.Of(Greeting(broken), 443).Bytes.ToArray());
        var names = Call.On(capture, "read", "--json").Json.GetProperty("names");
        Assert.Equal(
            ["dns caf\\xe9\\xff.example", "dns caf\\xe9\\xfe.example", "mdns caf\\xe9\\xff.example"],
            names.GetProperty("dns_queries").EnumerateArray().Select(q => q.GetProperty("via").GetString() + " " + q.GetProperty("name").GetString()));
        var request = Assert.Single(names.GetProperty("http").EnumerateArray());
        Assert.Equal(("caf\\xe9\\xff.example", "/caf\\xe9\\xff"), (request.GetProperty("host").GetString(), request.GetProperty("path").GetString()));
        Assert.Equal("caf\\xe9\\xff", Assert.Single(names.GetProperty("tls_sni").EnumerateArray()).GetString());
        foreach (var verb in new[] { "read", "flows", "names", "packets" })
        {
            foreach (var call in new[] { Call.On(capture, verb), Call.On(capture, verb, "--json") })
            {
                Assert.Equal(0, call.Code);
                Assert.Contains("xe9", call.Output, StringComparison.Ordinal);
                Assert.DoesNotContain("\ufffd", call.Output, StringComparison.Ordinal);
            }
        }

        Assert.Single(Call.On(capture, "flows", "--name", "CAF\\xe9\\xff.ex", "--json").Lines);
        Assert.Empty(Call.On(capture, "flows", "--name", "caf\\xe9\\xfe", "--json").Lines);
    }

    [Fact]
    public void A_name_of_four_thousand_characters_does_not_break_a_line_of_the_screen()
    {
        var call = Call.On(s_capture, "read");
        Assert.All(call.Lines.Where(l => !l.Contains("kansatsu ", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 130));
    }

    static bool IsHarmless(char c) => c == '\n' || (!char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format && c is not ('\u2028' or '\u2029'));

    static byte[] Query(string label) => Query(Encoding.UTF8.GetBytes(label));

    static byte[] Query(byte[] bytes, int port = 53)
    {
        byte[] message = [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, (byte)bytes.Length, .. bytes, 7, .. "example"u8, 0, 0, 28, 0, 1];
        return UdpFrames.Build(port == 53 ? 40000 : port, port, message);
    }

    static byte[] Greeting(byte[] name) =>
        TlsBytes.Record(22, TlsBytes.ClientHello(TlsBytes.Extension(0, TlsBytes.Sized16([0], TlsBytes.Sized16(name)))));

    static byte[] Http() => TcpFrames.Of(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {new string('a', 2000)}{new string('b', 2000)}\r\n\r\n"), 80).Bytes.ToArray();
}

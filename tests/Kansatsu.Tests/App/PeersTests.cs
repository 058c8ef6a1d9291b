using System.Net;
using System.Text;
using System.Text.Json;
using Kansatsu.App;
using Kansatsu.App.Observing;
using Kansatsu.App.Text;
using Kansatsu.Tests.Wire.Application;

namespace Kansatsu.Tests.App;

public class PeersTests
{
    static readonly byte[] s_capture = CaptureBuilder.Pcap(
        UdpFrames.Build(40000, 9999, "one"u8), UdpFrames.Build(40001, 9999, "two"u8), UdpFrames.Build(9999, 40000, "three"u8));

    static string Everyday => Path.Combine(Call.Root, "samples", "everyday.pcap");

    [Fact]
    public void A_peer_has_the_documented_fields()
    {
        var peer = Assert.Single(Call.On(s_capture, "peers", "--json", "--home", "2001:db8::1").JsonLines);
        Assert.Equal("2001:db8::2", peer.GetProperty("peer").GetString());
        Assert.Equal("[\"2001:db8::2\"]", peer.GetProperty("addresses").GetRawText());
        Assert.Equal("[]", peer.GetProperty("names").GetRawText());
        Assert.Equal(3, peer.GetProperty("flows").GetInt32());
        Assert.Equal("[3,0]", peer.GetProperty("packets").GetRawText());
        var family = peer.GetProperty("ipv6");
        Assert.Equal((3, 0, 3), (family.GetProperty("flows").GetInt32(), family.GetProperty("answered").GetInt32(), family.GetProperty("silent").GetInt32()));
        Assert.False(peer.TryGetProperty("ipv4", out _));
        Assert.Equal(3, peer.GetProperty("began").GetProperty("home").GetInt32());
        Assert.Equal(3, peer.GetProperty("causes").EnumerateArray().Sum(c => c.GetProperty("flows").GetInt32()));
        Assert.Equal(3, peer.GetProperty("without_own").GetProperty("flows").GetInt32());
    }

    [Fact]
    public void The_sample_shows_one_peer_for_both_families_of_a_name()
    {
        var peers = Call.Of("peers", Everyday, "--json").JsonLines;
        var peer = peers.Single(p => p.GetProperty("names").EnumerateArray().Any(n => n.GetProperty("name").GetString() == "broken.example.org"));
        Assert.Equal(2, peer.GetProperty("addresses").GetArrayLength());
        Assert.Equal(peer.GetProperty("ipv6").GetProperty("flows").GetInt32(), peer.GetProperty("ipv6").GetProperty("silent").GetInt32());
        Assert.True(peer.GetProperty("ipv4").GetProperty("handshake_ms").GetDouble() > 0);
        Assert.Equal(peers.Count, Call.Of("peers", Everyday, "--json").Lines.Length);
        Assert.Equal(2, Call.Of("peers", Everyday, "--json", "-n", "2").Lines.Length);
    }

    [Fact]
    public void Without_own_actions_what_the_journal_declares_is_left_out()
    {
        var journal = new TemporaryFile("{\"start\":\"2026-11-22T02:00:00Z\",\"end\":\"2026-11-22T02:10:00Z\",\"what\":\"test\",\"names\":[\"broken.example.org\"]}\n"u8.ToArray());
        using (journal)
        {
            var all = Call.Of("peers", Everyday, "--json", "--actions", journal.Path);
            var without = Call.Of("peers", Everyday, "--json", "--actions", journal.Path, "--without-own");
            Assert.Contains("own-action", all.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("own-action", without.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("broken.example.org", without.Output, StringComparison.Ordinal);
            var own = all.JsonLines.Single(p => p.GetProperty("peer").GetString() == "broken.example.org");
            Assert.Equal(0, own.GetProperty("without_own").GetProperty("flows").GetInt32());
        }
    }

    [Fact]
    public void Owners_come_from_the_file()
    {
        using var owners = new TemporaryFile("2001:db8::/32\tExample \u001b[31mNetwork\n"u8.ToArray());
        var call = Call.On(s_capture, "peers", "--home", "2001:db8::1", "--owners", owners.Path);
        Assert.Contains("Example \\x1b[31mNetwork", call.Output, StringComparison.Ordinal);
        Assert.Equal(1, Call.On(s_capture, "peers", "--home", "2001:db8::1", "--owners", owners.Path, "--json").JsonLines[0].GetProperty("owners").GetArrayLength());
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(140)]
    public void Rows_fit_the_screen(int width)
    {
        foreach (var language in new[] { "en", "ja" })
        {
            var output = new MemoryStream();
            Program.Run(["peers", Everyday, "--no-color", "--lang", language], new Terminal { Output = output, Error = TextWriter.Null, OutputIsScreen = true, Width = width });
            Assert.All(Encoding.UTF8.GetString(output.ToArray()).Split('\n'), line => Assert.InRange(DisplayWidth.Of(line), 0, width));
        }
    }

    [Fact]
    public void Reverse_names_are_asked_for_on_request_only_and_said()
    {
        var (quiet, _, asked) = Reverse([], _ => "ptr.example.org", "2a00:1450::1");
        Assert.Empty(asked);
        Assert.DoesNotContain("ptr.example.org", quiet, StringComparison.Ordinal);
        var (output, error, now) = Reverse(["--reverse"], _ => "ptr.example.org", "2a00:1450::1", "198.51.100.7", "192.168.7.7", "fd00::7", "fe80::7", "1.1.1.1");
        Assert.Equal(["1.1.1.1", "2a00:1450::1"], now.Order(StringComparer.Ordinal));
        Assert.Contains("own actions", error, StringComparison.Ordinal);
        var named = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).Where(p => p.GetProperty("peer").GetString() == "ptr.example.org").ToList();
        Assert.Equal(2, named.Count);
        Assert.Equal("[{\"name\":\"ptr.example.org\",\"from\":[\"reverse\"]}]", named[0].GetProperty("names").GetRawText());
    }

    [Fact]
    public void Reverse_names_are_as_hostile_as_any()
    {
        foreach (var format in new[] { "--json", "--no-color" })
        {
            var (output, _, _) = Reverse(["--reverse", format], _ => "evil\u001b[31m\u202e.example", "2a00:1450::1");
            Assert.Contains("evil", output, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', output);
            Assert.DoesNotContain('\u202e', output);
        }
    }

    [Fact]
    public void At_most_so_many_addresses_are_asked_for_and_failures_leave_no_name()
    {
        var addresses = Enumerable.Range(1, 300).Select(i => $"2a00:1450:{i:x}::1").ToArray();
        var (output, _, asked) = Reverse(["--reverse"], _ => throw new System.Net.Sockets.SocketException(11001), addresses);
        Assert.Equal(ReverseNames.MostAsked, asked.Count);
        Assert.DoesNotContain("reverse", output, StringComparison.Ordinal);
    }

    /// <summary>Home hears from each address once, and its resolver answers as told.</summary>
    static (string Output, string Error, List<string> Asked) Reverse(string[] options, Func<string, string?> answers, params string[] addresses)
    {
        var asked = new List<string>();
        var (output, error) = (new MemoryStream(), new StringWriter());
        var terminal = new Terminal
        {
            Output = output,
            Error = error,
            Resolve = async address =>
            {
                lock (asked) asked.Add(address.ToString());
                await Task.Yield();
                return answers(address.ToString());
            },
        };
        using var file = new TemporaryFile(CaptureBuilder.Pcap([.. addresses.Select(From)]));
        string[] format = options.Contains("--no-color") ? [] : ["--json"];
        Assert.Equal(0, Program.Run(["peers", file.Path, "--home", "2001:db8::2", "--home", "192.0.2.2", .. format, .. options.Where(o => o != "--json")], terminal));
        return (Encoding.UTF8.GetString(output.ToArray()), error.ToString(), asked);
    }

    static byte[] From(string source)
    {
        var from = IPAddress.Parse(source).GetAddressBytes();
        byte[] udp = [0x9c, 0x40, 0x27, 0x0f, 0, 9, 0, 0, 0x78];
        byte[] ip = from.Length == 16
            ? [0x86, 0xdd, 0x60, 0, 0, 0, 0, 9, 17, 64, .. from, .. IPAddress.Parse("2001:db8::2").GetAddressBytes()]
            : [0x08, 0x00, 0x45, 0, 0, 29, 0, 0, 0, 0, 64, 17, 0, 0, .. from, .. IPAddress.Parse("192.0.2.2").GetAddressBytes()];
        return [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, .. ip, .. udp];
    }
}

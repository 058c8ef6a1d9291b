using Kansatsu.Wire;
using static Kansatsu.Tests.Wire.Application.Tls.TlsBytes;

namespace Kansatsu.Tests.Wire.Application.Tls;

public class TlsClientHelloTests
{
    static readonly byte[] Hello = ClientHello(Sni("www.example.org"), Alpn("h2", "http/1.1"), Versions(0x1a1a, 0x0304, 0x0303), Extension(0xfe0d, [0]));

    [Fact]
    public void A_hello_tells_the_name_the_protocols_and_the_versions()
    {
        Assert.True(TlsClientHello.TryRead(Hello, out var hello));
        Assert.Equal("www.example.org"u8, hello.ServerName);
        Assert.Equal(["h2", "http/1.1"], Names(hello.Alpn));
        Assert.Equal("h2"u8, hello.Alpn.First);
        Assert.Equal(0x0304, hello.Version);
        Assert.Equal(0x0303, hello.LegacyVersion);
        Assert.Equal(3, hello.CipherSuiteCount);
        Assert.True(hello.HasEncryptedClientHello);
        Assert.True(hello.IsClean);
    }

    [Fact]
    public void Grease_is_not_a_version()
    {
        Assert.True(TlsClientHello.TryRead(Hello, out var hello));
        var seen = new List<ushort>();
        foreach (var version in hello.SupportedVersions) seen.Add(version);
        Assert.Equal([0x0304, 0x0303], seen);
        Assert.True(TlsVersions.IsGrease(0xfafa));
        Assert.False(TlsVersions.IsGrease(0x1a2a));
    }

    [Fact]
    public void Extensions_of_every_type_are_passed_on_in_order()
    {
        Assert.True(TlsClientHello.TryRead(Hello, out var hello));
        var types = new List<ushort>();
        foreach (var extension in hello.Extensions) types.Add(extension.Type);
        Assert.Equal([0, 16, 43, 0xfe0d], types);
    }

    [Fact]
    public void A_hello_without_extensions_is_a_hello_without_a_name()
    {
        var old = Message(1, [3, 1], new byte[32], [0], Sized16([0, 0x35]), [1, 0]);
        Assert.True(TlsClientHello.TryRead(old, out var hello));
        Assert.True(hello.ServerName.IsEmpty);
        Assert.True(hello.Alpn.IsEmpty);
        Assert.False(hello.HasEncryptedClientHello);
        Assert.Equal(0x0301, hello.Version);
    }

    [Fact]
    public void A_hello_cut_anywhere_is_not_read_as_whole()
    {
        for (var length = 0; length < Hello.Length; length++) Assert.False(TlsClientHello.TryRead(Hello.AsSpan(0, length), out _));
    }

    [Fact]
    public void The_start_of_a_hello_gives_what_is_there()
    {
        var seen = 0;
        for (var length = 0; length < Hello.Length; length++)
        {
            if (!TlsClientHello.TryReadStart(Hello.AsSpan(0, length), out var hello)) continue;
            Assert.True(hello.ServerName.IsEmpty || hello.ServerName.SequenceEqual("www.example.org"u8));
            if (!hello.ServerName.IsEmpty) seen++;
        }

        Assert.InRange(seen, 20, Hello.Length);
    }

    [Fact]
    public void The_first_of_two_names_counts()
    {
        Assert.True(TlsClientHello.TryRead(ClientHello(Sni("first"), Sni("second")), out var hello));
        Assert.Equal("first"u8, hello.ServerName);
    }

    [Fact]
    public void Lying_lengths_inside_the_hello_are_met_with_nothing()
    {
        for (var at = 0; at < Hello.Length; at++)
        {
            foreach (var value in new byte[] { 0, 1, 0x7f, 0x80, 0xff })
            {
                var bytes = (byte[])Hello.Clone();
                bytes[at] = value;
                if (!TlsClientHello.TryRead(bytes, out var hello)) continue;
                foreach (var name in hello.Alpn) Assert.InRange(name.Length, 0, 255);
                foreach (var extension in hello.Extensions) Assert.InRange(extension.Value.Length, 0, bytes.Length);
            }
        }
    }

    [Fact]
    public void Extensions_that_overrun_are_not_clean()
    {
        Assert.True(TlsClientHello.TryRead(ClientHello(Sni("a.example"), [0, 16, 0xff, 0xff]), out var hello));
        Assert.False(hello.IsClean);
        Assert.Equal("a.example"u8, hello.ServerName);
    }

    [Fact]
    public void A_datagram_hello_has_a_longer_header_and_a_cookie()
    {
        var body = Concat([0xfe, 0xfd], new byte[32], [0], Sized8([1, 2, 3]), Sized16([0xc0, 0x2b]), [1, 0], Sized16(Sni("dtls.example"), Versions(0xfefd, 0xfefc)));
        byte[] message = [1, 0, 0, (byte)body.Length, 0, 0, 0, 0, 0, 0, 0, (byte)body.Length, .. body];
        Assert.True(TlsClientHello.TryReadDatagram(message, out var hello));
        Assert.Equal("dtls.example"u8, hello.ServerName);
        Assert.Equal(0xfefc, hello.Version);
        for (var length = 0; length < message.Length; length++) TlsClientHello.TryReadDatagram(message.AsSpan(0, length), out _);
    }

    [Fact]
    public void A_datagram_fragment_outside_its_message_is_refused() =>
        Assert.False(DtlsHandshake.TryRead([1, 0, 0, 10, 0, 0, 0, 0, 9, 0, 0, 2, 0, 0], out _));

    [Fact]
    public void A_server_hello_tells_what_was_chosen()
    {
        Assert.True(TlsServerHello.TryRead(ServerHello(Alpn("h2"), Extension(43, [3, 4])), out var hello));
        Assert.Equal(0x0304, hello.Version);
        Assert.Equal(0xc02f, hello.CipherSuite);
        Assert.Equal("h2"u8, hello.Alpn);
        Assert.False(hello.IsRetryRequest);
    }

    [Fact]
    public void A_retry_request_is_known_by_its_random()
    {
        var retry = ServerHello();
        Convert.FromHexString("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c").CopyTo(retry, 6);
        Assert.True(TlsServerHello.TryRead(retry, out var hello));
        Assert.True(hello.IsRetryRequest);
    }

    static List<string> Names(TlsAlpnNames alpn)
    {
        var names = new List<string>();
        foreach (var name in alpn) names.Add(System.Text.Encoding.ASCII.GetString(name));
        return names;
    }
}

using System.Text;
using Kansatsu.Wire;
using static Kansatsu.Tests.Wire.Application.Tls.TlsBytes;

namespace Kansatsu.Tests.Wire.Application;

public class TcpListingTests
{
    static readonly byte[] Hello = Record(22, ClientHello(Sni("www.example.org"), Alpn("h2"), Versions(0x0304)));

    public static TheoryData<string, string> Lines => new()
    {
        { "GET /x HTTP/1.1\r\nHost: a\r\n\r\n", "GET /x HTTP/1.1" },
        { "SSH-2.0-OpenSSH_9\r\n", "Banner: SSH-2.0-OpenSSH_9" },
        { "220 a ESMTP\r\n", "220 a ESMTP" },
        { "\u00ff\u00fb\u0001", "Will Echo" },
        { "\u0010\u0010\0\u0004MQTT\u0004\u0002\0\u003c\0\u0004name", "Connect (name)" },
        { "\u0015\u0003\u0003\0\u0002\u0001\0", "Alert (Close Notify)" },
        { "\u0014\u0003\u0003\0\u0001\u0001\u0016\u0003\u0003\0\u0004abcd", "Change Cipher Spec, Encrypted Handshake Message" },
        { "GET /\u001b[31m HTTP/1.1\r\n\r\n", "GET /\\x1b[31m HTTP/1.1" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_segment_says_in_a_line_what_it_is(string payload, string line) => Assert.Equal(line, Summary(Encoding.Latin1.GetBytes(payload)));

    [Fact]
    public void A_hello_shows_the_name_it_looks_for() => Assert.Equal("Client Hello (SNI=www.example.org)", Summary(Hello));

    [Fact]
    public void The_block_shows_the_fields_of_a_hello_and_a_certificate()
    {
        var text = Block(Concat(Hello, Record(22, ServerHello(), Message(11, Sized24(Sized24(Certificate("host.example", "CA", Der(0x82, Text("alt.example")))))))));
        foreach (var part in new[] { "Server name: www.example.org", "ALPN: h2", "Supported versions: TLS 1.3", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "Subject: host.example", "Also named: alt.example" })
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_not_shown() => Assert.DoesNotContain("secret", Block("USER a\r\nPASS secret\r\n"u8.ToArray(), 21), StringComparison.Ordinal);

    [Fact]
    public void A_segment_cut_anywhere_is_listed_without_a_throw()
    {
        foreach (var payload in Lines.Select(row => Encoding.Latin1.GetBytes((string)row[0])).Append(Hello))
        {
            for (var length = 0; length <= payload.Length; length++)
            {
                Block(payload[..length]);
                Summary(payload[..length]);
            }
        }
    }

    [Fact]
    public void A_lying_hello_and_a_torn_header_are_named()
    {
        Assert.True(Flags(Record(22, ClientHello(Sni("a"), [0, 16, 0xff, 0xff]))).Contains(Anomaly.TlsMalformed));
        Assert.True(Flags([.. Hello, 1, 2, 3, 4, 5, 6]).Contains(Anomaly.TlsMalformed));
        Assert.False(Flags([.. Hello, 22, 3]).Contains(Anomaly.TlsMalformed));
        Assert.True(Flags("GET / HTTP/1.1\r\nno colon here\r\n\r\n"u8.ToArray()).Contains(Anomaly.HttpMalformed));
        Assert.False(Flags("GET / HTTP/1.1\r\nHost: a\r\n\r\nno colon here\r\n"u8.ToArray()).Contains(Anomaly.HttpMalformed));
    }

    static AnomalySet Flags(byte[] payload) => new Dissector().Dissect(TcpFrames.Of(payload, 12_345)).Anomalies;

    static string Summary(byte[] payload)
    {
        var to = new ListingWriter();
        Listing.Summarize(new Dissector().Dissect(TcpFrames.Of(payload, 12_345)), to);
        return to.ToString();
    }

    static string Block(byte[] payload, ushort port = 12_345)
    {
        var to = new ListingWriter();
        Listing.List(new Dissector().Dissect(TcpFrames.Of(payload, port)), to);
        return to.ToString();
    }
}

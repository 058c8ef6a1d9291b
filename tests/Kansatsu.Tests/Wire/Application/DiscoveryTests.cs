using System.Text;
using Kansatsu.Tests.Wire.Application.Dns;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application;

/// <summary>DNS in its listing, SSDP, WS-Discovery, NetBIOS.</summary>
public class DiscoveryTests
{
    const string Search = "M-SEARCH * HTTP/1.1\r\nHost: [ff02::c]:1900\r\nST: urn:dial\r\nMan: \"ssdp:discover\"\r\n\r\n";
    const string Notify = "NOTIFY * HTTP/1.1\r\nnt: upnp:rootdevice\r\nNTS: ssdp:alive\r\nUSN: uuid:1::x\r\nSERVER: Linux/5 UPnP/1.0 Router/2\r\nLOCATION: http://[fe80::1]/d.xml\r\n\r\n";
    const string Probe = "<?xml version=\"1.0\"?><soap:Envelope><wsa:Action>http://x/2005/04/discovery/Probe</wsa:Action><wsd:Types>wsdp:Device</wsd:Types></soap:Envelope>";

    [Fact]
    public void A_dns_response_is_one_line() => Assert.Equal(
        "Standard query response 0x1234 AAAA ipv6.example CNAME www.example AAAA 2001:db8::1 OPT",
        UdpFrames.Line(53, 40000, UdpFrames.Hex(DnsMessageTests.Response)));

    [Fact]
    public void A_dns_block_shows_every_record()
    {
        var block = UdpFrames.Block(53, 40000, UdpFrames.Hex(DnsMessageTests.Response));
        Assert.Contains("Question: ipv6.example AAAA IN\n", block, StringComparison.Ordinal);
        Assert.Contains("Answer: www.example IN ttl 60 s AAAA 2001:db8::1\n", block, StringComparison.Ordinal);
        Assert.Contains("Additional: . OPT, UDP payload 1232, version 0, option 8=00011800c63364", block, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_is_named() =>
        Assert.Equal("Standard query response 0x0001 NXDOMAIN A x", UdpFrames.Line(53, 40000, UdpFrames.Hex("0001 8183 0001 0000 0000 0000 0178 00 0001 0001")));

    [Fact]
    public void A_netbios_question_shows_the_decoded_name()
    {
        byte[] query = [.. UdpFrames.Hex("0007 0110 0001 0000 0000 0000 20"), .. DnsMessageTests.Encode("FILES          \x20"), .. UdpFrames.Hex("00 0020 0001")];
        Assert.Equal("Name query 0x0007 NB FILES<20>", UdpFrames.Line(137, 137, query));
    }

    [Fact]
    public void A_netbios_datagram_says_who_tells_whom()
    {
        var datagram = NetBios();
        Assert.Equal("PC1<00> → WORKGROUP<1d>", UdpFrames.Line(138, 138, datagram));
        Assert.True(NetBiosDatagram.TryRead(datagram, out var view));
        Assert.Equal("10.0.0.1", view.SourceAddress.ToString());
    }

    [Fact]
    public void An_ssdp_search_says_what_it_looks_for()
    {
        Assert.Equal("M-SEARCH * HTTP/1.1 urn:dial", UdpFrames.Line(40000, 1900, Encoding.ASCII.GetBytes(Search)));
        Assert.True(SsdpMessage.TryRead(Encoding.ASCII.GetBytes(Search), out var message));
        Assert.True(message.IsSearch);
        Assert.True(message.Server.IsEmpty);
    }

    [Fact]
    public void An_ssdp_announcement_says_product_and_place()
    {
        Assert.True(SsdpMessage.TryRead(Encoding.ASCII.GetBytes(Notify), out var message));
        Assert.True(message.IsNotify);
        Assert.Equal("ssdp:alive", Encoding.ASCII.GetString(message.NotificationSubtype));
        Assert.Equal("uuid:1::x", Encoding.ASCII.GetString(message.UniqueName));
        Assert.Equal("http://[fe80::1]/d.xml", Encoding.ASCII.GetString(message.Location));
        Assert.Equal("NOTIFY * HTTP/1.1 upnp:rootdevice Linux/5 UPnP/1.0 Router/2", UdpFrames.Line(40000, 1900, Encoding.ASCII.GetBytes(Notify)));
    }

    [Fact]
    public void Other_text_on_the_ssdp_port_is_not_a_message() => Assert.False(SsdpMessage.TryRead("GET / HTTP/1.1\r\n\r\n"u8, out _));

    [Fact]
    public void A_probe_says_what_it_looks_for()
    {
        Assert.Equal("Probe wsdp:Device", UdpFrames.Line(40000, 3702, Encoding.ASCII.GetBytes(Probe)));
        Assert.False(WsDiscoveryMessage.TryRead("<html>"u8, out _));
    }

    [Fact]
    public void An_element_without_an_end_is_empty()
    {
        Assert.True(WsDiscoveryMessage.TryRead("<Envelope><Types>wsdp"u8, out var message));
        Assert.True(message.Types.IsEmpty);
        Assert.True(message.Action.IsEmpty);
    }

    [Fact]
    public void Every_prefix_is_read_without_harm()
    {
        UdpFrames.TryEveryPrefix(40000, 1900, Encoding.ASCII.GetBytes(Notify));
        UdpFrames.TryEveryPrefix(40000, 3702, Encoding.ASCII.GetBytes(Probe));
        UdpFrames.TryEveryPrefix(138, 138, NetBios());
    }

    static byte[] NetBios() =>
    [
        .. UdpFrames.Hex("11 02 0001 0a000001 008a 0050 0000 20"), .. DnsMessageTests.Encode("PC1            \0"), 0,
        0x20, .. DnsMessageTests.Encode("WORKGROUP      \x1d"), 0, 0xff,
    ];
}

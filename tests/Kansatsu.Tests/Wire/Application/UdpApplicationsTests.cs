using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application;

public class UdpApplicationsTests
{
    const string Zeros = "00000000000000000000000000000000000000000000000000000000000000000000000000000000";

    [Theory]
    [InlineData(40000, 53, "1234 0100 0001 0000 0000 0000 00 0001 0001", "Dns")]
    [InlineData(5353, 5353, "0000 0000 0000 0000 0000 0000", "Mdns")]
    [InlineData(40000, 5355, "0000 0000 0000 0000 0000 0000", "Llmnr")]
    [InlineData(137, 137, "0000 0000 0000 0000 0000 0000", "Nbns")]
    [InlineData(546, 547, "01 000001", "Dhcpv6")]
    [InlineData(68, 67, "01 01 06 00" + Zeros + Zeros, "Dhcp")]
    [InlineData(123, 123, "23" + Zeros, "Ntp")]
    [InlineData(40000, 161, "30 03 020100", "Snmp")]
    [InlineData(40000, 514, "3c33343e78", "Syslog")]
    [InlineData(40000, 1900, "4d2d534541524348", "Ssdp")]
    [InlineData(40000, 69, "0001 6100 6f00", "Tftp")]
    [InlineData(40000, 138, "1102", "NetBiosDatagram")]
    [InlineData(500, 500, "0000000000000001 0000000000000000 01 10 02 00 00000000 0000001c", "Isakmp")]
    [InlineData(4500, 4500, "00000000 0000000000000001 0000000000000000 01 20 22 00 00000000 0000001c", "Isakmp")]
    [InlineData(40000, 1812, "01 05 0014 00000000000000000000000000000000", "Radius")]
    [InlineData(40000, 2055, "0009 0001 00000000 00000000 00000000", "Netflow")]
    [InlineData(40000, 6343, "00000005 00000001 0a000001" + "00000000000000000000000000000000", "Sflow")]
    [InlineData(40000, 5683, "40 01 0001", "Coap")]
    [InlineData(40000, 5060, "4f5054494f4e53", "Sip")]
    [InlineData(40000, 88, "6a 81 00 00 00 00 00 00 00 00", "Kerberos")]
    [InlineData(40000, 389, "30 05 02 01 01 63 00", "Ldap")]
    [InlineData(40000, 1194, "38 00 01", "OpenVpn")]
    [InlineData(40000, 11211, "0001 0000 0001 0000 73746174730d0a", "Memcached")]
    [InlineData(40000, 4672, "e3 9a", "Edonkey")]
    [InlineData(6346, 40000, "474e4401 0101 0000", "Gnutella")]
    [InlineData(40000, 3702, "3c3f786d6c", "WsDiscovery")]
    public void A_port_and_a_fitting_payload_name_the_protocol(int source, int destination, string payload, string kind)
    {
        Assert.Equal(kind, UdpFrames.KindOf(source, destination, UdpFrames.Hex(payload)).ToString());
        Assert.Equal(kind, UdpFrames.KindOf(destination, source, UdpFrames.Hex(payload)).ToString());
    }

    [Theory]
    [InlineData("0001 0000 2112a442 000102030405060708090a0b", "Stun")]
    [InlineData("0101 0000 000102030405060708090a0b0c0d0e0f", "Stun")]
    [InlineData("16 fefd 0000 000000000000 0001 00", "Dtls")]
    [InlineData("0000041727101980 00000000 12345678", "BitTorrent")]
    [InlineData("4102 1234 00000001 00000000 00100000 0001 0000", "BitTorrent")]
    [InlineData("c3 00000001 00 00 00 05 0000000000", "Quic")]
    [InlineData("90 00000000 00 00 00000001 6b3343cf", "Quic")]
    [InlineData("80 00 0001 00000001 12345678 00", "Rtp")]
    [InlineData("80 c8 0001 12345678", "Rtcp")]
    public void A_payload_with_a_mark_is_known_on_any_port(string payload, string kind) =>
        Assert.Equal(kind, UdpFrames.KindOf(40000, 41000, UdpFrames.Hex(payload)).ToString());

    [Theory]
    [InlineData("d1:ad2:id20:abcdefghij0123456789e1:q4:ping1:t2:aa1:y1:qe", "BitTorrentDht")]
    [InlineData("HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\n\r\n", "Ssdp")]
    [InlineData("NOTIFY sip:a@b SIP/2.0\r\n\r\n", "Sip")]
    [InlineData("SIP/2.0 200 OK\r\n\r\n", "Sip")]
    public void A_text_is_known_on_any_port(string payload, string kind) =>
        Assert.Equal(kind, UdpFrames.KindOf(40001, 41000, Encoding.ASCII.GetBytes(payload)).ToString());

    [Theory]
    [InlineData(148, 1)]
    [InlineData(92, 2)]
    [InlineData(64, 3)]
    [InlineData(48, 4)]
    public void Wireguard_is_known_by_its_four_lengths(int length, byte type)
    {
        var payload = new byte[length];
        payload[0] = type;
        Assert.Equal(LayerKind.Wireguard, Identify(40000, 51820, payload));
        Assert.NotEqual(LayerKind.Wireguard, Identify(40000, 51820, payload[..^1]));
    }

    [Theory]
    [InlineData(4789, "08000000 00000100", "Vxlan")]
    [InlineData(8472, "08000000 00000100", "Vxlan")]
    [InlineData(6081, "0000 6558 00000100", "Geneve")]
    [InlineData(2152, "30ff 0000 00000001", "Gtp")]
    [InlineData(3544, "0000 0000 00000000", "Teredo")]
    [InlineData(1701, "c802 0008 0000 0000", "L2tp")]
    [InlineData(4341, "00000000 00000000", "Lisp")]
    [InlineData(5247, "00000000 00000000", "Capwap")]
    [InlineData(6635, "00001140", "Mpls")]
    [InlineData(4500, "00000001 00000001 00", "Esp")]
    [InlineData(4754, "00008000", "Gre")]
    [InlineData(521, "01010000", "Ripng")]
    [InlineData(520, "02020000", "Rip")]
    [InlineData(1985, "00000000", "Hsrp")]
    public void Tunnels_and_routing_are_passed_on(int port, string payload, string kind) =>
        Assert.Equal(kind, Identify(40000, port, UdpFrames.Hex(payload)).ToString());

    [Theory]
    [InlineData(40000, 53000, "ffffffffffffffffffff")]
    [InlineData(40000, 123, "00")]
    [InlineData(40000, 4789, "0000000000000000")]
    [InlineData(40001, 41000, "80 00 0001 00000001 12345678 00")]
    [InlineData(80, 41000, "80 00 0001 00000001 12345678 00")]
    public void A_payload_that_fits_nothing_is_data(int source, int destination, string payload) =>
        Assert.Equal(LayerKind.Data, Identify(source, destination, UdpFrames.Hex(payload)));

    [Fact]
    public void The_lower_port_is_asked_first() =>
        Assert.Equal(LayerKind.Dns, Identify(5353, 53, UdpFrames.Hex("0000 0000 0000 0000 0000 0000")));

    [Fact]
    public void No_bytes_on_any_port_throw()
    {
        var random = new Random(1);
        var payload = new byte[64];
        for (var port = 0; port < 65536; port++)
        {
            random.NextBytes(payload);
            _ = Identify(port, 40000, payload.AsSpan(0, random.Next(payload.Length)));
        }
    }

    [Fact]
    public void Identification_allocates_nothing()
    {
        var payload = UdpFrames.Hex("d1b2a3c4 00000001 00000000 00000000");
        Identify(40000, 41000, payload);
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (var i = 0; i < 100; i++) Identify(40000 + i, 41000, payload);
        }));
    }

    static LayerKind Identify(int source, int destination, ReadOnlySpan<byte> payload)
    {
        Dissection d = default;
        return UdpApplications.Identify((ushort)source, (ushort)destination, payload, d);
    }
}

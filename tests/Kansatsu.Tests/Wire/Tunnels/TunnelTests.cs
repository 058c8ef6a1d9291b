using Kansatsu.Wire;
using static Kansatsu.Tests.LinkFrames;

namespace Kansatsu.Tests;

public class TunnelTests
{
    const string Ethernet = Addresses + "86dd" + Ipv6;

    /// <summary>A tunnel's header and what it carries; the kind is what UDP ports or an IP protocol number announce.</summary>
    public static TheoryData<string, byte, string, string> Carriers => new()
    {
        { "GRE", (byte)LayerKind.Gre, "0000 86dd" + Ipv6, "Gre Ipv6 NoNextHeader" },
        { "GRE with key and sequence number", (byte)LayerKind.Gre, "3000 0800 00000001 00000002" + Ipv4, "Gre Ipv4 Udp Data" },
        { "GRE with a source route", (byte)LayerKind.Gre, "4000 86dd 0000 0000 0800 00 04 c0000201 00000000" + Ipv6, "Gre Ipv6 NoNextHeader" },
        { "GRE with Ethernet", (byte)LayerKind.Gre, "0000 6558" + Ethernet, "Gre Ethernet Ipv6 NoNextHeader" },
        { "GRE with MPLS", (byte)LayerKind.Gre, "0000 8847 000021ff" + Ipv6, "Gre Mpls Ipv6 NoNextHeader" },
        { "GRE keep-alive", (byte)LayerKind.Gre, "0000 0000", "Gre" },
        { "GRE with NHRP", (byte)LayerKind.Gre, "0000 2001 0001", "Gre Unknown" },
        { "GRE with Cisco meta data", (byte)LayerKind.Gre, "0000 8909 86dd 0101 0001 0000" + Ipv6, "Gre EtherTag Ipv6 NoNextHeader" },
        { "PPTP", (byte)LayerKind.Gre, "3001 880b 002e 0001 00000001 ff030057" + Ipv6 + "0000", "Gre Ppp Ipv6 NoNextHeader Data" },
        { "PPTP acknowledgement", (byte)LayerKind.Gre, "2081 880b 0000 0001 00000001", "Gre" },
        { "WCCP 1", (byte)LayerKind.Gre, "0000 883e" + Ipv4, "Gre Ipv4 Udp Data" },
        { "WCCP 2", (byte)LayerKind.Gre, "0000 883e 00000000" + Ipv4, "Gre Ipv4 Udp Data" },
        { "ERSPAN I", (byte)LayerKind.Gre, "0000 88be" + Ethernet, "Gre Erspan Ethernet Ipv6 NoNextHeader" },
        { "ERSPAN II", (byte)LayerKind.Gre, "1000 88be 00000001 10010064 00000000" + Ethernet, "Gre Erspan Ethernet Ipv6 NoNextHeader" },
        { "ERSPAN III", (byte)LayerKind.Gre, "1000 22eb 00000001 20010064 00000000 00000000" + Ethernet, "Gre Erspan Ethernet Ipv6 NoNextHeader" },
        { "ERSPAN III with subheader", (byte)LayerKind.Gre, "1000 22eb 00000001 20010064 00000000 00000001 0000000000000000" + Ethernet, "Gre Erspan Ethernet Ipv6 NoNextHeader" },
        { "L2TPv2 data", (byte)LayerKind.L2tp, "0002 0001 0002 ff030057" + Ipv6, "L2tp Ppp Ipv6 NoNextHeader" },
        { "L2TPv2 data with length, sequence and offset", (byte)LayerKind.L2tp, "4a02 003c 0001 0002 0000 0000 0002 ffff ff030057" + Ipv6, "L2tp Ppp Ipv6 NoNextHeader" },
        { "L2TPv2 control", (byte)LayerKind.L2tp, "c802 0014 0001 0000 0000 0000 8008 0000 0000 0001", "L2tp" },
        { "L2TPv3 data over UDP", (byte)LayerKind.L2tp, "0003 0000 00000001" + Ethernet, "L2tp Ethernet Ipv6 NoNextHeader" },
        { "L2TPv3 with Ethernet", (byte)LayerKind.L2tpv3, "fd4241eb" + Ethernet, "L2tpv3 Ethernet Ipv6 NoNextHeader" },
        { "L2TPv3 with a cookie and PPP", (byte)LayerKind.L2tpv3, "fd4241eb 1111111122222222 ff030057" + Ipv6, "L2tpv3 Ppp Ipv6 NoNextHeader" },
        { "L2TPv3 with HDLC", (byte)LayerKind.L2tpv3, "fd4241eb 0f0086dd" + Ipv6, "L2tpv3 CiscoHdlc Ipv6 NoNextHeader" },
        { "L2TPv3 with something else", (byte)LayerKind.L2tpv3, "fd4241eb 11111111222222223333333344444444", "L2tpv3 Data" },
        { "L2TPv3 control", (byte)LayerKind.L2tpv3, "00000000 c803 000c 00000000 0000 0000", "L2tpv3" },
        { "VXLAN", (byte)LayerKind.Vxlan, "08000000 00006400" + Ethernet, "Vxlan Ethernet Ipv6 NoNextHeader" },
        { "VXLAN-GPE with IPv6", (byte)LayerKind.Vxlan, "0c000002 00006400" + Ipv6, "Vxlan Ipv6 NoNextHeader" },
        { "VXLAN-GPE with NSH", (byte)LayerKind.Vxlan, "0c000004 00006400 0fc20202 00000102" + Ipv6, "Vxlan Nsh Ipv6 NoNextHeader" },
        { "Geneve", (byte)LayerKind.Geneve, "0000 6558 00006400" + Ethernet, "Geneve Ethernet Ipv6 NoNextHeader" },
        { "Geneve with options", (byte)LayerKind.Geneve, "0200 86dd 00006400 0102 80 01 deadbeef" + Ipv6, "Geneve Ipv6 NoNextHeader" },
        { "GTP user plane", (byte)LayerKind.Gtp, "30ff 0028 00000001" + Ipv6, "Gtp Ipv6 NoNextHeader" },
        { "GTP with extension headers", (byte)LayerKind.Gtp, "34ff 0034 00000001 0000 00 85 01 0010 c0 01 0000 00" + Ipv6, "Gtp Ipv6 NoNextHeader" },
        { "GTP echo", (byte)LayerKind.Gtp, "3201 0004 00000000 00010000", "Gtp" },
        { "GTP version 0", (byte)LayerKind.Gtp, "1eff 0028 0000 0000 00 000000 0000000000000000" + Ipv6, "Gtp Ipv6 NoNextHeader" },
        { "GTP version 2", (byte)LayerKind.Gtp, "4001 0004 00000000", "Gtp" },
        { "GTP prime", (byte)LayerKind.Gtp, "0f01 0002 0001 0000", "Gtp" },
        { "Teredo", (byte)LayerKind.Teredo, Ipv6, "Teredo Ipv6 NoNextHeader" },
        { "Teredo with origin", (byte)LayerKind.Teredo, "0000 1234 3ffffdfe" + Ipv6, "Teredo Ipv6 NoNextHeader" },
        { "Teredo with authentication and origin", (byte)LayerKind.Teredo, "0001 02 03 aabb ccddee 0011223344556677 00 0000 1234 3ffffdfe" + Ipv6, "Teredo Ipv6 NoNextHeader" },
        { "LISP", (byte)LayerKind.Lisp, "c0000000 00000001" + Ipv6, "Lisp Ipv6 NoNextHeader" },
        { "CAPWAP with 802.3", (byte)LayerKind.Capwap, "00 10 0200 00000000" + Ethernet, "Capwap Ethernet Ipv6 NoNextHeader" },
        { "CAPWAP with 802.11", (byte)LayerKind.Capwap, "00 10 0300 00000000 0802 0000 020000000001 020000000002 020000000003 1000" + Snap + "86dd" + Ipv6,
            "Capwap Ieee80211 Llc Snap Ipv6 NoNextHeader" },
        { "CAPWAP with 802.11, swapped", (byte)LayerKind.Capwap, "00 10 0300 00000000 0208 0000 020000000001 020000000002 020000000003 1000" + Snap + "86dd" + Ipv6,
            "Capwap Ieee80211 Llc Snap Ipv6 NoNextHeader" },
        { "CAPWAP keep-alive", (byte)LayerKind.Capwap, "00 10 0208 00000000 0016", "Capwap" },
        { "CAPWAP fragment", (byte)LayerKind.Capwap, "00 10 0280 00000000 0016", "Capwap Data" },
        { "CAPWAP in DTLS", (byte)LayerKind.Capwap, "01 000000 16feff0000", "Capwap Dtls" },
        { "EtherIP", (byte)LayerKind.EtherIp, "3000" + Ethernet, "EtherIp Ethernet Ipv6 NoNextHeader" },
        { "AYIYA", (byte)LayerKind.Ayiya, "41 52 11 29 00000000 20010db8000000000000000000000001 0000000000000000000000000000000000000000" + Ipv6, "Ayiya Ipv6 NoNextHeader" },
        { "WireGuard", (byte)LayerKind.Wireguard, "04000000 00000001", "Wireguard" },
    };

    [Theory]
    [MemberData(nameof(Carriers))]
    public void A_tunnel_leads_to_what_it_carries(string name, byte first, string hex, string layers)
    {
        Assert.NotEmpty(name);
        Assert.Equal(layers, Kinds((LayerKind)first, hex));
    }

    [Theory]
    [MemberData(nameof(Carriers))]
    public void A_tunnel_may_be_cut_anywhere(string name, byte first, string hex, string layers)
    {
        Assert.NotEmpty(name + layers);
        CutEverywhere(Bytes(hex), (dissector, frame) => dissector.Dissect(frame, (LayerKind)first));
    }

    [Theory]
    [InlineData(47, "0000 86dd" + Ipv6, "Ipv6 Gre Ipv6 NoNextHeader")]
    [InlineData(41, Ipv6, "Ipv6 Ipv6 NoNextHeader")]
    [InlineData(4, Ipv4, "Ipv6 Ipv4 Udp Data")]
    [InlineData(115, "fd4241eb" + Ethernet, "Ipv6 L2tpv3 Ethernet Ipv6 NoNextHeader")]
    [InlineData(137, "000021ff" + Ipv6, "Ipv6 Mpls Ipv6 NoNextHeader")]
    [InlineData(143, "3000" + Ethernet, "Ipv6 EtherIp Ethernet Ipv6 NoNextHeader")]
    public void A_protocol_number_announces_a_tunnel(byte protocol, string payload, string layers)
    {
        var d = new Dissector().Dissect(Of(InIpv6(protocol, payload), LinkType.Raw));
        Assert.Equal(layers, Kinds(d));
        Assert.Equal(0, d.OutermostIp);
        Assert.True(d.InnermostIp > 0);
        Assert.Equal(LayerFlags.Inner, d[d.InnermostIp].Flags & LayerFlags.Inner);
    }

    [Theory]
    [InlineData(4789, "08000000 00006400" + Ethernet, "Ipv6 Udp Vxlan Ethernet Ipv6 NoNextHeader")]
    [InlineData(4790, "0c000002 00006400" + Ipv6, "Ipv6 Udp Vxlan Ipv6 NoNextHeader")]
    [InlineData(6081, "0000 6558 00006400" + Ethernet, "Ipv6 Udp Geneve Ethernet Ipv6 NoNextHeader")]
    [InlineData(2152, "30ff 0028 00000001" + Ipv6, "Ipv6 Udp Gtp Ipv6 NoNextHeader")]
    [InlineData(3544, "0000 1234 3ffffdfe" + Ipv6, "Ipv6 Udp Teredo Ipv6 NoNextHeader")]
    [InlineData(4341, "c0000000 00000001" + Ipv6, "Ipv6 Udp Lisp Ipv6 NoNextHeader")]
    [InlineData(4342, "80000000" + Ipv6, "Ipv6 Udp Lisp Ipv6 NoNextHeader")]
    [InlineData(4342, "30000000 00000000", "Ipv6 Udp Lisp")]
    [InlineData(5072, "41 02 01 29 00000000 20010db8000000000000000000000001" + Ipv6, "Ipv6 Udp Ayiya Ipv6 NoNextHeader")]
    [InlineData(5246, "00 10 0200 00000000" + Ethernet, "Ipv6 Udp Capwap")]
    [InlineData(5247, "00 10 0200 00000000" + Ethernet, "Ipv6 Udp Capwap Ethernet Ipv6 NoNextHeader")]
    [InlineData(6635, "000021ff" + Ipv6, "Ipv6 Udp Mpls Ipv6 NoNextHeader")]
    [InlineData(1701, "0002 0001 0002 ff030057" + Ipv6, "Ipv6 Udp L2tp Ppp Ipv6 NoNextHeader")]
    public void A_port_announces_a_tunnel(int port, string payload, string layers)
    {
        var length = Bytes(payload).Length + UdpHeader.HeaderLength;
        Assert.Equal(layers, Kinds(new Dissector().Dissect(Of(InIpv6(17, $"d431 {port:x4} {length:x4} 0000" + payload), LinkType.Raw))));
    }

    [Fact]
    public void A_thousand_nested_packets_end_with_a_limit()
    {
        var d = new Dissector().Dissect(Of(Bytes(string.Concat(Enumerable.Repeat("60000000 0000 29 40 20010db8000000000000000000000001 20010db8000000000000000000000002", 1000))), LinkType.Raw));
        Assert.Equal(StopReason.LimitReached, d.Stop.Reason);
        Assert.True(d.Anomalies.Contains(Anomaly.TunnelTooDeep));
        Assert.Equal(Dissection.MaxIpNesting, d.Count);
    }

    [Fact]
    public void A_thousand_nested_ethernet_headers_end_with_a_limit()
    {
        var d = new Dissector().Dissect(Of(Bytes(string.Concat(Enumerable.Repeat(Addresses + "6558", 1000))), LinkType.Ethernet));
        Assert.Equal(StopReason.LimitReached, d.Stop.Reason);
        Assert.InRange(d.Count, 1, Dissection.MaxLayers);
    }

    [Theory]
    [InlineData("8000 86dd 026c 0000", ChecksumVerdict.Good)]
    [InlineData("8000 86dd 026d 0000", ChecksumVerdict.Bad)]
    public void The_checksum_of_gre_is_verified(string header, ChecksumVerdict expected)
    {
        var d = new Dissector().Dissect(Of(Bytes(header + Ipv6), LinkType.Raw), LayerKind.Gre);
        Assert.Equal(expected, d[0].Checksum);
        Assert.Equal(expected == ChecksumVerdict.Bad, d.Anomalies.Contains(Anomaly.ChecksumOther));
    }

    [Theory]
    [InlineData(LayerKind.Gre, "2000 86dd 0000")]
    [InlineData(LayerKind.Gre, "3001 880b ffff 0001 00000001 ff030057")]
    [InlineData(LayerKind.L2tp, "4002 ffff 0001 0002 ff030057")]
    [InlineData(LayerKind.Gtp, "30ff ffff 00000001")]
    [InlineData(LayerKind.Gtp, "34ff 0008 00000001 0000 00 85 00 000000")]
    [InlineData(LayerKind.Geneve, "3f00 86dd 00006400")]
    [InlineData(LayerKind.Teredo, "0001 ff ff 00")]
    [InlineData(LayerKind.Capwap, "00 08 0200 00000000")]
    [InlineData(LayerKind.Vxlan, "08000000")]
    [InlineData(LayerKind.Nsh, "0fc00201 00000102")]
    public void A_tunnel_header_whose_lengths_do_not_fit_is_named(LayerKind first, string hex)
    {
        var d = new Dissector().Dissect(Of(Bytes(hex), LinkType.Raw), first);
        Assert.True(d.Anomalies.Contains(Anomaly.TunnelLengthInvalid));
        Assert.False(d.Stop.IsNone);
    }

    [Fact]
    public void A_teredo_origin_is_shown_with_its_bits_turned_back()
    {
        Assert.True(TeredoHeader.TryRead(Bytes("0000 1234 3ffffdfe"), out var header));
        Assert.Equal("192.0.2.1", header.OriginAddress.ToString());
        Assert.Equal(0xedcb, header.OriginPort);
        Assert.False(header.HasAuthentication);
    }

    [Fact]
    public void A_geneve_option_that_is_cut_is_not_clean()
    {
        var options = new GeneveOptions(Bytes("0102 80 02 deadbeef"));
        Assert.False(options.MoveNext());
        Assert.False(options.IsClean);
    }

    [Fact]
    public void Network_identifiers_are_listed()
    {
        Assert.Contains("Network identifier: 100", Listed(new Dissector().Dissect(Of(Bytes("08000000 00006400" + Ethernet), LinkType.Raw), LayerKind.Vxlan)), StringComparison.Ordinal);
        var geneve = Listed(new Dissector().Dissect(Of(Bytes("0200 86dd 00006400 0102 80 01 deadbeef" + Ipv6), LinkType.Raw), LayerKind.Geneve));
        Assert.Contains("Network identifier: 100", geneve, StringComparison.Ordinal);
        Assert.Contains("Option: 0x0102 type 0x80 critical deadbeef", geneve, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LayerKind.Wireguard, "01000000 00000001", "Handshake initiation")]
    [InlineData(LayerKind.L2tp, "c802 0014 0001 0000 0000 0000 8008 0000 0000 0001", "Control message (tunnel 1, session 0), start control connection request")]
    [InlineData(LayerKind.L2tp, "c802 000c 0001 0000 0000 0000", "Control message (tunnel 1, session 0), acknowledgement")]
    [InlineData(LayerKind.Gtp, "3201 0004 00000000 00010000", "Message type 1")]
    public void Messages_that_carry_nothing_are_summarised(LayerKind first, string hex, string expected)
    {
        var writer = new ListingWriter();
        Listing.Summarize(new Dissector().Dissect(Of(Bytes(hex), LinkType.Raw), first), writer);
        Assert.Equal(expected, writer.ToString());
    }
}

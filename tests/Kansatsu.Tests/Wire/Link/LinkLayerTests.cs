using Kansatsu.Wire;
using static Kansatsu.Tests.LinkFrames;

namespace Kansatsu.Tests;

public class LinkLayerTests
{
    /// <summary>Every link type and every encapsulation: the first column names the way in, the last the layers that must come out.</summary>
    public static TheoryData<string, LinkType, string, string> Carriers => new()
    {
        { "Ethernet II", LinkType.Ethernet, Addresses + "86dd" + Ipv6, "Ethernet Ipv6 NoNextHeader" },
        { "802.3 with LLC and SNAP", LinkType.Ethernet, Addresses + "0030" + Snap + "86dd" + Ipv6, "Ethernet Llc Snap Ipv6 NoNextHeader" },
        { "802.3 with LLC for IP", LinkType.Ethernet, Addresses + "0021 060603" + Ipv4, "Ethernet Llc Ipv4 Udp Data" },
        { "bridge tunnel SNAP", LinkType.Ethernet, Addresses + "0030 aaaa03 0000f8 86dd" + Ipv6, "Ethernet Llc Snap Ipv6 NoNextHeader" },
        { "spanning tree", LinkType.Ethernet, Addresses + "0007 424203 00000000", "Ethernet Llc Unknown" },
        { "Novell's IPX", LinkType.Ethernet, Addresses + "0004 ffff0022", "Ethernet Unknown" },
        { "VLAN", LinkType.Ethernet, Addresses + "8100 0064 86dd" + Ipv6, "Ethernet Vlan Ipv6 NoNextHeader" },
        { "stacked VLANs", LinkType.Ethernet, Addresses + "88a8 0064 8100 0065 86dd" + Ipv6, "Ethernet Vlan Vlan Ipv6 NoNextHeader" },
        { "VLAN over 802.3", LinkType.Ethernet, Addresses + "8100 0064 0030" + Snap + "86dd" + Ipv6, "Ethernet Vlan Llc Snap Ipv6 NoNextHeader" },
        { "VN-Tag", LinkType.Ethernet, Addresses + "8926 00010002 86dd" + Ipv6, "Ethernet EtherTag Ipv6 NoNextHeader" },
        { "FabricPath", LinkType.Ethernet, Addresses + "8903 0041" + Addresses + "86dd" + Ipv6, "Ethernet EtherTag Ethernet Ipv6 NoNextHeader" },
        { "backbone bridging", LinkType.Ethernet, Addresses + "88e7 00000001" + Addresses + "86dd" + Ipv6, "Ethernet EtherTag Ethernet Ipv6 NoNextHeader" },
        { "Cisco meta data", LinkType.Ethernet, Addresses + "8909 01010001 0000 86dd" + Ipv6, "Ethernet EtherTag Ipv6 NoNextHeader" },
        { "HSR ring", LinkType.Ethernet, Addresses + "892f 00340001 86dd" + Ipv6, "Ethernet EtherTag Ipv6 NoNextHeader" },
        { "MPLS by nibble 6", LinkType.Ethernet, Addresses + "8847 00064040 000c81ff" + Ipv6, "Ethernet Mpls Ipv6 NoNextHeader" },
        { "MPLS by nibble 4", LinkType.Ethernet, Addresses + "8847 000c81ff" + Ipv4, "Ethernet Mpls Ipv4 Udp Data" },
        { "MPLS explicit null", LinkType.Ethernet, Addresses + "8847 000021ff" + Ipv6, "Ethernet Mpls Ipv6 NoNextHeader" },
        { "MPLS pseudowire", LinkType.Ethernet, Addresses + "8847 000c81ff" + Addresses + "86dd" + Ipv6, "Ethernet Mpls Ethernet Ipv6 NoNextHeader" },
        { "MPLS pseudowire, control word", LinkType.Ethernet, Addresses + "8847 000c81ff 00000001" + Addresses + "86dd" + Ipv6, "Ethernet Mpls Ethernet Ipv6 NoNextHeader" },
        { "MPLS pseudowire of HDLC", LinkType.Ethernet, Addresses + "8847 000c81ff 00000001 0f0086dd" + Ipv6, "Ethernet Mpls CiscoHdlc Ipv6 NoNextHeader" },
        { "MPLS associated channel", LinkType.Ethernet, Addresses + "8847 000c81ff 10000021 0000", "Ethernet Mpls Data" },
        { "PPPoE session", LinkType.Ethernet, Addresses + "8864 1100 0001 002a 0057" + Ipv6 + "0000", "Ethernet Pppoe Ppp Ipv6 NoNextHeader" },
        { "PPPoE link type", LinkType.PppEthernet, "1100 0001 002a 0057" + Ipv6, "Pppoe Ppp Ipv6 NoNextHeader" },
        { "Linux cooked", LinkType.LinuxSll, "0000 0001 0006 0200000000010000 86dd" + Ipv6, "LinuxCooked Ipv6 NoNextHeader" },
        { "Linux cooked, 802.2", LinkType.LinuxSll, "0000 0001 0006 0200000000010000 0004" + Snap + "86dd" + Ipv6, "LinuxCooked Llc Snap Ipv6 NoNextHeader" },
        { "Linux cooked, wireless", LinkType.LinuxSll, "0000 0323 0006 0200000000010000 0000 00000800 00000000 d4000000 020000000001", "LinuxCooked Radiotap Ieee80211" },
        { "Linux cooked, netlink", LinkType.LinuxSll, "0004 0338 0000 0000000000000000 0010 00", "LinuxCooked Unknown" },
        { "Linux cooked 2", LinkType.LinuxSll2, "86dd 0000 00000002 0001 00 06 0200000000010000" + Ipv6, "LinuxCooked2 Ipv6 NoNextHeader" },
        { "raw IPv6", LinkType.Raw, Ipv6, "Ipv6 NoNextHeader" },
        { "raw IPv4", LinkType.Raw12, Ipv4, "Ipv4 Udp Data" },
        { "IPv4 only", LinkType.Raw4, Ipv4, "Ipv4 Udp Data" },
        { "IPv6 only", LinkType.Raw6, Ipv6, "Ipv6 NoNextHeader" },
        { "null, little-endian Linux", LinkType.Null, "0a000000" + Ipv6, "NullLoopback Ipv6 NoNextHeader" },
        { "null, NetBSD", LinkType.Null, "18000000" + Ipv6, "NullLoopback Ipv6 NoNextHeader" },
        { "null, FreeBSD", LinkType.Null, "1c000000" + Ipv6, "NullLoopback Ipv6 NoNextHeader" },
        { "null, macOS", LinkType.Null, "1e000000" + Ipv6, "NullLoopback Ipv6 NoNextHeader" },
        { "null, macOS on a big-endian machine", LinkType.Null, "0000001e" + Ipv6, "NullLoopback Ipv6 NoNextHeader" },
        { "null, IPv4", LinkType.Null, "02000000" + Ipv4, "NullLoopback Ipv4 Udp Data" },
        { "loopback, network order", LinkType.Loopback, "00000018" + Ipv6, "NullLoopback Ipv6 NoNextHeader" },
        { "null, AppleTalk", LinkType.Null, "10000000", "NullLoopback Unknown" },
        { "PPP with HDLC bytes", LinkType.Ppp, "ff03 0057" + Ipv6, "Ppp Ipv6 NoNextHeader" },
        { "PPP without them", LinkType.PppHdlc, "0021" + Ipv4, "Ppp Ipv4 Udp Data" },
        { "PPP, protocol compressed", LinkType.Ppp, "57" + Ipv6, "Ppp Ipv6 NoNextHeader" },
        { "PPP of pppd", LinkType.PppPppd, "01 03 0057" + Ipv6, "Ppp Ipv6 NoNextHeader" },
        { "PPP with direction", LinkType.PppWithDirection, "01 ff03 0057" + Ipv6, "Ppp Ipv6 NoNextHeader" },
        { "PPP with MPLS", LinkType.Ppp, "ff03 0281 000021ff" + Ipv6, "Ppp Mpls Ipv6 NoNextHeader" },
        { "Cisco HDLC in PPP", LinkType.Ppp, "0f00 86dd" + Ipv6, "CiscoHdlc Ipv6 NoNextHeader" },
        { "Cisco HDLC", LinkType.CiscoHdlc, "8f00 86dd" + Ipv6, "CiscoHdlc Ipv6 NoNextHeader" },
        { "Cisco HDLC keep-alive", LinkType.CiscoHdlc, "8f00 8035 00000002", "CiscoHdlc Unknown" },
        { "Frame Relay, IPv6", LinkType.FrameRelay, "1841 03 8e" + Ipv6, "FrameRelay Ipv6 NoNextHeader" },
        { "Frame Relay, IPv4 padded", LinkType.FrameRelay, "1841 03 00 cc" + Ipv4, "FrameRelay Ipv4 Udp Data" },
        { "Frame Relay, SNAP", LinkType.FrameRelay, "1841 03 00 80 000000 86dd" + Ipv6, "FrameRelay Snap Ipv6 NoNextHeader" },
        { "Frame Relay, bridged", LinkType.FrameRelay, "1841 03 00 80 0080c2 0007" + Addresses + "86dd" + Ipv6, "FrameRelay Snap Ethernet Ipv6 NoNextHeader" },
        { "Frame Relay, Cisco", LinkType.FrameRelay, "1841 86dd" + Ipv6, "FrameRelay Ipv6 NoNextHeader" },
        { "Frame Relay, four address bytes", LinkType.FrameRelay, "18400201 03 8e" + Ipv6, "FrameRelay Ipv6 NoNextHeader" },
        { "NFLOG", LinkType.Nflog, "0a000000 0800010086dd0300 2c000900" + Ipv6, "Nflog Ipv6 NoNextHeader" },
        { "NFLOG, big-endian", LinkType.Nflog, "0a000000 0008000186dd0300 002c0009" + Ipv6, "Nflog Ipv6 NoNextHeader" },
        { "NFLOG without a packet", LinkType.Nflog, "0a000000 0800010086dd0300", "Nflog" },
        { "ERF Ethernet", LinkType.Erf, "0000000000000000 02 04 0048 0000 0036 0000" + Addresses + "86dd" + Ipv6, "Erf Ethernet Ipv6 NoNextHeader" },
        { "ERF with extensions", LinkType.Erf, "0000000000000000 82 04 0058 0000 0036 8000000000000000 0000000000000000 0000" + Addresses + "86dd" + Ipv6, "Erf Ethernet Ipv6 NoNextHeader" },
        { "ERF IPv6", LinkType.Erf, "0000000000000000 17 04 0038 0000 0028" + Ipv6, "Erf Ipv6 NoNextHeader" },
        { "ERF HDLC", LinkType.Erf, "0000000000000000 01 04 003c 0000 002c 0f0086dd" + Ipv6, "Erf CiscoHdlc Ipv6 NoNextHeader" },
        { "ERF unknown", LinkType.Erf, "0000000000000000 1b 04 0010 0000 0000", "Erf Unknown" },
        { "IP over InfiniBand", LinkType.Erf, "0000000000000000 15 04 0060 0000 004e 0002000000000000 640000000000000000000000 0000000000000000 86dd0000" + Ipv6 + "000000000000",
            "Erf Infiniband Ipv6 NoNextHeader" },
        { "FDDI", LinkType.Fddi, "50" + Addresses + Snap + "86dd" + Ipv6, "Fddi Llc Snap Ipv6 NoNextHeader" },
        { "FDDI station management", LinkType.Fddi, "41" + Addresses + "0000", "Fddi Unknown" },
        { "ARCNET", LinkType.ArcnetLinux, "0102 0000 d4 00 0001" + Ipv4, "Arcnet Ipv4 Udp Data" },
        { "ARCNET, exception padding", LinkType.ArcnetLinux, "0102 0000 d4 ff000000 00 0001" + Ipv4, "Arcnet Ipv4 Udp Data" },
        { "ARCNET IPv6, BSD", LinkType.ArcnetBsd, "0102 c4 00 0001" + Ipv6, "Arcnet Ipv6 NoNextHeader" },
        { "ARCNET fragment", LinkType.ArcnetLinux, "0102 0000 d4 01 0001" + Ipv4, "Arcnet Data" },
        { "SLIP", LinkType.Slip, "00 000000000000000000000000000000" + Ipv4, "Ipv4 Udp Data" },
        { "OpenBSD's packet filter", LinkType.PacketFilterLog, "05 18 00000000 0000" + Ipv6, "Ipv6 NoNextHeader" },
        { "OpenBSD's IPsec", LinkType.OpenBsdEnc, "000000180000000000000000" + Ipv6, "Ipv6 NoNextHeader" },
        { "FireWire", LinkType.Firewire, "0000000000000001 0000000000000002 86dd" + Ipv6, "Ipv6 NoNextHeader" },
        { "a CAN bus", (LinkType)227, "00000001 0800000011223344", "Unknown" },
    };

    [Theory]
    [MemberData(nameof(Carriers))]
    public void A_link_layer_leads_to_what_it_carries(string name, LinkType type, string hex, string layers)
    {
        Assert.NotEmpty(name);
        Assert.Equal(layers, Kinds(type, hex));
    }

    [Theory]
    [MemberData(nameof(Carriers))]
    public void A_link_layer_may_be_cut_anywhere(string name, LinkType type, string hex, string layers)
    {
        Assert.NotEmpty(name + layers);
        CutEverywhere(Bytes(hex), (dissector, frame) => dissector.Dissect(new Frame(frame.Bytes, frame.OriginalLength, default, type)));
    }

    [Fact]
    public void A_frame_shorter_than_its_link_header_is_named()
    {
        var d = new Dissector().Dissect(Of(Bytes("020000000001 0200"), LinkType.Ethernet));
        Assert.True(d.Anomalies.Contains(Anomaly.LinkTooShort));
        Assert.Equal(StopReason.Truncated, d.Stop.Reason);
    }

    [Fact]
    public void A_frame_that_the_capture_cut_is_not_blamed()
    {
        var d = new Dissector().Dissect(new Frame(Bytes("020000000001 0200"), 60, default, LinkType.Ethernet));
        Assert.False(d.Anomalies.Contains(Anomaly.LinkTooShort));
        Assert.Equal(StopReason.CutByCapture, d.Stop.Reason);
    }

    [Fact]
    public void A_thousand_vlan_tags_end_with_a_limit()
    {
        var d = new Dissector().Dissect(Of(Bytes(Addresses + "8100" + string.Concat(Enumerable.Repeat("00648100", 1000))), LinkType.Ethernet));
        Assert.Equal(StopReason.LimitReached, d.Stop.Reason);
        Assert.True(d.Anomalies.Contains(Anomaly.VlanTooDeep));
        Assert.Equal(1 + VlanLayer.MaxTags, d.Count);
    }

    [Fact]
    public void A_thousand_mpls_labels_end_with_a_limit()
    {
        var d = new Dissector().Dissect(Of(Bytes(Addresses + "8847" + string.Concat(Enumerable.Repeat("00064040", 1000))), LinkType.Ethernet));
        Assert.Equal(StopReason.LimitReached, d.Stop.Reason);
        Assert.True(d.Anomalies.Contains(Anomaly.LinkLayerLimit));
    }

    [Fact]
    public void A_label_stack_over_nothing_known_is_named()
    {
        var d = new Dissector().Dissect(Of(Bytes(Addresses + "8847 000c81ff 54c6ffa7"), LinkType.Ethernet));
        Assert.True(d.Anomalies.Contains(Anomaly.MplsUnknownPayload));
        Assert.Equal("Ethernet Mpls Data", Kinds(d));
    }

    [Fact]
    public void Raw_ip_of_no_known_version_is_named()
    {
        var d = new Dissector().Dissect(Of(Bytes("70000000"), LinkType.Raw));
        Assert.True(d.Anomalies.Contains(Anomaly.EtherTypeVersionMismatch));
    }

    [Fact]
    public void An_unknown_ethertype_is_kept_as_a_value()
    {
        var d = new Dissector().Dissect(Of(Bytes(Addresses + "88b5 0102"), LinkType.Ethernet));
        Assert.Equal(LayerKind.Unknown, d[1].Kind);
        Assert.Equal(0x88b5, d[1].Value);
        Assert.Equal(StopReason.Unsupported, d.Stop.Reason);
    }

    [Fact]
    public void A_pppoe_length_beyond_the_frame_is_named_and_the_packet_still_read()
    {
        var d = new Dissector().Dissect(Of(Bytes(Addresses + "8864 1100 0001 0100 0057" + Ipv6), LinkType.Ethernet));
        Assert.True(d.Anomalies.Contains(Anomaly.TunnelLengthInvalid));
        Assert.Equal("Ethernet Pppoe Ppp Ipv6 NoNextHeader", Kinds(d));
    }

    [Fact]
    public void A_label_stack_is_listed_from_top_to_bottom()
    {
        var listed = Listed(new Dissector().Dissect(Of(Bytes(Addresses + "8847 00064040 000c81ff" + Ipv6), LinkType.Ethernet)));
        Assert.Contains("Label: 100, traffic class 0, TTL 64", listed, StringComparison.Ordinal);
        Assert.Contains("Label: 200, traffic class 0, TTL 255", listed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vlan_is_listed_with_its_number_and_priority()
    {
        var listed = Listed(new Dissector().Dissect(Of(Bytes(Addresses + "8100 a064 86dd" + Ipv6), LinkType.Ethernet)));
        Assert.Contains("Priority: 5", listed, StringComparison.Ordinal);
        Assert.Contains("VLAN: 100", listed, StringComparison.Ordinal);
    }
}

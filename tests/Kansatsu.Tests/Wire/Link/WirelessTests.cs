using Kansatsu.Wire;
using static Kansatsu.Tests.LinkFrames;

namespace Kansatsu.Tests;

public class WirelessTests
{
    const string Three = "020000000001 020000000002 020000000003 1000";
    const string Inside = Snap + "86dd" + Ipv6;

    public static TheoryData<string, LinkType, string, string> Frames => new()
    {
        { "from an access point", LinkType.Ieee80211, "0802 0000" + Three + Inside, "Ieee80211 Llc Snap Ipv6 NoNextHeader" },
        { "to an access point, QoS", LinkType.Ieee80211, "8801 0000" + Three + "0000" + Inside, "Ieee80211 Llc Snap Ipv6 NoNextHeader" },
        { "between access points", LinkType.Ieee80211, "0803 0000" + Three + "020000000004" + Inside, "Ieee80211 Llc Snap Ipv6 NoNextHeader" },
        { "QoS with HT control", LinkType.Ieee80211, "8881 0000" + Three + "0000 00000000" + Inside, "Ieee80211 Llc Snap Ipv6 NoNextHeader" },
        { "aggregated", LinkType.Ieee80211, "8802 0000" + Three + "8000" + Addresses + "0030" + Inside, "Ieee80211 Ethernet Llc Snap Ipv6 NoNextHeader" },
        { "protected", LinkType.Ieee80211, "0842 0000" + Three + Inside, "Ieee80211" },
        { "a fragment", LinkType.Ieee80211, "0806 0000" + Three + Inside, "Ieee80211 Data" },
        { "null function", LinkType.Ieee80211, "4801 0000" + Three, "Ieee80211" },
        { "acknowledgement", LinkType.Ieee80211, "d400 0000 020000000001", "Ieee80211" },
        { "radiotap", LinkType.Ieee80211Radiotap, "0000 0900 02000000 00 0802 0000" + Three + Inside, "Radiotap Ieee80211 Llc Snap Ipv6 NoNextHeader" },
        { "radiotap, data padding", LinkType.Ieee80211Radiotap, "0000 0900 02000000 20 8802 0000" + Three + "0000 0000" + Inside, "Radiotap Ieee80211 Llc Snap Ipv6 NoNextHeader" },
        { "PPI", LinkType.PpiPacket, "0000 0800 69000000 0802 0000" + Three + Inside, "Ppi Ieee80211 Llc Snap Ipv6 NoNextHeader" },
        { "PPI of Ethernet", LinkType.PpiPacket, "0000 0800 01000000" + Addresses + "86dd" + Ipv6, "Ppi Ethernet Ipv6 NoNextHeader" },
        { "Prism", LinkType.Ieee80211Prism, "44000000 0c000000 00000000 0802 0000" + Three + Inside, "Prism Ieee80211 Llc Snap Ipv6 NoNextHeader" },
        { "AVS", LinkType.Ieee80211Avs, "80211001 0000000c 00000000 0802 0000" + Three + Inside, "Prism Ieee80211 Llc Snap Ipv6 NoNextHeader" },
    };

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_wireless_frame_leads_to_what_it_carries(string name, LinkType type, string hex, string layers)
    {
        Assert.NotEmpty(name);
        Assert.Equal(layers, Kinds(type, hex));
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_wireless_frame_may_be_cut_anywhere(string name, LinkType type, string hex, string layers)
    {
        Assert.NotEmpty(name + layers);
        CutEverywhere(Bytes(hex), (dissector, frame) => dissector.Dissect(new Frame(frame.Bytes, frame.OriginalLength, default, type)));
    }

    [Theory]
    [InlineData("0000 0900 02000000 10", 40)]
    [InlineData("0000 0900 02000000 00", 44)]
    [InlineData("0000 1900 03000080 00000000 00000000 0000000000000000 10", 40)]
    public void Radiotap_tells_whether_the_last_four_bytes_are_a_frame_check(string radiotap, int expected)
    {
        // Payload length 0 leaves the packet's end to the frame's.
        var d = new Dissector().Dissect(Of(Bytes(radiotap + "0802 0000" + Three + Inside + "deadbeef"), LinkType.Ieee80211Radiotap));
        Assert.Equal(expected, d[d.OutermostIp].Length);
    }

    [Theory]
    [InlineData("01", 40)]
    [InlineData("00", 44)]
    public void Ppi_tells_whether_the_last_four_bytes_are_a_frame_check(string flags, int expected)
    {
        var ppi = "0000 1500 69000000 0200 0900 0000000000000000" + flags;
        var d = new Dissector().Dissect(Of(Bytes(ppi + "0802 0000" + Three + Inside + "deadbeef"), LinkType.PpiPacket));
        Assert.Equal(expected, d[d.OutermostIp].Length);
    }

    [Fact]
    public void A_protected_frame_is_unsupported_not_broken()
    {
        var d = new Dissector().Dissect(Of(Bytes("0842 0000" + Three + Inside), LinkType.Ieee80211));
        Assert.Equal(StopReason.Unsupported, d.Stop.Reason);
    }

    [Fact]
    public void Addresses_are_told_apart_by_the_direction_bits()
    {
        Assert.True(Ieee80211Header.TryRead(Bytes("0802 0000" + Three), out var fromAccessPoint));
        Assert.Equal("02:00:00:00:00:01", fromAccessPoint.Destination.ToString());
        Assert.Equal("02:00:00:00:00:03", fromAccessPoint.Source.ToString());
        Assert.True(Ieee80211Header.TryRead(Bytes("0801 0000" + Three), out var toAccessPoint));
        Assert.Equal("02:00:00:00:00:03", toAccessPoint.Destination.ToString());
        Assert.Equal("02:00:00:00:00:02", toAccessPoint.Source.ToString());
        Assert.True(Ieee80211Header.TryRead(Bytes("0803 0000" + Three + "020000000004"), out var between));
        Assert.Equal("02:00:00:00:00:03", between.Destination.ToString());
        Assert.Equal("02:00:00:00:00:04", between.Source.ToString());
    }

    [Fact]
    public void A_beacon_shows_the_name_of_its_network()
    {
        var beacon = "8000 0000 ffffffffffff 020000000002 020000000002 1000" + "0000000000000000 6400 0104" + "0004 74657374" + "0101 82";
        Assert.Equal("Beacon, SSID='test'", Summary(LinkType.Ieee80211, beacon));
    }

    [Fact]
    public void A_control_character_in_a_network_name_is_escaped()
    {
        var probe = "4000 0000 ffffffffffff 020000000002 ffffffffffff 1000" + "0004 1b5b324a";
        Assert.DoesNotContain('\x1b', Summary(LinkType.Ieee80211, probe));
    }
}

using Kansatsu.Wire;
using static Kansatsu.Tests.LinkFrames;

namespace Kansatsu.Tests;

public class NeighborProtocolTests
{
    const string Arp = Addresses + "0806 0001 0800 06 04 ";
    const string Pair = "020000000002 c0000201 020000000001 c0000202";

    [Theory]
    [InlineData("0001", "Who has 192.0.2.2? Tell 192.0.2.1")]
    [InlineData("0002", "192.0.2.1 is at 02:00:00:00:00:02")]
    public void An_arp_packet_says_who_asks_and_who_answers(string operation, string expected) =>
        Assert.Equal(expected, Summary(LinkType.Ethernet, Arp + operation + Pair));

    [Fact]
    public void An_arp_announcement_is_told_from_a_question() =>
        Assert.Equal("Announcement of 192.0.2.1", Summary(LinkType.Ethernet, Arp + "0001 020000000002 c0000201 000000000000 c0000201"));

    [Fact]
    public void Ethernet_padding_is_not_part_of_arp()
    {
        var d = new Dissector().Dissect(Of(Bytes(Arp + "0001" + Pair + "000000000000000000000000000000000000"), LinkType.Ethernet));
        Assert.Equal(28, d[1].Length);
        Assert.True(d.Stop.IsNone);
    }

    [Fact]
    public void Address_sizes_beyond_the_packet_are_a_truncation()
    {
        var d = new Dissector().Dissect(Of(Bytes(Addresses + "0806 0001 0800 ff ff 0001" + Pair), LinkType.Ethernet));
        Assert.Equal(StopReason.Truncated, d.Stop.Reason);
        Assert.True(d.Anomalies.Contains(Anomaly.LinkTooShort));
    }

    [Fact]
    public void Lldp_names_the_system_and_its_port() =>
        Assert.Equal("port eth1, system sw1", Summary(LinkType.Ethernet, Addresses + "88cc 0207 04020000000003 0405 0565746831 0602 0078 0804 65746831 0a03 737731 0000"));

    [Fact]
    public void An_lldp_element_that_is_cut_is_not_clean()
    {
        var elements = new LldpElements(Bytes("0a05 7377"));
        Assert.False(elements.MoveNext());
        Assert.False(elements.IsClean);
    }

    [Fact]
    public void Eapol_names_its_message() => Assert.Equal("Key", Summary(LinkType.Ethernet, Addresses + "888e 02 03 0000"));

    [Fact]
    public void Ipv6cp_shows_the_interface_identifier_it_asks_for()
    {
        var hex = "ff03 8057 01 01 000e 010a 0200000000000001";
        Assert.Equal("Ppp PppControl", Kinds(LinkType.Ppp, hex));
        Assert.Equal("IPV6CP configure request, interface identifier 0x0200000000000001", Summary(LinkType.Ppp, hex));
    }

    [Theory]
    [InlineData("c021 05 01 0004", "LCP terminate request")]
    [InlineData("8021 02 01 000a 0306 c0000201", "IPCP configure ack")]
    [InlineData("c223 01 01 0008 00000000", "CHAP challenge")]
    [InlineData("c023 02 01 0005 00", "PAP authenticate ack")]
    public void Ppp_control_protocols_are_named(string hex, string expected) => Assert.Equal(expected, Summary(LinkType.Ppp, "ff03" + hex));

    [Fact]
    public void A_password_of_pap_is_not_listed()
    {
        var d = new Dissector().Dissect(Of(Bytes("ff03 c023 01 01 000e 04 75736572 04 70617373"), LinkType.Ppp));
        Assert.DoesNotContain("70617373", Listed(d), StringComparison.Ordinal);
        Assert.DoesNotContain("pass", Listed(d), StringComparison.Ordinal);
    }

    [Fact]
    public void Pppoe_discovery_shows_the_concentrator() =>
        Assert.Equal("Active discovery offer AC-Name='bras'", Summary(LinkType.Ethernet, Addresses + "8863 11 07 0000 000c 01010000 01020004 62726173"));

    [Fact]
    public void A_pppoe_tag_that_is_cut_is_not_clean()
    {
        var tags = new PppoeTags(Bytes("01010000 01020009 62"));
        Assert.True(tags.MoveNext());
        Assert.False(tags.MoveNext());
        Assert.False(tags.IsClean);
    }

    [Fact]
    public void A_ppp_option_of_length_zero_ends_the_list()
    {
        var options = new PppOptions(Bytes("0100 0102"));
        Assert.False(options.MoveNext());
        Assert.False(options.IsClean);
    }

    [Theory]
    [InlineData(LinkType.Ethernet, Arp + "0001" + Pair)]
    [InlineData(LinkType.Ethernet, Addresses + "88cc 0207 04020000000003 0405 0565746831 0602 0078 0000")]
    [InlineData(LinkType.Ppp, "ff03 8057 01 01 000e 010a 0200000000000001")]
    [InlineData(LinkType.Ethernet, Addresses + "8863 11 07 0000 000c 01010000 01020004 62726173")]
    public void A_control_message_may_be_cut_anywhere(LinkType type, string hex) =>
        CutEverywhere(Bytes(hex), (dissector, frame) => dissector.Dissect(new Frame(frame.Bytes, frame.OriginalLength, default, type)));
}

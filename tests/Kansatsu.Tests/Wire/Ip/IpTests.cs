using Kansatsu.Wire;
using static Kansatsu.Tests.Wire.Packets;

namespace Kansatsu.Tests.Wire.Ip;

public class IpTests
{
    static byte[] Fragment(int offset, bool more, byte[] payload, int next = 17) =>
        Ipv6(44, Join([(byte)next, 0, (byte)(offset >> 8), (byte)(offset | (more ? 1 : 0)), 0, 0, 0, 7], payload));

    [Fact]
    public void Fragments_in_any_order_become_the_packet()
    {
        var whole = Udp(5000, 40001, Zeros(100));
        var dissector = new Dissector();
        var last = dissector.Dissect(Frame(Fragment(56, false, whole[56..])));
        Assert.True(last[0].IsFragment);
        Assert.Equal(-1, last.Transport);
        var d = dissector.Dissect(Frame(Fragment(0, true, whole[..56])));
        Assert.Equal(LayerKind.Udp, d[d.Transport].Kind);
        Assert.Equal(ChecksumVerdict.Good, d[d.Transport].Checksum);
        Assert.True(d[0].Flags.HasFlag(LayerFlags.Reassembled));
        Assert.Equal(1, dissector.Fragments.Completed);
    }

    [Fact]
    public void The_line_of_a_fragment_tells_where_it_belongs()
    {
        Assert.Equal("IPv6 fragment (off=56 more=n ident=0x00000007 nxt=17)", Line(Fragment(56, false, Zeros(8))));
        Assert.StartsWith("Fragmented IP protocol (proto=UDP 17, off=0", Line(Ipv4(17, Zeros(48), fragment: 0x2000)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_last_fragment_without_bytes_is_invalid() =>
        Assert.Contains(Anomaly.FragmentLengthInvalid, AnomaliesOf(Fragment(48, false, [])));

    [Fact]
    public void A_routing_header_moves_the_destination_that_is_summed()
    {
        var udp = Udp(5000, 40001, [1, 2], to: "2001:db8::99");
        var packet = Ipv6(43, Join(Hex("11 02 02 01 00000000"), Address("2001:db8::99"), udp));
        Assert.Empty(AnomaliesOf(packet));
        packet[^1] ^= 1;
        Assert.Contains("[incorrect, should be 0x", Block(packet), StringComparison.Ordinal);
        packet[^1] ^= 1;
        var expected = Convert.ToHexStringLower(udp.AsSpan(6, 2));
        packet[^4] ^= 1;
        Assert.Contains($"should be 0x{expected}]", Block(packet), StringComparison.Ordinal);
    }

    [Fact]
    public void A_routing_header_inside_a_fragmented_packet_finds_its_address_there()
    {
        var udp = Udp(5000, 40001, Zeros(2000), to: "2001:db8::99");
        var whole = Join(Hex("11 02 02 01 00000000"), Address("2001:db8::99"), udp);
        var dissector = new Dissector();
        dissector.Dissect(Frame(Fragment(1000, false, whole[1000..], 43)));
        var d = dissector.Dissect(Frame(Fragment(0, true, whole[..1000], 43)));
        Assert.Equal(ChecksumVerdict.Good, d[d.Transport].Checksum);
    }

    [Fact]
    public void A_home_address_is_the_source_that_is_summed()
    {
        var udp = Udp(5000, 40001, [1, 2], from: "2001:db8::88");
        var packet = Ipv6(60, Join(Hex("11 02 0102 0000 c9 10"), Address("2001:db8::88"), udp));
        Assert.Empty(AnomaliesOf(packet));
        Assert.Contains("Home address: 2001:db8::88", Block(packet), StringComparison.Ordinal);
    }

    [Fact]
    public void A_very_long_chain_of_headers_is_walked_to_its_end()
    {
        var options = Enumerable.Range(0, 300).Select(i => new byte[] { (byte)(i == 299 ? 17 : i % 2 == 0 ? 44 : 60), 0, i % 2 == 1 ? (byte)0 : (byte)1, 0, 0, 0, 0, 0 });
        var headers = options.Select((o, i) => i % 2 == 0 ? new byte[] { o[0], 0, 1, 4, 0, 0, 0, 0 } : new byte[] { o[0], 0, 0, 0, 0, 0, 0, 9 });
        var d = Dissect(Ipv6(60, Join([.. headers, Udp(5000, 40001, [1, 2])])));
        Assert.Equal(LayerKind.Udp, d[d.Transport].Kind);
        Assert.True(d.Stop.IsNone);
    }

    [Fact]
    public void Options_are_listed_one_by_one()
    {
        var block = Block(Mld(Samples.Report));
        Assert.Contains("Router alert: MLD (0)", block, StringComparison.Ordinal);
        Assert.Contains("PadN: 2 bytes", block, StringComparison.Ordinal);
        Assert.Contains("Source: fe80::2 (link-local)", block, StringComparison.Ordinal);
        Assert.Contains("Destination: ff02::16 (multicast, scope link)", block, StringComparison.Ordinal);
        Assert.Contains("Jumbo payload: 70000 bytes", Block(Ipv6(0, Join(Hex("3b 00 c2 04 00011170")), length: 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Router_alerts_are_the_only_short_padding_that_is_right()
    {
        Assert.DoesNotContain(Anomaly.Ipv6ZeroLengthPadN, AnomaliesOf(Mld(Samples.Report)));
        Assert.Contains(Anomaly.Ipv6ZeroLengthPadN, AnomaliesOf(Ipv6(0, Hex("3b 00 01 00 05 02 0000"))));
    }

    [Fact]
    public void Extension_headers_without_a_payload_have_lines_of_their_own()
    {
        Assert.Equal("Binding update", Line(Ipv6(135, Hex("3b 01 05 00 0000 0001 8000 000a 01 02 0000"))));
        Assert.Equal("ESP (SPI=0x00000100)", Line(Ipv6(50, Hex("00000100 00000001 aabb"))));
        Assert.Equal("IPv6 no next header", Line(Ipv6(59, [])));
        Assert.Equal("IPv6 RSVP (46)", Line(Ipv6(46, [1, 2])));
        Assert.DoesNotContain(Anomaly.Ipv6UnknownNextHeader, AnomaliesOf(Ipv6(46, [1, 2])));
    }

    [Fact]
    public void Padding_of_small_ethernet_frames_is_not_trailing_bytes()
    {
        Assert.DoesNotContain(Anomaly.Ipv4TrailingBytes, AnomaliesOf(Join(Ipv4(17, Udp(5000, 40001, [1], "192.0.2.1", "192.0.2.2")), Zeros(17))));
        Assert.DoesNotContain(Anomaly.Ipv6TrailingBytes, AnomaliesOf(Join(Ipv6(17, Udp(5000, 40001, [1])), Zeros(4))));
    }

    [Fact]
    public void Options_of_ipv4_are_walked()
    {
        Assert.True(Dissect(Ipv4(2, Hex("16 00 0000 e00000fb"), options: [1, 148, 4, 0, 0, 0, 0, 0])).HasRouterAlert);
        Assert.Contains("Option: router alert (148) 0000", Block(Ipv4(2, Hex("16 00 0000 e00000fb"), options: [148, 4, 0, 0])), StringComparison.Ordinal);
    }
}

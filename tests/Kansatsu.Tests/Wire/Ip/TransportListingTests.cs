using Kansatsu.Wire;
using static Kansatsu.Tests.Wire.Packets;

namespace Kansatsu.Tests.Wire.Ip;

public class TransportListingTests
{
    [Fact]
    public void A_datagram_has_the_line_of_the_diary() =>
        Assert.Equal("Source port: 32794  Destination port: 61001", Line(Ipv6(17, Udp(32794, 61001, [0, 0, 0, 0]))));

    [Fact]
    public void A_datagram_shows_ports_length_and_checksum()
    {
        var packet = Ipv6(17, Udp(44318, 61001, [0, 0]));
        var checksum = Convert.ToHexStringLower(packet.AsSpan(46, 2));
        var block = Block(packet);
        Assert.Contains("User Datagram Protocol, Src Port: 44318, Dst Port: 61001", block, StringComparison.Ordinal);
        Assert.Contains($"Checksum: 0x{checksum} [correct]", block, StringComparison.Ordinal);
        Assert.Contains("Length: 10", block, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_verdict_on_a_checksum_has_its_words()
    {
        var udp = Udp(44318, 61001, [0, 0]);
        var absent = udp.ToArray();
        absent[6] = absent[7] = 0;
        Assert.Contains("Checksum: 0x0000 [not present]", Block(Ipv6(17, absent)), StringComparison.Ordinal);
        var offloaded = udp.ToArray();
        var pseudo = Checksum.Fold(Checksum.Add(0, Pseudo("2001:db8::1", "2001:db8::2", 17, udp.Length)));
        (offloaded[6], offloaded[7]) = ((byte)(pseudo >> 8), (byte)pseudo);
        Assert.Contains("[offloaded: only the pseudo-header is summed]", Block(Ipv6(17, offloaded)), StringComparison.Ordinal);
        var to = new ListingWriter();
        Listing.List(new Dissector().Dissect(Frame(Ipv6(17, udp)[..49], originalLength: 50)), to);
        Assert.Contains("[not captured]", to.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_checksum_that_would_be_right_is_that_of_the_tunnelled_packet()
    {
        var udp = Udp(44318, 61001, [0, 0]);
        var right = Convert.ToHexStringLower(udp.AsSpan(6, 2));
        udp[6] ^= 0x55;
        Assert.Contains($"[incorrect, should be 0x{right}]", Block(Ipv6(41, Ipv6(17, udp), "2001:db8:f::1", "2001:db8:f::2")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_segment_has_the_line_that_everyone_knows()
    {
        var syn = Ipv6(6, Tcp(2, Hex("02 04 05a0 04 02 08 0a 00000001 00000000 01 03 03 07")));
        Assert.Equal("54321 → 443 [SYN] Seq=1 Win=64000 Len=0 MSS=1440 SACK_PERM TSval=1 TSecr=0 WS=128", Line(syn));
        Assert.Equal("54321 → 61001 [PSH, ACK] Seq=1 Ack=0 Win=64000 Len=3", Line(Ipv6(6, Tcp(0x18, payload: [0, 0, 0], destination: 61001))));
        Assert.Contains("Maximum segment size: 1440 bytes", Block(syn), StringComparison.Ordinal);
        SurvivesEveryDamage(syn);
    }
}

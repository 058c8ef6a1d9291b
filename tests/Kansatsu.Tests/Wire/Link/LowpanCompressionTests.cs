using Kansatsu.Wire;
using static Kansatsu.Tests.LinkFrames;

namespace Kansatsu.Tests;

public class LowpanCompressionTests
{
    const string Full = "20010db8000000000000000000000001";

    [Theory]
    [InlineData("from a short address", LowpanFrames.Short + "7a33 3b", "fe80::ff:fe00:1", "fe80::ff:fe00:2")]
    [InlineData("from extended addresses", LowpanFrames.Extended + "7a33 3b", "fe80::1", "fe80::2")]
    [InlineData("whole", LowpanFrames.Short + "7a00 3b" + Full + Full, "2001:db8::1", "2001:db8::1")]
    [InlineData("64 bits", LowpanFrames.Short + "7a11 3b 0102030405060708 1112131415161718", "fe80::102:304:506:708", "fe80::1112:1314:1516:1718")]
    [InlineData("16 bits", LowpanFrames.Short + "7a22 3b 1234 5678", "fe80::ff:fe00:1234", "fe80::ff:fe00:5678")]
    [InlineData("the unspecified source", LowpanFrames.Short + "7a43 3b", "::", "fe80::ff:fe00:2")]
    [InlineData("contexts, 64 bits", LowpanFrames.Short + "7ad5 00 3b 0102030405060708 1112131415161718", "::102:304:506:708", "::1112:1314:1516:1718")]
    [InlineData("contexts, 16 bits", LowpanFrames.Short + "7a66 3b 1234 5678", "::ff:fe00:1234", "::ff:fe00:5678")]
    [InlineData("contexts, the frame's", LowpanFrames.Extended + "7a77 3b", "::1", "::2")]
    [InlineData("multicast, whole", LowpanFrames.Short + "7a38 3b ff0e0000000000000000000000000123", "fe80::ff:fe00:1", "ff0e::123")]
    [InlineData("multicast, 48 bits", LowpanFrames.Short + "7a39 3b 05 0102030405", "fe80::ff:fe00:1", "ff05::1:203:405")]
    [InlineData("multicast, 32 bits", LowpanFrames.Short + "7a3a 3b 05 010203", "fe80::ff:fe00:1", "ff05::1:203")]
    [InlineData("multicast, 8 bits", LowpanFrames.Short + "7a3b 3b 1a", "fe80::ff:fe00:1", "ff02::1a")]
    [InlineData("multicast, a prefix", LowpanFrames.Short + "7a3c 3b 3500 01020304", "fe80::ff:fe00:1", "ff35::102:304")]
    [InlineData("a mesh's short addresses", LowpanFrames.Extended + "b5 0011 0022 7a33 3b", "fe80::ff:fe00:11", "fe80::ff:fe00:22")]
    [InlineData("a mesh's extended addresses", LowpanFrames.Short + "8f 20 0200000000000011 0200000000000022 7a33 3b", "fe80::11", "fe80::22")]
    [InlineData("a broadcast in a mesh", LowpanFrames.Short + "b5 0011 ffff 50 01 7a3b 3b 01", "fe80::ff:fe00:11", "ff02::1")]
    [InlineData("page 1", LowpanFrames.Short + "f1 7a33 3b", "fe80::ff:fe00:1", "fe80::ff:fe00:2")]
    public void A_compressed_address_is_written_out(string name, string hex, string source, string destination)
    {
        Assert.NotEmpty(name);
        Assert.Equal("Ieee802154 SixLowpan Ipv6 NoNextHeader", Kinds(LowpanFrames.Read(hex)));
        var header = LowpanFrames.Header(hex);
        Assert.Equal(Ipv6Address.Parse(source), header.Source);
        Assert.Equal(Ipv6Address.Parse(destination), header.Destination);
    }

    [Theory]
    [InlineData("6233 ab 0 1 2345 3b", "6ae12345")]
    [InlineData("6a33 8 1 2345 3b", "60212345")]
    [InlineData("7233 ab 3b", "6ae00000")]
    [InlineData("7a33 3b", "60000000")]
    public void Traffic_class_and_flow_label_are_put_in_their_places(string datagram, string expected)
    {
        Assert.Equal(Bytes(expected), LowpanFrames.Packet(LowpanFrames.Short + datagram)[..4]);
    }

    [Theory]
    [InlineData("7833 3b 11", 0x11)]
    [InlineData("7933 3b", 1)]
    [InlineData("7a33 3b", 64)]
    [InlineData("7b33 3b", 255)]
    public void A_hop_limit_is_written_out(string datagram, int expected)
    {
        Assert.Equal(expected, LowpanFrames.Header(LowpanFrames.Short + datagram).HopLimit);
    }

    [Theory]
    [InlineData("f0 1234 5678 abcd 6162", "1234 5678 000a abcd 6162")]
    [InlineData("f1 1234 78 abcd 6162", "1234 f078 000a abcd 6162")]
    [InlineData("f2 34 5678 abcd 6162", "f034 5678 000a abcd 6162")]
    [InlineData("f3 48 abcd 6162", "f0b4 f0b8 000a abcd 6162")]
    [InlineData("f7 48 6162", "f0b4 f0b8 000a 0000 6162")]
    public void A_compressed_udp_header_is_written_out(string compressed, string expected)
    {
        var packet = LowpanFrames.Packet(LowpanFrames.Short + "7e33" + compressed);
        Assert.Equal(Bytes(expected), packet[40..]);
        Assert.Equal(Bytes("60000000 000a 11 40"), packet[..8]);
    }

    [Fact]
    public void A_udp_checksum_left_out_is_not_blamed()
    {
        var d = LowpanFrames.Read(LowpanFrames.Short + "7e33 f7 48 6162");
        Assert.Equal(ChecksumVerdict.NotPresent, d[d.Transport].Checksum);
        Assert.False(d.Anomalies.Contains(Anomaly.UdpZeroChecksumIpv6));
        d = LowpanFrames.Read(LowpanFrames.Short + "7e33 f3 48 0000 6162");
        Assert.True(d.Anomalies.Contains(Anomaly.UdpZeroChecksumIpv6));
    }

    [Fact]
    public void A_compressed_extension_header_gets_its_padding_back()
    {
        var packet = LowpanFrames.Packet(LowpanFrames.Short + "7e33 e0 3b 06 630400000005");
        Assert.Equal(Bytes("3b00 6304 00000005"), packet[40..]);
        packet = LowpanFrames.Packet(LowpanFrames.Short + "7e33 e1 03 010100 e6 3b 05 0103000000");
        Assert.Equal(Bytes("3c00 010100 010100" + "3b00 0103000000 00"), packet[40..].ToArray());
        Assert.Equal(Bytes("60000000 0010 00 40"), packet[..8]);
    }

    [Fact]
    public void A_packet_in_a_packet_takes_its_addresses_from_the_outer_one()
    {
        var d = LowpanFrames.Read(LowpanFrames.Short + "7e33 e1 06 630400000005 ee 7a77 3a 8000 0000 0001 0001");
        Assert.Equal("Ieee802154 SixLowpan Ipv6 HopByHop Ipv6 Icmpv6", Kinds(d));
        Assert.True(Ipv6Header.TryRead(d.HeaderOf(d[d.InnermostIp]), out var inner));
        Assert.Equal(Ipv6Address.Parse("::ff:fe00:1"), inner.Source);
        Assert.Equal(8, inner.PayloadLength);
        Assert.True(Ipv6Header.TryRead(d.HeaderOf(d[d.OutermostIp]), out var outer));
        Assert.Equal(56, outer.PayloadLength);
    }

    [Theory]
    [InlineData("7a34 3b", StopReason.Malformed)]
    [InlineData("7a3d 3b", StopReason.Malformed)]
    [InlineData("7e33 ee 41", StopReason.Malformed)]
    [InlineData("7e33 b0", StopReason.Unsupported)]
    [InlineData("7e33 ea", StopReason.Unsupported)]
    [InlineData("42 00", StopReason.Unsupported)]
    [InlineData("41 45", StopReason.Unsupported)]
    [InlineData("00 7a33 3b", StopReason.Unsupported)]
    [InlineData("f1 88 7a33 3b", StopReason.Unsupported)]
    [InlineData("7a33", StopReason.Truncated)]
    [InlineData("7e33 ee 7e33 ee 7e33 ee 7e33 ee 7e33 ee", StopReason.LimitReached)]
    public void What_cannot_be_decompressed_is_said(string datagram, StopReason expected)
    {
        Assert.Equal(expected, LowpanFrames.Read(LowpanFrames.Short + datagram).Stop.Reason);
    }

    [Fact]
    public void Options_that_would_grow_beyond_a_packet_end_with_a_limit()
    {
        var d = LowpanFrames.Read(LowpanFrames.Short + "7e33" + string.Concat(Enumerable.Repeat("e100", 1000)));
        Assert.Equal(StopReason.LimitReached, d.Stop.Reason);
        Assert.True(d.Anomalies.Contains(Anomaly.LinkLayerLimit));
    }

    [Fact]
    public void A_frame_that_the_capture_cut_is_not_blamed()
    {
        var bytes = Bytes(LowpanFrames.Short + "7e33 f0 1234 5678 abcd 6162");
        var d = new Dissector().Dissect(new Frame(bytes, bytes.Length + 100, default, LinkType.Ieee802154NoFrameCheck));
        Assert.Equal(110, d[d.OutermostIp].DeclaredLength - 40);
        Assert.Equal(ChecksumVerdict.NotCaptured, d[d.Transport].Checksum);
        Assert.DoesNotContain(d.Stop.Reason, (StopReason[])[StopReason.Truncated, StopReason.Malformed]);
        Assert.False(d.Anomalies.Contains(Anomaly.Ipv6Truncated));
    }
}

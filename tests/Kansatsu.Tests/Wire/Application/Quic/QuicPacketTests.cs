using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire.Application.Quic;

public class QuicPacketTests
{
    [Theory]
    [InlineData("c0 00000001 01 aa 01 bb 00 02 0000", QuicPacketType.Initial)]
    [InlineData("d0 00000001 01 aa 01 bb 02 0000", QuicPacketType.ZeroRtt)]
    [InlineData("e0 00000001 01 aa 01 bb 02 0000", QuicPacketType.Handshake)]
    [InlineData("f0 00000001 01 aa 01 bb 0000", QuicPacketType.Retry)]
    [InlineData("d0 6b3343cf 01 aa 01 bb 00 02 0000", QuicPacketType.Initial)]
    [InlineData("e0 6b3343cf 01 aa 01 bb 02 0000", QuicPacketType.ZeroRtt)]
    [InlineData("f0 6b3343cf 01 aa 01 bb 02 0000", QuicPacketType.Handshake)]
    [InlineData("c0 6b3343cf 01 aa 01 bb 0000", QuicPacketType.Retry)]
    [InlineData("80 00000000 01 aa 01 bb 00000001", QuicPacketType.VersionNegotiation)]
    [InlineData("c0 ff00001d 01 aa 01 bb 00 02 0000", QuicPacketType.Initial)]
    [InlineData("c0 51303436 50 aabbccddeeff0011", QuicPacketType.Unknown)]
    [InlineData("40 aabbccddeeff", QuicPacketType.OneRtt)]
    public void The_type_follows_the_version(string bytes, QuicPacketType type)
    {
        Assert.True(QuicPacket.TryRead(UdpFrames.Hex(bytes), out var packet));
        Assert.Equal(type, packet.Type);
        Assert.True(packet.IsWhole);
        if (type is QuicPacketType.OneRtt or QuicPacketType.Unknown) return;
        Assert.Equal("AA-BB", $"{Convert.ToHexString(packet.DestinationConnectionId)}-{Convert.ToHexString(packet.SourceConnectionId)}");
    }

    [Fact]
    public void Coalesced_packets_are_listed_one_after_another()
    {
        var line = UdpFrames.Line(443, 40000, UdpFrames.Hex("c0 00000001 01 aa 01 bb 00 02 0000 e0 00000001 01 aa 01 bb 02 0000 40 aabbccdd"));
        Assert.Equal("Initial, DCID=aa, SCID=bb, Handshake, Protected Payload", line);
    }

    [Fact]
    public void Zeros_behind_a_packet_are_padding()
    {
        var packets = new QuicPackets(UdpFrames.Hex("c0 00000001 01 aa 01 bb 00 02 0000 000000"));
        Assert.True(packets.MoveNext());
        Assert.False(packets.MoveNext());
        Assert.True(packets.IsClean);
    }

    [Fact]
    public void The_offered_versions_are_read()
    {
        var block = UdpFrames.Block(443, 40000, UdpFrames.Hex("80 00000000 01 aa 01 bb 00000001 6b3343cf ff00001d"));
        Assert.Contains("Supported version: 1\n", block, StringComparison.Ordinal);
        Assert.Contains("Supported version: 2\n", block, StringComparison.Ordinal);
        Assert.Contains("Supported version: draft-29", block, StringComparison.Ordinal);
    }

    [Fact]
    public void A_length_beyond_the_datagram_is_malformed()
    {
        Assert.True(UdpFrames.Dissect(40000, 443, UdpFrames.Hex("c0 00000001 01 aa 01 bb 00 44d0 0000")).Anomalies.Contains(Anomaly.QuicMalformed));
        Assert.False(UdpFrames.Dissect(40000, 443, UdpFrames.Hex("c0 00000001 01 aa 01 bb 00 02 0000")).Anomalies.Contains(Anomaly.QuicMalformed));
    }

    [Theory]
    [InlineData(QuicVersions.Version1, "1")]
    [InlineData(0xff00001du, "draft-29")]
    [InlineData(0x51303436u, "Q046")]
    [InlineData(0xfaceb002u, "0xfaceb002")]
    public void Versions_have_names(uint version, string name) => Assert.Equal(name, QuicVersions.Name(version));
}

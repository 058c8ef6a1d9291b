using System.Buffers.Binary;
using System.Text;
using Kansatsu.Wire;
using static Kansatsu.Tests.LinkFrames;

namespace Kansatsu.Tests;

public class OtherTransportTests
{
    const string Ports = "d431 0050";
    const string Init = "01000014 00000001 0000ffff 0001 0001 00000001";
    const string Sack = "0300000c 0000000100001000";

    [Fact]
    public void The_castagnoli_crc_of_the_check_string_is_right() =>
        Assert.Equal(0xe3069283, ~Crc32C.Add(Crc32C.Initial, Encoding.ASCII.GetBytes("123456789")));

    [Fact]
    public void An_sctp_packet_lists_its_chunks()
    {
        var d = new Dissector().Dissect(Of(InIpv6(132, WithCrc(Ports + "00000000 00000000" + Init + Sack)), LinkType.Raw));
        Assert.Equal(ChecksumVerdict.Good, d[d.Transport].Checksum);
        Assert.True(d.Stop.IsNone);
        var writer = new ListingWriter();
        Listing.Summarize(d, writer);
        Assert.Equal("54321 → 80 INIT SACK", writer.ToString());
    }

    [Fact]
    public void A_wrong_sctp_checksum_is_named()
    {
        var d = new Dissector().Dissect(Of(InIpv6(132, Ports + "00000000 12345678" + Init), LinkType.Raw));
        Assert.Equal(ChecksumVerdict.Bad, d[d.Transport].Checksum);
        Assert.True(d.Anomalies.Contains(Anomaly.ChecksumOther));
    }

    [Fact]
    public void An_sctp_checksum_of_zero_is_no_checksum()
    {
        var d = new Dissector().Dissect(Of(InIpv6(132, Ports + "00000000 00000000" + Init), LinkType.Raw));
        Assert.Equal(ChecksumVerdict.NotPresent, d[d.Transport].Checksum);
        Assert.False(d.Anomalies.Contains(Anomaly.ChecksumOther));
    }

    [Theory]
    [InlineData("00000003 00")]
    [InlineData("0000ffff 00")]
    [InlineData("00")]
    public void A_chunk_length_that_does_not_fit_stops_the_reading(string chunk)
    {
        var d = new Dissector().Dissect(Of(InIpv6(132, WithCrc(Ports + "00000000 00000000" + chunk)), LinkType.Raw));
        Assert.Equal(StopReason.Malformed, d.Stop.Reason);
    }

    [Fact]
    public void The_last_chunk_may_lack_its_padding()
    {
        var chunks = new SctpChunks(Bytes("00000005 61000000 00000005 62"));
        Assert.True(chunks.MoveNext());
        Assert.True(chunks.MoveNext());
        Assert.False(chunks.MoveNext());
        Assert.True(chunks.IsClean);
    }

    [Theory]
    [InlineData(132, "d431 0050", Anomaly.SctpTooShort)]
    [InlineData(33, "d431 0050", Anomaly.DccpTooShort)]
    [InlineData(33, "d431 1389 01 00 0000 01 00 0000 00000000", Anomaly.DccpTooShort)]
    [InlineData(136, "d431 0050", Anomaly.UdpTooShort)]
    public void A_header_that_is_not_whole_is_named(byte protocol, string hex, Anomaly expected)
    {
        var d = new Dissector().Dissect(Of(InIpv6(protocol, hex), LinkType.Raw));
        Assert.True(d.Anomalies.Contains(expected));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_dccp_checksum_covers_what_it_says(int coverage)
    {
        // The bytes behind the coverage differ from what was summed: only full coverage may notice.
        var header = $"d431 1389 05 {coverage:x2} 0000 01 00 0000 00000001 00000000";
        var covered = coverage == 0 ? 28 : 20 + ((coverage - 1) * 4);
        var packet = Summed(33, header + "61626364 65666768", covered, 6);
        Assert.Equal(ChecksumVerdict.Good, Verdict(packet));
        packet[^1] ^= 0xff;
        Assert.Equal(coverage == 0 ? ChecksumVerdict.Bad : ChecksumVerdict.Good, Verdict(packet));
    }

    [Fact]
    public void A_dccp_packet_says_type_and_sequence_number()
    {
        var d = new Dissector().Dissect(Of(InIpv6(33, "d431 1389 05 00 0000 01 00 0000 00000539 00000000"), LinkType.Raw));
        var writer = new ListingWriter();
        Listing.Summarize(d, writer);
        Assert.Equal("54321 → 5001 [Request] Seq=1337", writer.ToString());
    }

    [Fact]
    public void A_short_dccp_sequence_number_has_three_bytes()
    {
        Assert.True(DccpHeader.TryRead(Bytes("d431 1389 03 00 0000 04 000539"), out var header));
        Assert.Equal(1337, header.SequenceNumber);
        Assert.Equal(2, header.Type);
    }

    [Theory]
    [InlineData(0, 12)]
    [InlineData(8, 8)]
    [InlineData(10, 10)]
    public void A_udp_lite_checksum_covers_what_it_says(int coverage, int covered)
    {
        var packet = Summed(136, $"d431 0050 {coverage:x4} 0000 61626364", covered, 6);
        Assert.Equal(ChecksumVerdict.Good, Verdict(packet));
        packet[^1] ^= 0xff;
        Assert.Equal(coverage == 0 ? ChecksumVerdict.Bad : ChecksumVerdict.Good, Verdict(packet));
    }

    [Theory]
    [InlineData("0007")]
    [InlineData("ffff")]
    public void A_coverage_that_cannot_be_is_named(string coverage)
    {
        var d = new Dissector().Dissect(Of(InIpv6(136, $"d431 0050 {coverage} 1234 61626364"), LinkType.Raw));
        Assert.True(d.Anomalies.Contains(Anomaly.UdpLiteCoverageInvalid));
        Assert.Equal(StopReason.Malformed, d.Stop.Reason);
    }

    [Theory]
    [InlineData(132, Ports + "00000000 00000000" + Init + Sack)]
    [InlineData(33, "d431 1389 05 00 0000 01 00 0000 00000539 00000000 6162")]
    [InlineData(136, "d431 0050 0008 1234 61626364")]
    public void A_transport_may_be_cut_anywhere(byte protocol, string hex) =>
        CutEverywhere(InIpv6(protocol, hex), (dissector, frame) => dissector.Dissect(new Frame(frame.Bytes, frame.OriginalLength, default, LinkType.Raw)));

    static ChecksumVerdict Verdict(byte[] packet)
    {
        var d = new Dissector().Dissect(Of(packet, LinkType.Raw));
        return d[d.Transport].Checksum;
    }

    static string WithCrc(string hex)
    {
        var packet = Bytes(hex);
        BinaryPrimitives.WriteUInt32LittleEndian(packet.AsSpan(8), ~Crc32C.Add(Crc32C.Initial, packet));
        return Convert.ToHexString(packet);
    }

    /// <summary>Writes the checksum of the first <paramref name="covered"/> bytes, summed one word at a time (RFC 1071 §4.1).</summary>
    static byte[] Summed(byte protocol, string hex, int covered, int offset)
    {
        var packet = InIpv6(protocol, hex);
        uint sum = (uint)(packet.Length - 40) + protocol;
        for (var i = 8; i < 40 + covered; i += 2) sum += BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(i));
        while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(40 + offset), (ushort)~sum);
        return packet;
    }
}

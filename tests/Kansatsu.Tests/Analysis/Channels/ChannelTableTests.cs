using System.Buffers.Binary;
using Kansatsu.Analysis;
using Kansatsu.Tests.Wire;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Channels;

public class ChannelTableTests
{
    [Fact]
    public void Sequence_numbers_of_RTP_show_loss_and_duplicates()
    {
        var air = new Air();
        foreach (var sequence in Enumerable.Range(65_500, 200).Where(s => s is not (65_540 or 65_541)).Append(65_600))
            air.Udp((sequence - 65_500) * 0.02, Air.Source, "ff0e::5000", 5004, Rtp((ushort)sequence));
        var channel = air.Until().Channel(5004);
        Assert.Equal((ChannelContent.Rtp, "rtp"), (channel.Content, channel.LossBy));
        Assert.Equal((2L, 1L), (channel.Missing, channel.Duplicates));
        Assert.InRange(channel.Period / 1e6, 19.9, 20.1);
    }

    [Fact]
    public void A_packet_that_comes_late_is_not_missing()
    {
        var air = new Air();
        foreach (var (place, sequence) in new[] { 1, 2, 3, 4, 5, 6, 8, 9, 7, 10 }.Index()) air.Udp(place * 0.02, Air.Source, "ff0e::5000", 5004, Rtp((ushort)sequence));
        Assert.Equal((0L, 0L), (air.Until().Channel(5004).Missing, air.Channel(5004).Duplicates));
    }

    [Fact]
    public void Continuity_counters_of_a_transport_stream_show_loss()
    {
        var air = new Air();
        foreach (var n in Enumerable.Range(0, 100).Where(n => n != 50)) air.Udp(n * 0.01, Air.Source, "ff0e::6000", 1234, Ts(n));
        var channel = air.Until().Channel(1234);
        Assert.Equal((ChannelContent.MpegTs, "mpeg-ts", 7L), (channel.Content, channel.LossBy, channel.Missing));
        Assert.Equal([1316], channel.PayloadLengths.Select(shape => shape.Length));
    }

    [Fact]
    public void Bytes_that_only_look_like_RTP_are_data()
    {
        var random = new Random(3);
        var air = new Air();
        for (var i = 0; i < 40; i++)
        {
            var payload = new byte[60];
            random.NextBytes(payload);
            payload[0] = 0x80;
            air.Udp(i, Air.Source, "ff0e::7000", 9000, payload);
        }

        Assert.Equal(ChannelContent.None, air.Until().Channel(9000).Content);
    }

    [Fact]
    public void The_header_of_the_warning_service_is_known_with_news_and_without()
    {
        Assert.Equal(ChannelContent.Eew, new Air().Udp(0, Air.Source, Air.Group, 6101, Air.KeepAlive).Until().Channel(6101).Content);
        Assert.Equal(ChannelContent.Eew, new Air().Udp(0, Air.Source, Air.Group, 6101, Air.News).Until().Channel(6101).Content);
        Assert.Equal(ChannelContent.None, new Air().Udp(0, Air.Source, Air.Group, 6101, Air.KeepAlive.AsSpan(0, 47)).Until().Channel(6101).Content);
    }

    [Fact]
    public void A_source_that_is_a_group_has_no_stream() => Assert.Equal(0, new Air().Udp(0, "ff02::1", Air.Group, 6101, Air.KeepAlive).Until().Observer.Channels.Count);

    [Fact]
    public void The_heartbeat_has_a_column_for_every_time()
    {
        var channel = new Air().Beat(0, 510, 6101).Until().Channel(6101);
        Assert.InRange(channel.Heartbeat.Count, 32, 64);
        Assert.Equal(51, channel.Heartbeat.Sum(count => count));
        Assert.Equal(17, channel.Heartbeat.Count(count => count > 0));
    }

    [Fact]
    public void A_clock_that_jumps_does_no_harm()
    {
        var air = new Air().Beat(0, 300, 6101).Until();
        foreach (var at in new[] { long.MinValue, long.MaxValue, 0, -1, long.MaxValue / 2 })
        {
            air.Observer.Tick(new Timestamp(at));
            air.Observer.Watch.Hear(new Timestamp(at));
        }

        air.Udp(310, Air.Source, Air.Group, 6101, Air.KeepAlive).Until();
        Assert.Equal(31, air.Channel(6101).Packets);
        Assert.NotNull(air.Observer.Findings.All);
    }

    [Fact]
    public void A_hundred_thousand_streams_fit_into_sixty_mebibytes()
    {
        const long most = 60L << 20;
        var table = new ChannelTable(new Watch());
        var d = Packets.Dissect(Packets.Ipv6(17, Packets.Udp(1, 2, Air.KeepAlive)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var known = 0;
        for (var i = 0; i <= ChannelTable.MaxChannels; i++)
        {
            known = 0;
            table.Observe(d, d[d.Transport], new PacketFacts(default, 1, new Ipv6Address(1, (ulong)i), Ipv6Address.AllNodes, default, 0, 64, i, false), 0, ref known);
            if (i == ChannelTable.MaxChannels - 1) Assert.Equal(ChannelTable.MaxChannels, known);
        }

        Assert.Equal(0, known);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, most);
        Assert.Equal((ChannelTable.MaxChannels, 1L), (table.Count, table.Refused));
    }

    static byte[] Rtp(ushort sequence)
    {
        var packet = new byte[172];
        (packet[0], packet[8]) = (0x80, 7);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), sequence);
        return packet;
    }

    /// <summary>Seven packets of one PID; the counter goes on.</summary>
    static byte[] Ts(int datagram)
    {
        var bytes = new byte[7 * 188];
        for (var i = 0; i < 7; i++)
        {
            bytes[i * 188] = 0x47;
            bytes[(i * 188) + 1] = 0x01;
            bytes[(i * 188) + 3] = (byte)(0x10 | (((datagram * 7) + i) & 0xf));
        }

        return bytes;
    }
}

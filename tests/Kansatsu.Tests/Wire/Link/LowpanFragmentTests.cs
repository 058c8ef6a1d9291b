using Kansatsu.Wire;
using static Kansatsu.Tests.LinkFrames;

namespace Kansatsu.Tests;

public class LowpanFragmentTests
{
    // 40 bytes of IPv6, 8 of UDP and 16 of content: 64 in all; the first fragment stands for 56 of them.
    const string First = "c040 0001 7e33 f0 1234 5678 abcd 6162636465666768";
    const string Last = "e040 0001 07 696a6b6c6d6e6f70";
    const string Content = "6162636465666768696a6b6c6d6e6f70";

    static Dissection ReadAll(Dissector dissector, params string[] datagrams)
    {
        var d = default(Dissection);
        foreach (var datagram in datagrams) d = dissector.Dissect(LowpanFrames.Frame(LowpanFrames.Short + datagram));
        return d;
    }

    [Fact]
    public void Fragments_in_either_order_make_a_packet()
    {
        var dissector = new Dissector();
        Assert.Equal("Ieee802154 SixLowpan Data", Kinds(ReadAll(dissector, First)));
        var d = ReadAll(dissector, Last);
        Assert.StartsWith("Ieee802154 SixLowpan Ipv6 Udp", Kinds(d), StringComparison.Ordinal);
        Assert.Equal(Bytes("1234 5678 0018 abcd" + Content), LowpanFrames.Packet(d)[40..]);
        Assert.StartsWith("Ieee802154 SixLowpan Ipv6 Udp", Kinds(ReadAll(dissector, Last, First)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_packet_that_is_not_compressed_may_be_fragmented()
    {
        var d = ReadAll(new Dissector(), "c030 0001 41 60000000 0008 11 40 20010db8000000000000000000000001 20010db8000000000000000000000002", "e030 0001 05 1234 5678 0008 0000");
        Assert.Equal("Ieee802154 SixLowpan Ipv6 Udp", Kinds(d));
    }

    [Fact]
    public void A_checksum_left_out_of_the_first_fragment_is_not_blamed_in_the_last()
    {
        var d = ReadAll(new Dissector(), "c040 0001 7e33 f4 1234 5678 6162636465666768", Last);
        Assert.Equal(ChecksumVerdict.NotPresent, d[d.Transport].Checksum);
        Assert.False(d.Anomalies.Contains(Anomaly.UdpZeroChecksumIpv6));
    }

    [Fact]
    public void Fragments_of_another_sender_tag_or_size_stay_apart()
    {
        var dissector = new Dissector();
        ReadAll(dissector, First);
        Assert.Equal("Ieee802154 SixLowpan Data", Kinds(ReadAll(dissector, "e040 0002 07 696a6b6c6d6e6f70")));
        Assert.Equal("Ieee802154 SixLowpan Data", Kinds(ReadAll(dissector, "e041 0001 07 696a6b6c6d6e6f70")));
        Assert.Equal("Ieee802154 SixLowpan Data", Kinds(dissector.Dissect(LowpanFrames.Frame(LowpanFrames.Extended + Last))));
        Assert.StartsWith("Ieee802154 SixLowpan Ipv6", Kinds(ReadAll(dissector, Last)), StringComparison.Ordinal);
    }

    [Fact]
    public void Recoverable_fragments_are_joined_before_they_are_decompressed()
    {
        var dissector = new Dissector();
        Assert.Equal("Ieee802154 SixLowpan Data", Kinds(ReadAll(dissector, "e8 05 0005 0010 7e33 f01234")));
        Assert.Equal("Ieee802154 SixLowpan Data", Kinds(ReadAll(dissector, "e8 05 0806 000a 6364 65666768")));
        var d = ReadAll(dissector, "e9 05 8405 0005 5678 abcd 62");
        Assert.StartsWith("Ieee802154 SixLowpan SixLowpan Ipv6 Udp", Kinds(d), StringComparison.Ordinal);
        Assert.Equal(Bytes("1234 5678 000f abcd 62636465666768"), LowpanFrames.Packet(d)[40..]);
    }

    [Fact]
    public void A_recoverable_fragment_of_size_zero_gives_the_datagram_up()
    {
        var dissector = new Dissector();
        ReadAll(dissector, "e8 05 0005 000a 7e33 f01234", "e8 05 0000 0000");
        Assert.Equal("Ieee802154 SixLowpan Data", Kinds(ReadAll(dissector, "e8 05 0405 0005 5678 abcd 62")));
    }

    [Fact]
    public void A_fragment_inside_of_recoverable_fragments_is_refused()
    {
        var d = ReadAll(new Dissector(), "e8 05 0008 0008 e8 06 0001 0001 7a33");
        Assert.Equal(StopReason.Malformed, d.Stop.Reason);
    }

    [Fact]
    public void An_acknowledgment_ends_the_reading()
    {
        var d = ReadAll(new Dissector(), "ea 05 ffffffff");
        Assert.Equal("Ieee802154 SixLowpan", Kinds(d));
        Assert.True(d.Stop.IsNone);
        Assert.Contains("Fragment acknowledgment (tag=5)", Summary(LinkType.Ieee802154NoFrameCheck, LowpanFrames.Short + "ea 05 ffffffff"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_fragment_changes_nothing()
    {
        var d = ReadAll(new Dissector(), First, First, Last);
        Assert.StartsWith("Ieee802154 SixLowpan Ipv6 Udp", Kinds(d), StringComparison.Ordinal);
        Assert.True((d.Anomalies.Contains(Anomaly.FragmentOverlap), d.OutermostIp) == (false, 2));
    }

    [Fact]
    public void An_overlap_discards_what_came_before()
    {
        var dissector = new Dissector();
        var d = ReadAll(dissector, First, "e040 0001 06 4242424242424242 4242424242424242");
        Assert.True(d.Anomalies.Contains(Anomaly.FragmentOverlap));
        Assert.Equal("Ieee802154 SixLowpan Data", Kinds(d));
    }

    [Theory]
    [InlineData("e040 0001 08 61", Anomaly.FragmentTooLarge)]
    [InlineData("e8 05 0401 ffff 61", Anomaly.FragmentTooLarge)]
    [InlineData("e040 0001 07", Anomaly.FragmentLengthInvalid)]
    [InlineData("e040 0001 05 616263", Anomaly.FragmentLengthInvalid)]
    [InlineData("e8 05 0409 0001 61", Anomaly.FragmentLengthInvalid)]
    public void A_fragment_that_cannot_be_is_named(string datagram, Anomaly expected)
    {
        Assert.True(ReadAll(new Dissector(), datagram).Anomalies.Contains(expected));
    }

    [Fact]
    public void A_datagram_is_given_up_after_a_minute()
    {
        var dissector = new Dissector();
        dissector.Dissect(LowpanFrames.Frame(LowpanFrames.Short + First));
        var d = dissector.Dissect(LowpanFrames.Frame(LowpanFrames.Short + Last, 61));
        Assert.Equal("Ieee802154 SixLowpan Data", Kinds(d));
        Assert.True(d.Anomalies.Contains(Anomaly.FragmentTimeout));
    }

    [Fact]
    public void The_oldest_datagram_makes_room_for_the_newest()
    {
        var dissector = new Dissector();
        for (var tag = 1; tag <= 64; tag++) dissector.Dissect(LowpanFrames.Frame($"{LowpanFrames.Short} c040 {tag:x4} 7e33 f0 1234 5678 abcd 6162636465666768", tag < 32 ? 1 : 0));
        var d = ReadAll(dissector, "e040 00ff 07 696a6b6c6d6e6f70");
        Assert.True(d.Anomalies.Contains(Anomaly.FragmentLimit));
        Assert.StartsWith("Ieee802154 SixLowpan Ipv6", Kinds(ReadAll(dissector, Last)), StringComparison.Ordinal);
        Assert.Equal("Ieee802154 SixLowpan Data", Kinds(ReadAll(dissector, "e040 0020 07 696a6b6c6d6e6f70")));
    }

    [Fact]
    public void Fragments_are_read_without_allocation()
    {
        var dissector = new Dissector();
        byte[][] frames = [Bytes(LowpanFrames.Short + First), Bytes(LowpanFrames.Short + Last)];
        foreach (var frame in frames) dissector.Dissect(LowpanFrames.Frame(frame));
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (var i = 0; i < 100; i++) dissector.Dissect(LowpanFrames.Frame(frames[i & 1]));
        }));
    }
}

using Kansatsu.Sensor;
using Kansatsu.Wire;
using static Kansatsu.Tests.Sensor.Reading;

namespace Kansatsu.Tests.Sensor;

public class PcapngTests
{
    const ulong Second = 1_000_000;

    static readonly CaptureBuilder Order = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_three_packet_blocks_are_read_in_both_byte_orders(bool bigEndian)
    {
        var bytes = new CaptureBuilder(bigEndian).Section().Interface()
            .Enhanced(0, 7 * Second, Frame(13), 99).Simple(Frame(5)).Obsolete(0, 8 * Second, Frame(6, 40)).ToArray();
        var (file, frames) = Both(bytes);

        Assert.Null(file.Problem);
        Assert.Equal([Frame(13), Frame(5), Frame(6, 40)], frames.Select(f => f.Bytes));
        Assert.Equal([99, 5, 6], frames.Select(f => f.Original));

        // A simple packet has no time of its own: it came after the one before it.
        Assert.Equal([7, 7, 8], frames.Select(f => f.Time / Timestamp.PerSecond));
    }

    [Fact]
    public void Sections_bring_their_own_byte_order_and_interfaces()
    {
        byte[] bytes =
        [
            .. new CaptureBuilder().Section().Interface().Interface(LinkType.Raw).Enhanced(1, Second, Frame(20)).ToArray(),
            .. new CaptureBuilder(bigEndian: true).Section(length: 4096).Interface(LinkType.LinuxSll).Enhanced(0, 2 * Second, Frame(30)).ToArray(),
        ];
        var (file, frames) = Both(bytes);

        Assert.Null(file.Problem);
        Assert.Equal([LinkType.Raw, LinkType.LinuxSll], frames.Select(f => f.LinkType));
        Assert.Equal([1, 2], frames.Select(f => f.Interface));
        Assert.Equal([LinkType.Ethernet, LinkType.Raw, LinkType.LinuxSll], file.LinkTypes);
    }

    [Theory]
    [InlineData(0, 5ul, 5_000_000_000)]
    [InlineData(3, 5001ul, 5_001_000_000)]
    [InlineData(9, 5_000_000_001ul, 5_000_000_001)]
    [InlineData(12, 5_000_000_001_999ul, 5_000_000_001)]
    [InlineData(19, 12_000_000_000_000_000_000ul, 1_200_000_000)]
    [InlineData(100, 5_000_000_001_999ul, 0)]
    [InlineData(0x80, 5ul, 5_000_000_000)]
    [InlineData(0x80 + 10, 1536ul, 1_500_000_000)]
    [InlineData(0x80 + 63, 0x4000_0000_0000_0000ul, 500_000_000)]
    [InlineData(0x80 + 127, ulong.MaxValue, 0)]
    [InlineData(0, ulong.MaxValue, long.MaxValue)]
    public void Time_resolution_is_a_power_of_ten_or_of_two(byte resolution, ulong ticks, long nanoseconds)
    {
        var bytes = new CaptureBuilder().Section().Interface(LinkType.Ethernet, 0, Order.Option(9, resolution)).Enhanced(0, ticks, Frame(4)).ToArray();
        var (_, frames) = Both(bytes);
        Assert.Equal(nanoseconds, frames[0].Time);
    }

    [Theory]
    [InlineData(100, 107_000_000_000)]
    [InlineData(-10, -3_000_000_000)]
    [InlineData(long.MaxValue, long.MaxValue)]
    public void A_time_offset_is_added(long offset, long nanoseconds)
    {
        var option = Order.Option(14, BitConverter.GetBytes(offset));
        var (_, frames) = Both(new CaptureBuilder().Section().Interface(LinkType.Ethernet, 0, option).Enhanced(0, 7 * Second, Frame(4)).ToArray());
        Assert.Equal(nanoseconds, frames[0].Time);
    }

    [Fact]
    public void Interface_options_are_read_in_any_order_and_unknown_ones_passed()
    {
        var bytes = new CaptureBuilder().Section()
            .Interface(LinkType.Ethernet, 96, Order.Option(13, 4), Order.Option(0x8123, 1, 2, 3), Order.Option(9, 9), Order.Option(2, "eth0"))
            .Enhanced(0, 5, Frame(4)).ToArray();
        var (file, frames) = Both(bytes);

        Assert.Equal(new CaptureInterface(0, LinkType.Ethernet, "eth0", 4, 96, 9), file.Interfaces[0]);
        Assert.Equal((5L, 4), (frames[0].Time, frames[0].FrameCheckLength));
    }

    [Fact]
    public void A_check_length_in_bits_is_understood_and_a_packet_may_overrule_it()
    {
        var flags = Order.Option(2, 0x40, 0, 0, 0);
        var bytes = new CaptureBuilder().Section().Interface(LinkType.Ethernet, 0, Order.Option(13, 32))
            .Enhanced(0, 5, Frame(4)).Enhanced(0, 5, Frame(4), null, flags).ToArray();
        Assert.Equal([4, 2], Both(bytes).Frames.Select(f => f.FrameCheckLength));
    }

    [Fact]
    public void A_simple_packet_is_cut_at_the_snap_length_of_the_first_interface()
    {
        var bytes = new CaptureBuilder().Section().Interface(LinkType.Ethernet, 10).Simple(Frame(10), 77).Simple(Frame(9)).ToArray();
        var (file, frames) = Both(bytes);
        Assert.Null(file.Problem);
        Assert.Equal([(10, 77), (9, 9)], frames.Select(f => (f.Bytes.Length, f.Original)));
    }

    [Fact]
    public void Comments_belong_to_their_packet()
    {
        var bytes = new CaptureBuilder().Section(1, 0, -1, Order.Option(1, "of the file")).Interface()
            .Enhanced(0, 1, Frame(3), null, Order.Option(1, "odd, isn't it"), Order.Option(2, 0, 0, 0, 0), Order.Option(1, "地震"))
            .Enhanced(0, 2, Frame(4)).ToArray();
        var (file, frames) = Both(bytes);

        Assert.Equal("odd, isn't it\n地震", frames[0].Comment);
        Assert.Null(frames[1].Comment);
        Assert.Equal(3, file.Comments);
    }

    [Fact]
    public void Name_records_map_addresses_to_names()
    {
        var six = new Ipv6Address(0x2001_0db8_0000_0000, 7);
        var bytes = new CaptureBuilder(bigEndian: true).Section()
            .Names(([192, 0, 2, 1], "router\0gateway\0"), ([0x20, 0x01, 0x0d, 0xb8, .. new byte[11], 7], "www.example.org\0"), ([10, 0, 0, 1], "")).ToArray();
        var (file, _) = Both(bytes);

        var four = Ipv6Address.FromIpv4(0xc000_0201);
        Assert.Equal([new(four, "router"), new(four, "gateway"), new(six, "www.example.org")], file.NameRecords);
    }

    [Fact]
    public void Blocks_that_hold_no_frames_are_passed_by()
    {
        var bytes = new CaptureBuilder().Section().Block(10, b => b.UInt32(0x544c534b).UInt32(4).UInt32(0)).Interface()
            .Block(0xbad, b => b.UInt32(32473).UInt32(7)).Block(0x4000_0bad, b => b.UInt32(1)).Block(5, b => b.UInt32(0).UInt64(0))
            .Block(0x1234_5678, _ => { }).Enhanced(0, 1, Frame(3)).ToArray();
        var (file, frames) = Both(bytes);
        Assert.Null(file.Problem);
        Assert.Single(frames);
    }

    [Fact]
    public void A_packet_of_an_interface_that_is_not_described_is_named_and_the_rest_read()
    {
        var bytes = new CaptureBuilder().Section().Interface().Enhanced(0, 1, Frame(3)).Enhanced(7, 2, Frame(3)).Enhanced(0, 3, Frame(8)).ToArray();
        var (file, frames) = Both(bytes);

        Assert.Equal([3, 8], frames.Select(f => f.Bytes.Length));
        Assert.Equal(1, file.Skipped);
        Assert.Equal((ProblemKind.Damaged, 28 + 20 + 36L), (file.Problem!.Kind, file.Problem.Offset));
        Assert.Contains("interface 7", file.Problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packet_larger_than_its_block_is_named_and_the_rest_read()
    {
        var bytes = new CaptureBuilder().Section().Interface()
            .Block(6, b => b.UInt32(0).UInt32(0).UInt32(1).UInt32(65536).UInt32(65536)).Enhanced(0, 3, Frame(8)).ToArray();
        var (file, frames) = Both(bytes);
        Assert.Single(frames);
        Assert.Contains("room for 0", file.Problem!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(11u, "fewer than its own")]
    [InlineData(33u, "not a multiple of 4")]
    [InlineData(0x8000_0000u, "more than")]
    [InlineData(36u, "two lengths differ")]
    public void A_wrong_block_length_ends_the_reading_and_keeps_what_was_read(uint total, string reason)
    {
        var builder = new CaptureBuilder().Section().Interface().Enhanced(0, 1, Frame(3));
        var offset = builder.Length;
        var (file, frames) = Both(builder.UInt32(6).UInt32(total).Bytes(new byte[64]).ToArray());

        Assert.Single(frames);
        Assert.Equal((ProblemKind.Damaged, (long)offset), (file.Problem!.Kind, file.Problem.Offset));
        Assert.Contains(reason, file.Problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_1_0_and_1_2_are_read_and_others_named()
    {
        Assert.Single(Both(new CaptureBuilder().Section(minor: 2).Interface().Enhanced(0, 1, Frame(3)).ToArray()).Frames);
        var (file, frames) = Both(new CaptureBuilder().Section(minor: 1).Interface().Enhanced(0, 1, Frame(3)).ToArray());
        Assert.Empty(frames);
        Assert.Contains("version 1.1", file.Problem!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_without_a_byte_order_mark_ends_the_reading()
    {
        var bytes = new CaptureBuilder().Section().Interface().Enhanced(0, 1, Frame(3)).Block(0x0a0d0d0a, b => b.UInt64(0).UInt64(0)).ToArray();
        var (file, frames) = Both(bytes);
        Assert.Single(frames);
        Assert.Contains("byte-order", file.Problem!.Reason, StringComparison.Ordinal);
    }
}

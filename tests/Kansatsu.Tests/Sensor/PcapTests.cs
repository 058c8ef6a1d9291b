using Kansatsu.Sensor;
using Kansatsu.Wire;
using static Kansatsu.Tests.Sensor.Reading;

namespace Kansatsu.Tests.Sensor;

public class PcapTests
{
    const uint Microseconds = 0xa1b2c3d4;
    const uint Nanoseconds = 0xa1b23c4d;
    const uint Modified = 0xa1b2cd34;

    [Theory]
    [InlineData(Microseconds, false, 1_000_000_005_000)]
    [InlineData(Microseconds, true, 1_000_000_005_000)]
    [InlineData(Nanoseconds, false, 1_000_000_000_005)]
    [InlineData(Nanoseconds, true, 1_000_000_000_005)]
    [InlineData(0xa12b3c4d, false, 1_000_000_000_005)]
    public void Both_byte_orders_and_both_resolutions_are_read(uint magic, bool bigEndian, long time)
    {
        var bytes = new CaptureBuilder(bigEndian).PcapHeader(magic).PcapRecord(1000, 5, Frame(20), 60).PcapRecord(1001, 6, Frame(7, 9)).ToArray();
        var (file, frames) = Both(bytes);

        Assert.Null(file.Problem);
        Assert.Equal(ContainerKind.Pcap, file.Container);
        Assert.Equal(Frame(20), frames[0].Bytes);
        Assert.Equal(Frame(7, 9), frames[1].Bytes);
        Assert.Equal(60, frames[0].Original);
        Assert.Equal(time, frames[0].Time);
        Assert.Equal([1L, 2L], frames.Select(f => f.Number));
        Assert.Equal((2L, 67L, 27L), (file.Frames, file.Bytes, file.CapturedBytes));
        Assert.Equal(time, file.First!.Value.Nanoseconds);
    }

    [Theory]
    [InlineData(Modified, 8)]
    [InlineData(Modified, 12)]
    [InlineData(Modified, 0)]
    [InlineData(Microseconds, 4)]
    [InlineData(Microseconds, 8)]
    public void Records_of_an_unusual_size_are_told_by_their_sense(uint magic, int extra)
    {
        var builder = new CaptureBuilder().PcapHeader(magic);
        for (var i = 0; i < 5; i++) builder.PcapRecord(1_700_000_000, (uint)i, Frame(30 + i, 0x80), 90, extra);
        var (file, frames) = Plain(builder.ToArray());

        Assert.Null(file.Problem);
        Assert.Equal([30, 31, 32, 33, 34], frames.Select(f => f.Bytes.Length));
        Assert.All(frames, f => Assert.Equal(0x80, f.Bytes[0]));
    }

    [Fact]
    public void Damage_in_the_second_record_is_not_taken_for_another_record_size()
    {
        var bytes = new CaptureBuilder().PcapHeader().PcapRecord(1, 0, Frame(40)).UInt32(1).UInt32(0).UInt32(0xffff_fff0).UInt32(60).Bytes(new byte[99]).ToArray();
        var (file, frames) = Both(bytes);

        Assert.Single(frames);
        Assert.Equal(ProblemKind.Damaged, file.Problem!.Kind);
        Assert.Equal(24 + 16 + 40, file.Problem.Offset);
        Assert.Contains("4294967280", file.Problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_version_2_3_the_original_length_came_first()
    {
        var bytes = new CaptureBuilder(bigEndian: true).PcapHeader(minor: 1).UInt32(5).UInt32(0).UInt32(1500).UInt32(20).Bytes(Frame(20)).ToArray();
        var (_, frames) = Both(bytes);
        Assert.Equal((20, 1500), (frames[0].Bytes.Length, frames[0].Original));
    }

    [Theory]
    [InlineData(20u, 1500u)]
    [InlineData(1500u, 20u)]
    public void In_version_2_3_the_smaller_length_is_the_captured_one(uint first, uint second)
    {
        var bytes = new CaptureBuilder().PcapHeader(minor: 3).UInt32(5).UInt32(0).UInt32(first).UInt32(second).Bytes(Frame(20)).ToArray();
        var (_, frames) = Both(bytes);
        Assert.Equal((20, 1500), (frames[0].Bytes.Length, frames[0].Original));
    }

    [Fact]
    public void Aix_counts_nanoseconds_and_names_interfaces_its_own_way()
    {
        var bytes = new CaptureBuilder(bigEndian: true).PcapHeader(minor: 2, network: 6).PcapRecord(5, 7, Frame(20)).ToArray();
        var (_, frames) = Both(bytes);
        Assert.Equal(LinkType.Ethernet, frames[0].LinkType);
        Assert.Equal(5_000_000_007, frames[0].Time);
    }

    [Fact]
    public void The_link_type_field_carries_the_length_of_the_check_sequence()
    {
        var (_, frames) = Both(new CaptureBuilder().PcapHeader(network: 0x2400_0001).PcapRecord(1, 0, Frame(64)).ToArray());
        Assert.Equal((LinkType.Ethernet, 4), (frames[0].LinkType, frames[0].FrameCheckLength));

        (_, frames) = Both(new CaptureBuilder().PcapHeader(network: 0x2000_0001).PcapRecord(1, 0, Frame(64)).ToArray());
        Assert.Equal((LinkType.Ethernet, 0), (frames[0].LinkType, frames[0].FrameCheckLength));
    }

    [Fact]
    public void Reserved_bits_of_the_link_type_field_refuse_the_file()
    {
        var (file, frames) = Both(new CaptureBuilder().PcapHeader(network: 0x0030_0000).PcapRecord(1, 0, Frame(64)).ToArray());
        Assert.Empty(frames);
        Assert.Equal(ProblemKind.UnsupportedVersion, file.Problem!.Kind);
        Assert.Contains("0x00300000", file.Problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_version_is_named()
    {
        var (file, _) = Both(new CaptureBuilder().PcapHeader(major: 3, minor: 1).ToArray());
        Assert.Contains("version 3.1", file.Problem!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snap_length_of_zero_limits_nothing()
    {
        var (file, frames) = Both(new CaptureBuilder().PcapHeader(snapLength: 0).PcapRecord(1, 0, Frame(200)).ToArray());
        Assert.Null(file.Problem);
        Assert.Equal(200, frames[0].Bytes.Length);
    }

    [Fact]
    public void Large_frames_pass_through_small_windows()
    {
        var builder = new CaptureBuilder().PcapHeader();
        for (var i = 0; i < 20; i++) builder.PcapRecord((uint)i, 0, Frame(i * 3001, (byte)i));
        builder.PcapRecord(99, 0, Frame(256 * 1024));
        var (file, frames) = Both(builder.ToArray());

        Assert.Null(file.Problem);
        Assert.Equal(21, frames.Count);
        Assert.Equal(Frame(19 * 3001, 19), frames[19].Bytes);
        Assert.Equal(Frame(256 * 1024), frames[20].Bytes);
    }

    [Fact]
    public void A_frame_longer_than_any_is_damage_except_where_transfers_are()
    {
        var (file, _) = Both(new CaptureBuilder().PcapHeader().PcapRecord(1, 0, new byte[(256 * 1024) + 1]).ToArray());
        Assert.Equal(ProblemKind.Damaged, file.Problem!.Kind);

        const uint Dbus = 231;
        (file, _) = Both(new CaptureBuilder().PcapHeader(network: Dbus).PcapRecord(1, 0, new byte[(256 * 1024) + 1]).ToArray());
        Assert.Null(file.Problem);
        Assert.Equal("linktype-231", LinkTypeNames.Of(file.LinkTypes[0]));
        Assert.False(LinkTypeNames.IsKnown(file.LinkTypes[0]));
    }

    [Fact]
    public void First_and_last_are_the_earliest_and_latest_times_not_those_at_the_ends()
    {
        var bytes = new CaptureBuilder().PcapHeader().PcapRecord(5, 0, Frame(1)).PcapRecord(9, 0, Frame(1)).PcapRecord(3, 0, Frame(1)).ToArray();
        var (file, frames) = Both(bytes);
        Assert.Equal([5, 9, 3], frames.Select(f => f.Time / Timestamp.PerSecond));
        Assert.Equal((3L, 9L), (file.First!.Value.Nanoseconds / Timestamp.PerSecond, file.Last!.Value.Nanoseconds / Timestamp.PerSecond));
    }
}

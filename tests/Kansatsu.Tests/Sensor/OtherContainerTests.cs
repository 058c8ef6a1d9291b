using Kansatsu.Sensor;
using Kansatsu.Wire;
using static Kansatsu.Tests.Sensor.Reading;

namespace Kansatsu.Tests.Sensor;

public class OtherContainerTests
{
    [Fact]
    public void Snoop_records_carry_their_own_padding()
    {
        var (file, frames) = Both(Snoop());
        Assert.Null(file.Problem);
        Assert.Equal(ContainerKind.Snoop, file.Container);
        Assert.Equal([Frame(21), Frame(60)], frames.Select(f => f.Bytes));
        Assert.Equal((1500, 5_000_006_000L, LinkType.Ethernet), (frames[0].Original, frames[0].Time, frames[0].LinkType));
    }

    [Fact]
    public void A_snoop_record_shorter_than_its_frame_is_damage()
    {
        var (file, _) = Both(SnoopHeader(2).UInt32(60).UInt32(60).UInt32(60).UInt32(0).UInt32(5).UInt32(6).Bytes(Frame(60)).ToArray());
        Assert.Equal((ProblemKind.Damaged, 16L), (file.Problem!.Kind, file.Problem.Offset));
        Assert.Contains("version 3", Both(SnoopHeader(3).ToArray()).File.Problem!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, LinkType.Ethernet, 1_120_391_557_027_000_000 + 1_000)]
    [InlineData(1, LinkType.Raw, 1_120_391_557_027_000_000 + 1_000)]
    [InlineData(3, LinkType.Raw, 7_000_000_100)]
    public void Network_Monitor_frames_are_found_by_their_table(int minor, LinkType type, long time)
    {
        var (file, frames) = Plain(NetworkMonitor((byte)minor));
        Assert.Null(file.Problem);
        Assert.Equal([Frame(60, 7), Frame(61)], frames.Select(f => f.Bytes));
        Assert.Equal((type, time), (frames[0].LinkType, frames[0].Time));
    }

    [Fact]
    public void A_Network_Monitor_table_that_points_outside_is_damage()
    {
        var bytes = NetworkMonitor(0);
        bytes[^1] = 0x7f;
        var (file, frames) = Plain(bytes);
        Assert.Single(frames);
        Assert.Equal(ProblemKind.Damaged, file.Problem!.Kind);
    }

    [Fact]
    public void A_Network_Monitor_capture_in_a_pipe_is_refused_with_its_remedy()
    {
        var (file, _) = Pipe(NetworkMonitor(0));
        Assert.Equal("unpack it first", file.Problem!.Remedy);
    }

    internal static byte[] Snoop() =>
        SnoopHeader(2).UInt32(1500).UInt32(21).UInt32(24 + 21 + 3).UInt32(0).UInt32(5).UInt32(6).Bytes(Frame(21)).Bytes(new byte[3])
            .UInt32(60).UInt32(60).UInt32(24 + 60).UInt32(0).UInt32(6).UInt32(6).Bytes(Frame(60)).ToArray();

    /// <summary>Two frames, the second of the file first in the table.</summary>
    internal static byte[] NetworkMonitor(byte minor)
    {
        var (first, second) = (NetworkMonitorRecord(minor, Frame(61)), NetworkMonitorRecord(minor, Frame(60, 7)));
        var table = (uint)(32 + first.Length + second.Length);
        return new CaptureBuilder().Bytes([.. "GMBU"u8, minor, 2]).UInt16(1)
            .UInt16(2005).UInt16(7).UInt16(0).UInt16(3).UInt16(11).UInt16(52).UInt16(37).UInt16(27)
            .UInt32(table).UInt32(8).Bytes(first).Bytes(second).UInt32((uint)(32 + first.Length)).UInt32(32).ToArray();
    }

    static byte[] NetworkMonitorRecord(byte minor, byte[] frame)
    {
        var record = new CaptureBuilder().UInt64(1).UInt32((uint)frame.Length).UInt32((uint)frame.Length).Bytes(frame);
        if (minor >= 1) record.UInt16(0xe000 + 101);
        if (minor >= 2) record.UInt32(0);
        if (minor >= 3) record.UInt64(116_444_736_070_000_001).Bytes([0]);
        return record.ToArray();
    }

    static CaptureBuilder SnoopHeader(uint version) => new CaptureBuilder(bigEndian: true).Bytes("snoop\0\0\0"u8.ToArray()).UInt32(version).UInt32(4);
}

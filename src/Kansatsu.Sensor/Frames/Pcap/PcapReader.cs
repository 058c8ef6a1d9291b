using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>Records of a pcap file (draft-ietf-opsawg-pcap §5).</summary>
sealed class PcapReader : FrameReader
{
    readonly int _recordHeader;
    readonly uint _unit;
    readonly LengthOrder _order;
    readonly bool _swapped;
    readonly uint _limit;

    PcapReader(CaptureFile file, ByteWindow bytes, in PcapDialect dialect)
        : base(file, bytes)
    {
        _recordHeader = dialect.RecordHeader;
        _unit = dialect.Unit;
        _order = dialect.Order;
        _swapped = dialect.BigEndian == BitConverter.IsLittleEndian;
        _limit = LimitOf(dialect.LinkType);
        LinkType = dialect.LinkType;
        FrameCheckLength = dialect.FrameCheckLength;
        Interface = file.AddInterface(dialect.LinkType, null, dialect.FrameCheckLength, dialect.SnapLength, dialect.Unit == 1 ? 9 : 6).Index;
    }

    /// <summary>Reads the file header; null when it cannot be used, with the file's problem set.</summary>
    public static PcapReader? Open(CaptureFile file, ByteWindow bytes)
    {
        file.Container = ContainerKind.Pcap;
        if (!bytes.Has(PcapHeader.Length)) return Refuse(file, ProblemKind.Truncated, "the file ends in the middle of its header");
        if (!PcapHeader.TryRead(bytes.Rest, out var dialect, out var reason)) return Refuse(file, ProblemKind.UnsupportedVersion, reason!);
        if (!bytes.Has(dialect.FileHeader)) return Refuse(file, ProblemKind.Truncated, "the file ends in the middle of its header");
        bytes.Advance(dialect.FileHeader);
        return new PcapReader(file, bytes, PcapLayouts.Choose(dialect, bytes.Rest));
    }

    static PcapReader? Refuse(CaptureFile file, ProblemKind kind, string reason)
    {
        file.Report(kind, reason, 0);
        return null;
    }

    public override bool MoveNext()
    {
        var length = _recordHeader;
        if (!Bytes.Has(length)) return End("a record header");
        var record = MemoryMarshal.Read<RecordHeader>(Bytes.Rest);
        if (_swapped) record = record.Reverse();
        var captured = record.First;
        var original = record.Second;
        if (_order != LengthOrder.CapturedFirst && (_order == LengthOrder.OriginalFirst || captured > original))
            (captured, original) = (original, captured);
        if (captured > _limit) return Fail(ProblemKind.Damaged, $"a record claims {captured} bytes, more than the {_limit} a frame can have");
        length += (int)captured;
        if (!Bytes.Has(length)) return End("a record");

        Mark = Bytes.Mark + _recordHeader;
        Captured = (int)captured;
        Original = original;
        // Cannot overflow: 2^32 seconds and 2^32 units of 1000 ns stay below 2^63.
        Time = new Timestamp((record.Seconds * Timestamp.PerSecond) + ((long)record.Fraction * _unit));
        Bytes.Advance(length);
        return true;
    }

    [StructLayout(LayoutKind.Sequential)]
    readonly record struct RecordHeader(uint Seconds, uint Fraction, uint First, uint Second)
    {
        public RecordHeader Reverse() => new(
            BinaryPrimitives.ReverseEndianness(Seconds),
            BinaryPrimitives.ReverseEndianness(Fraction),
            BinaryPrimitives.ReverseEndianness(First),
            BinaryPrimitives.ReverseEndianness(Second));
    }
}

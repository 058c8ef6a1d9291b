using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>Records of a Solaris snoop file, version 2 (RFC 1761).</summary>
sealed class SnoopReader : FrameReader
{
    const int FileHeader = 16;
    const int VersionOffset = 8;
    const int DataLinkOffset = 12;
    const uint Version = 2;

    const int RecordHeader = 24;
    const int CapturedOffset = 4;
    const int LengthOffset = 8;
    const int SecondsOffset = 16;
    const int MicrosecondsOffset = 20;

    // RFC 1761 pads a record to four bytes; more than a little padding is damage.
    const uint MostPadding = 4096;

    SnoopReader(CaptureFile file, ByteWindow bytes, uint dataLink)
        : base(file, bytes)
    {
        LinkType = dataLink switch
        {
            0 or 4 => LinkType.Ethernet,
            8 => LinkType.Fddi,
            _ => Unmapped,
        };
        Interface = file.AddInterface(LinkType, null, 0, 0, timeDigits: 6).Index;
    }

    public static bool IsMagic(ReadOnlySpan<byte> head) => head.StartsWith("snoop\0\0\0"u8);

    public static SnoopReader? Open(CaptureFile file, ByteWindow bytes)
    {
        file.Container = ContainerKind.Snoop;
        if (!bytes.Has(FileHeader))
        {
            file.Report(ProblemKind.Truncated, "the file ends in the middle of its header", 0);
            return null;
        }

        var version = BinaryPrimitives.ReadUInt32BigEndian(bytes.Rest[VersionOffset..]);
        if (version != Version)
        {
            file.Report(ProblemKind.UnsupportedVersion, $"snoop version {version} is not read, only 2", 0);
            return null;
        }

        var dataLink = BinaryPrimitives.ReadUInt32BigEndian(bytes.Rest[DataLinkOffset..]);
        bytes.Advance(FileHeader);
        return new SnoopReader(file, bytes, dataLink);
    }

    public override bool MoveNext()
    {
        if (!Bytes.Has(RecordHeader)) return End("a record header");
        var header = Bytes.Rest;
        var original = BinaryPrimitives.ReadUInt32BigEndian(header);
        var captured = BinaryPrimitives.ReadUInt32BigEndian(header[CapturedOffset..]);
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[LengthOffset..]);
        if (captured > LimitOf(LinkType)) return Fail(ProblemKind.Damaged, $"a record claims {captured} bytes, more than a frame can have");
        if (length < RecordHeader + captured || length - captured > MostPadding)
            return Fail(ProblemKind.Damaged, $"a record of {captured} frame bytes claims a length of {length}");

        var seconds = BinaryPrimitives.ReadUInt32BigEndian(header[SecondsOffset..]);
        var microseconds = BinaryPrimitives.ReadUInt32BigEndian(header[MicrosecondsOffset..]);
        if (!Bytes.Has((int)length)) return End("a record");
        Mark = Bytes.Mark + RecordHeader;
        Captured = (int)captured;
        Original = original;
        Time = Timestamp.FromSeconds(seconds, microseconds * 1000L);
        Bytes.Advance((int)length);
        return true;
    }
}

using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>The file header of pcap and its relatives (draft-ietf-opsawg-pcap §4), and what follows from it.</summary>
static class PcapHeader
{
    public const int Length = 24;
    public const int PlainRecord = 16;
    public const int NokiaRecord = 20;
    public const int ModifiedRecord = 24;
    public const int Ss990915Record = 28;

    const int Major = 4;
    const int Minor = 6;
    const int SnapLength = 16;
    const int Network = 20;

    const uint Microseconds = 0xa1b2c3d4;
    const uint Nanoseconds = 0xa1b23c4d;
    const uint Modified = 0xa1b2cd34;
    const uint Navtel = 0xa12b3c4d;
    const uint IxiaHardware = 0x1c0001ac;
    const uint IxiaSoftware = 0x1c0001ab;
    const int IxiaTotal = 4;

    // Network field: 16 bits of link type, 10 reserved, then R and P flags and the FCS length in 16-bit words.
    const uint ReservedBits = 0x03ff_0000;
    const uint FrameCheckKnown = 0x0400_0000;
    const int FrameCheckShift = 28;

    // Version 543.0 appears in old files that are otherwise 2.4.
    const int OddMajor = 543;

    public static bool IsMagic(ReadOnlySpan<byte> bytes) => IsMagic(bytes, out _, out _);

    static bool IsMagic(ReadOnlySpan<byte> bytes, out uint magic, out bool bigEndian)
    {
        bigEndian = true;
        if (!BinaryPrimitives.TryReadUInt32BigEndian(bytes, out magic)) return false;
        if (IsKnown(magic)) return true;
        bigEndian = false;
        magic = BinaryPrimitives.ReverseEndianness(magic);
        return IsKnown(magic);
    }

    static bool IsKnown(uint magic) => magic is Microseconds or Nanoseconds or Modified or Navtel or IxiaHardware or IxiaSoftware;

    /// <summary>Reads the 24 bytes; <paramref name="reason"/> tells why they cannot be used.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out PcapDialect dialect, out string? reason)
    {
        dialect = default;
        reason = null;
        IsMagic(bytes, out var magic, out var bigEndian);
        var major = Read16(bytes[Major..], bigEndian);
        var minor = Read16(bytes[Minor..], bigEndian);
        var network = Read32(bytes[Network..], bigEndian);
        if (major != 2 && major != OddMajor) reason = $"pcap version {major}.{minor} is not read, only 2.x";
        else if ((network & ReservedBits) != 0) reason = $"the reserved bits of the link type field 0x{network:x8} are not zero";
        if (reason is not null) return false;

        var aix = magic == Microseconds && major == 2 && minor == 2 && AixLinkType(network) is not null;
        dialect = new PcapDialect(
            bigEndian,
            magic is IxiaHardware or IxiaSoftware ? Length + IxiaTotal : Length,
            magic == Modified ? ModifiedRecord : PlainRecord,
            aix || magic is not (Microseconds or Modified) ? 1u : 1000u,
            aix ? LengthOrder.SmallerIsCaptured : OrderOf(major, minor),
            aix ? AixLinkType(network)!.Value : (LinkType)(ushort)network,
            (network & FrameCheckKnown) != 0 ? (int)(network >> FrameCheckShift) * 2 : 0,
            Read32(bytes[SnapLength..], bigEndian));
        return true;
    }

    static LengthOrder OrderOf(int major, int minor) => (major, minor) switch
    {
        (2, < 3) => LengthOrder.OriginalFirst,
        (2, 3) => LengthOrder.SmallerIsCaptured,
        _ => LengthOrder.CapturedFirst,
    };

    // AIX writes version 2.2, nanoseconds, and interface types of RFC 1573 instead of link types.
    static LinkType? AixLinkType(uint network) => network switch
    {
        6 => LinkType.Ethernet,
        9 => (LinkType)6,
        15 => LinkType.Fddi,
        24 => LinkType.Null,
        _ => null,
    };

    static ushort Read16(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    static uint Read32(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}

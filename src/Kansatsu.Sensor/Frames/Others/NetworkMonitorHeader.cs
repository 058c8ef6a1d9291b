using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Sensor;

/// <summary>The file header of Microsoft Network Monitor 2.x.</summary>
/// <param name="Start">What the frames' times count from: a wall clock without a zone, taken as UTC.</param>
/// <param name="TableOffset">Where the list of frame offsets is, usually at the end of the file.</param>
/// <param name="TableLength">Bytes of that list, four a frame.</param>
readonly record struct NetworkMonitorHeader(int Minor, ushort Network, Timestamp Start, uint TableOffset, uint TableLength)
{
    public const int Length = 32;
    const int MinorOffset = 4;
    const int NetworkOffset = 6;
    const int StartOffset = 8;
    const int TableOffsetOffset = 24;
    const int TableLengthOffset = 28;

    public static bool IsMagic(ReadOnlySpan<byte> head) => head.StartsWith("GMBU"u8);

    /// <param name="bytes">At least <see cref="Length"/> bytes.</param>
    public static NetworkMonitorHeader Read(ReadOnlySpan<byte> bytes) => new(
        bytes[MinorOffset],
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[NetworkOffset..]),
        StartOf(bytes[StartOffset..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[TableOffsetOffset..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[TableLengthOffset..]));

    /// <summary>The link type for a network number; numbers from 0xe000 on carry those of pcap.</summary>
    public static LinkType LinkTypeOf(ushort network, LinkType unmapped) => network switch
    {
        1 => LinkType.Ethernet,
        3 => LinkType.Fddi,
        8 or 9 => LinkType.Raw,
        >= 0xe000 and <= 0xefff => (LinkType)(network & 0x0fff),
        _ => unmapped,
    };

    // Year, month, day of week, day, hour, minute, second, millisecond; an impossible date counts as 1970.
    static Timestamp StartOf(ReadOnlySpan<byte> bytes)
    {
        Span<int> part = stackalloc int[8];
        for (var i = 0; i < part.Length; i++) part[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]);
        if (part[0] is < 1970 or > 2200 || part[1] is < 1 or > 12 || part[3] is < 1 or > 31) return default;
        var day = new DateTime(part[0], part[1], 1, 0, 0, 0, DateTimeKind.Utc).AddDays(part[3] - 1);
        var seconds = ((long)(day - DateTime.UnixEpoch).TotalDays * 86400) + (part[4] * 3600) + (part[5] * 60) + part[6];
        return Timestamp.FromSeconds(seconds, part[7] * 1_000_000L);
    }
}

namespace Kansatsu.Wire;

/// <summary>The routing header of every type (RFC 8200 §4.4; type 0 RFC 5095; 2 RFC 6275; 3 RFC 6554; 4 RFC 8754).</summary>
public readonly ref struct RoutingHeader
{
    public const int MinLength = 8;
    public const byte SourceRoute = 0;
    public const byte Nimrod = 1;
    public const byte MobileIpv6 = 2;
    public const byte Rpl = 3;
    public const byte SegmentRouting = 4;

    readonly ReadOnlySpan<byte> _bytes;

    RoutingHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out RoutingHeader header)
    {
        header = bytes.Length >= MinLength ? new RoutingHeader(bytes) : default;
        return bytes.Length >= MinLength;
    }

    public byte RoutingType => _bytes[2];

    public byte SegmentsLeft => _bytes[3];

    /// <summary>Whole 16-byte addresses after the fixed eight bytes; 0 for RPL, whose addresses are compressed.</summary>
    public int AddressCount => RoutingType == Rpl ? 0 : (_bytes.Length - MinLength) / Ipv6Address.Length;

    public Ipv6Address Address(int index) => Ipv6Address.Read(_bytes[(MinLength + (index * Ipv6Address.Length))..]);

    /// <summary>
    /// Which address is the packet's true destination while segments are left: types 0 and 2 end with it, a segment list begins with it
    /// (RFC 8754 §2). -1: none.
    /// </summary>
    public int FinalDestinationIndex => SegmentsLeft == 0 || AddressCount == 0
        ? -1
        : RoutingType switch { SourceRoute or MobileIpv6 => AddressCount - 1, SegmentRouting => 0, _ => -1 };

    internal static void Inspect(ReadOnlySpan<byte> bytes, ref Dissection d)
    {
        if (!TryRead(bytes, out var header)) return;
        if (header.RoutingType == SourceRoute) d.Flag(Anomaly.Ipv6RoutingType0);
        else if (header.RoutingType is not (MobileIpv6 or Rpl or SegmentRouting)) d.Flag(Anomaly.Ipv6RoutingUnknownType);
        var final = header.FinalDestinationIndex;
        if (final >= 0) d.SetFinalDestination(bytes.Length - MinLength - (final * Ipv6Address.Length));
    }
}

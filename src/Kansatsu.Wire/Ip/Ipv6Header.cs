using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The fixed IPv6 header (RFC 8200 §3).</summary>
public readonly ref struct Ipv6Header
{
    public const int Length = 40;

    const int PayloadLengthOffset = 4;
    const int NextHeaderOffset = 6;
    const int HopLimitOffset = 7;
    const int SourceOffset = 8;
    const int DestinationOffset = 24;

    readonly ReadOnlySpan<byte> _bytes;

    Ipv6Header(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out Ipv6Header header)
    {
        header = bytes.Length >= Length ? new Ipv6Header(bytes[..Length]) : default;
        return bytes.Length >= Length;
    }

    public int Version => _bytes[0] >> 4;

    public byte TrafficClass => (byte)(BinaryPrimitives.ReadUInt16BigEndian(_bytes) >> 4);

    public int FlowLabel => BinaryPrimitives.ReadInt32BigEndian(_bytes) & 0xf_ffff;

    public ushort PayloadLength => BinaryPrimitives.ReadUInt16BigEndian(_bytes[PayloadLengthOffset..]);

    public byte NextHeader => _bytes[NextHeaderOffset];

    public byte HopLimit => _bytes[HopLimitOffset];

    public Ipv6Address Source => Ipv6Address.Read(_bytes[SourceOffset..]);

    public Ipv6Address Destination => Ipv6Address.Read(_bytes[DestinationOffset..]);

    /// <summary>Source and destination, 32 bytes, as the pseudo-header sums them (RFC 8200 §8.1).</summary>
    internal ReadOnlySpan<byte> Addresses => _bytes.Slice(SourceOffset, 2 * Ipv6Address.Length);
}

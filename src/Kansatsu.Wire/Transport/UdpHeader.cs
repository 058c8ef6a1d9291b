using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The UDP header (RFC 768).</summary>
public readonly ref struct UdpHeader
{
    public const int HeaderLength = 8;

    readonly ReadOnlySpan<byte> _bytes;

    UdpHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out UdpHeader header)
    {
        header = bytes.Length >= HeaderLength ? new UdpHeader(bytes) : default;
        return bytes.Length >= HeaderLength;
    }

    public ushort SourcePort => BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    public ushort DestinationPort => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    /// <summary>Header and payload, as declared; 0 in a jumbogram (RFC 2675 §4).</summary>
    public ushort Length => BinaryPrimitives.ReadUInt16BigEndian(_bytes[4..]);

    public ushort Checksum => BinaryPrimitives.ReadUInt16BigEndian(_bytes[6..]);
}

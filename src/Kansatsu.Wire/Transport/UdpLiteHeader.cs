using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The UDP-Lite header (RFC 3828 §3.1).</summary>
public readonly ref struct UdpLiteHeader
{
    public const int HeaderLength = 8;

    readonly ReadOnlySpan<byte> _bytes;

    UdpLiteHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out UdpLiteHeader header)
    {
        header = bytes.Length >= HeaderLength ? new UdpLiteHeader(bytes) : default;
        return bytes.Length >= HeaderLength;
    }

    public ushort SourcePort => BinaryPrimitives.ReadUInt16BigEndian(_bytes);

    public ushort DestinationPort => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    /// <summary>Bytes from the header on that the checksum covers; 0 for all.</summary>
    public ushort ChecksumCoverage => BinaryPrimitives.ReadUInt16BigEndian(_bytes[4..]);

    public ushort Checksum => BinaryPrimitives.ReadUInt16BigEndian(_bytes[6..]);
}

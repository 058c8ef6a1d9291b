using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The Geneve header (RFC 8926 §3.4).</summary>
public readonly ref struct GeneveHeader
{
    public const int MinLength = 8;

    readonly ReadOnlySpan<byte> _bytes;

    GeneveHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out GeneveHeader header)
    {
        header = bytes.Length >= MinLength ? new GeneveHeader(bytes) : default;
        return bytes.Length >= MinLength;
    }

    public int Version => _bytes[0] >> 6;

    /// <summary>Bytes of the header, options included, as declared.</summary>
    public int Length => MinLength + ((_bytes[0] & 0x3f) * 4);

    /// <summary>A management message, not user traffic.</summary>
    public bool IsControl => (_bytes[1] & 0x80) != 0;

    public ushort Protocol => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    public int NetworkIdentifier => (_bytes[4] << 16) | (_bytes[5] << 8) | _bytes[6];

    public GeneveOptions Options => new(_bytes[MinLength..Math.Min(_bytes.Length, Length)]);
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The record header of Endace's Extensible Record Format (LINKTYPE_ERF).</summary>
public readonly ref struct ErfHeader
{
    public const int MinLength = 16;

    readonly ReadOnlySpan<byte> _bytes;

    ErfHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out ErfHeader header)
    {
        header = bytes.Length >= MinLength ? new ErfHeader(bytes) : default;
        return bytes.Length >= MinLength;
    }

    public int Type => _bytes[8] & 0x7f;

    public bool HasExtensions => (_bytes[8] & 0x80) != 0;

    /// <summary>Port of the capture card.</summary>
    public int Interface => _bytes[9] & 3;

    /// <summary>Bytes of the frame on the wire.</summary>
    public ushort WireLength => BinaryPrimitives.ReadUInt16BigEndian(_bytes[14..]);
}

using System.Buffers.Binary;

namespace Kansatsu.Analysis;

/// <summary>
/// Numbers of names by the bytes that stood on the wire. Most names of a capture were met before, and finding them so takes a fraction of writing them out. Each
/// place is a line of the processor's memory and holds what came there last, so nothing grows and nobody can push out more than they send.
/// </summary>
sealed class WireNames
{
    /// <summary>Longest name kept, as it stands on the wire.</summary>
    public const int MaxLength = LineLength - TextAt;

    const int Lines = 4096;
    const int LineLength = 64;
    const int LengthAt = 4;
    const int EncodedAt = 5;
    const int TextAt = 6;

    readonly SeededHash _hash = SeededHash.New();
    byte[] _lines = [];

    /// <param name="wire">A name without pointers.</param>
    /// <param name="isEncoded">Its first label is a NetBIOS name in half-bytes (RFC 1001 §14.1): such a name means something else than the same bytes in DNS.</param>
    /// <returns>Its number, or 0 when it is not known here.</returns>
    public int Find(ReadOnlySpan<byte> wire, bool isEncoded)
    {
        if (wire.Length > MaxLength || _lines.Length == 0) return 0;
        var line = LineOf(wire);
        return line[LengthAt] == wire.Length && line[EncodedAt] == (isEncoded ? 1 : 0) && line.Slice(TextAt, wire.Length).SequenceEqual(wire)
            ? BinaryPrimitives.ReadInt32LittleEndian(line)
            : 0;
    }

    /// <param name="number">Not 0.</param>
    public void Keep(ReadOnlySpan<byte> wire, bool isEncoded, int number)
    {
        if (wire.Length > MaxLength) return;
        if (_lines.Length == 0) _lines = new byte[Lines * LineLength];
        var line = LineOf(wire);
        BinaryPrimitives.WriteInt32LittleEndian(line, number);
        line[LengthAt] = (byte)wire.Length;
        line[EncodedAt] = isEncoded ? (byte)1 : (byte)0;
        wire.CopyTo(line[TextAt..]);
    }

    Span<byte> LineOf(ReadOnlySpan<byte> wire) => _lines.AsSpan((int)(_hash.Of(wire) % Lines) * LineLength, LineLength);
}

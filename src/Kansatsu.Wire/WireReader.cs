using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>
/// A cursor over hostile bytes that only moves forward. Every read may say no; none throws. A nested structure gets a reader of its own
/// over its slice (<see cref="TrySlice"/>), so an inner length can never reach outside.
/// </summary>
public ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Bytes consumed so far.</summary>
    public int Position { get; private set; }

    public readonly int Remaining => _bytes.Length - Position;

    public readonly bool IsAtEnd => Position == _bytes.Length;

    public readonly ReadOnlySpan<byte> Rest => _bytes[Position..];

    public bool TryReadByte(out byte value)
    {
        if (Remaining < 1)
        {
            value = 0;
            return false;
        }

        value = _bytes[Position++];
        return true;
    }

    public bool TryReadUInt16(out ushort value)
    {
        if (!BinaryPrimitives.TryReadUInt16BigEndian(Rest, out value)) return false;
        Position += 2;
        return true;
    }

    /// <summary>Three bytes, big-endian: TLS and DTLS lengths.</summary>
    public bool TryReadUInt24(out int value)
    {
        value = 0;
        if (Remaining < 3) return false;
        var rest = Rest;
        value = (rest[0] << 16) | (rest[1] << 8) | rest[2];
        Position += 3;
        return true;
    }

    public bool TryReadUInt32(out uint value)
    {
        if (!BinaryPrimitives.TryReadUInt32BigEndian(Rest, out value)) return false;
        Position += 4;
        return true;
    }

    public bool TryReadUInt64(out ulong value)
    {
        if (!BinaryPrimitives.TryReadUInt64BigEndian(Rest, out value)) return false;
        Position += 8;
        return true;
    }

    public bool TryReadAddress(out Ipv6Address value)
    {
        value = default;
        if (Remaining < Ipv6Address.Length) return false;
        value = Ipv6Address.Read(Rest);
        Position += Ipv6Address.Length;
        return true;
    }

    public bool TryReadBytes(int length, out ReadOnlySpan<byte> value)
    {
        value = default;
        if ((uint)length > (uint)Remaining) return false;
        value = _bytes.Slice(Position, length);
        Position += length;
        return true;
    }

    public bool TrySkip(int length)
    {
        if ((uint)length > (uint)Remaining) return false;
        Position += length;
        return true;
    }

    /// <summary>A reader over the next <paramref name="length"/> bytes; this one moves behind them.</summary>
    public bool TrySlice(int length, out WireReader slice)
    {
        slice = default;
        if (!TryReadBytes(length, out var bytes)) return false;
        slice = new WireReader(bytes);
        return true;
    }
}

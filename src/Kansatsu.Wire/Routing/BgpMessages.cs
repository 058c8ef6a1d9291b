namespace Kansatsu.Wire;

/// <summary>The BGP messages in a piece of a TCP stream that begins with one (RFC 4271 §4.1): enumerate, then ask <see cref="IsClean"/>.</summary>
/// <remarks>The last message may go on in the next segment; it is yielded when its header is there.</remarks>
public ref struct BgpMessages(ReadOnlySpan<byte> stream)
{
    public const int HeaderLength = 19;

    /// <summary>Longest message (RFC 8654 §4).</summary>
    const int LongestMessage = 65_535;

    const int MarkerLength = 16;

    WireReader _reader = new(stream);

    /// <summary>Every message had its marker and a possible length.</summary>
    public bool IsClean { get; private set; } = true;

    public byte Type { get; private set; }

    /// <summary>Header and body in bytes, as declared.</summary>
    public ushort Length { get; private set; }

    public readonly BgpMessages Current => this;

    public readonly BgpMessages GetEnumerator() => this;

    public static bool LooksLike(ReadOnlySpan<byte> bytes) => bytes.Length >= HeaderLength && !bytes[..MarkerLength].ContainsAnyExcept((byte)0xff);

    public bool MoveNext()
    {
        if (!IsClean || _reader.Remaining < HeaderLength) return false;
        IsClean = LooksLike(_reader.Rest) && _reader.TrySkip(MarkerLength) && _reader.TryReadUInt16(out var length)
            && _reader.TryReadByte(out var type) && Keep(length, type);
        return IsClean;
    }

    public static string NameOf(byte type) => type switch
    {
        1 => "OPEN Message",
        2 => "UPDATE Message",
        3 => "NOTIFICATION Message",
        4 => "KEEPALIVE Message",
        5 => "ROUTE-REFRESH Message",
        _ => "Unknown Message",
    };

    bool Keep(ushort length, byte type)
    {
        if (length is < HeaderLength or > LongestMessage) return false;
        (Length, Type) = (length, type);
        return _reader.TrySkip(Math.Min(length - HeaderLength, _reader.Remaining));
    }
}

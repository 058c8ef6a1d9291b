namespace Kansatsu.Wire;

/// <summary>Walks bencoded values (BEP 3) forward; nesting is counted, not recursed into.</summary>
ref struct BencodeReader(ReadOnlySpan<byte> bytes)
{
    const int MaxLengthDigits = 5;

    readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    public bool TryEnterDictionary()
    {
        if (Position >= _bytes.Length || _bytes[Position] != 'd') return false;
        Position++;
        return true;
    }

    public bool TryReadString(out ReadOnlySpan<byte> value)
    {
        value = default;
        var rest = _bytes[Position..];
        var colon = rest[..Math.Min(rest.Length, MaxLengthDigits + 1)].IndexOf((byte)':');
        if (colon <= 0 || !System.Buffers.Text.Utf8Parser.TryParse(rest[..colon], out int length, out var used) || used != colon) return false;
        if (length < 0 || length > rest.Length - colon - 1) return false;
        value = rest.Slice(colon + 1, length);
        Position += colon + 1 + length;
        return true;
    }

    /// <summary>Moves behind one value of any kind.</summary>
    public bool TrySkipValue()
    {
        var depth = 0;
        do
        {
            if (Position >= _bytes.Length) return false;
            switch (_bytes[Position])
            {
                case (byte)'d' or (byte)'l':
                    depth++;
                    Position++;
                    break;
                case (byte)'e':
                    if (--depth < 0) return false;
                    Position++;
                    break;
                case (byte)'i':
                    var end = _bytes[Position..].IndexOf((byte)'e');
                    if (end < 0) return false;
                    Position += end + 1;
                    break;
                default:
                    if (!TryReadString(out _)) return false;
                    break;
            }
        }
        while (depth > 0);
        return true;
    }

    /// <summary>The characters of a string that stands in <paramref name="value"/>; nothing for other kinds.</summary>
    public static Range TextOf(ReadOnlySpan<byte> bytes, Range value)
    {
        var (start, length) = value.GetOffsetAndLength(bytes.Length);
        var colon = bytes.Slice(start, Math.Min(length, MaxLengthDigits + 1)).IndexOf((byte)':');
        return colon < 0 ? start..start : (start + colon + 1)..(start + length);
    }
}

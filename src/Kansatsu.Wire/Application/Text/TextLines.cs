namespace Kansatsu.Wire;

/// <summary>
/// The whole lines of a text protocol, without their ends: CR LF, or LF alone as hurried clients send it. What stands behind the last end of
/// line is <see cref="Rest"/>. Reading all lines takes time in proportion to the bytes, however they are cut.
/// </summary>
public ref struct TextLines(ReadOnlySpan<byte> bytes)
{
    readonly ReadOnlySpan<byte> _bytes = bytes;
    ReadOnlySpan<byte> _current;

    public readonly ReadOnlySpan<byte> Current => _current;

    /// <summary>Bytes of the lines so far, their ends included.</summary>
    public int Position { get; private set; }

    public readonly ReadOnlySpan<byte> Rest => _bytes[Position..];

    public readonly TextLines GetEnumerator() => this;

    public bool MoveNext()
    {
        var rest = Rest;
        var end = rest.IndexOf((byte)'\n');
        if (end < 0) return false;
        _current = end > 0 && rest[end - 1] == '\r' ? rest[..(end - 1)] : rest[..end];
        Position += end + 1;
        return true;
    }

    /// <summary>The first line; when no end of line is there, everything.</summary>
    public static ReadOnlySpan<byte> First(ReadOnlySpan<byte> bytes)
    {
        var lines = new TextLines(bytes);
        return lines.MoveNext() ? lines.Current : bytes;
    }
}

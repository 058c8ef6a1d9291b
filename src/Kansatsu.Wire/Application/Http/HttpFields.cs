using System.Text;

namespace Kansatsu.Wire;

/// <summary>
/// The header fields of an HTTP-like message (RFC 9112 §5), name and trimmed value. A folded value (§5.2) ends with its first line; lines without
/// a colon are passed over and make the list unclean. An unfinished last line is left out.
/// </summary>
public ref struct HttpFields(ReadOnlySpan<byte> lines)
{
    TextLines _lines = new(lines);
    bool _isUnclean;

    /// <summary>Every line so far was a field.</summary>
    public readonly bool IsClean => !_isUnclean;

    public ReadOnlySpan<byte> Name { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly HttpFields Current => this;

    public readonly HttpFields GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_lines.MoveNext() && !_lines.Current.IsEmpty)
        {
            var line = _lines.Current;
            if (line[0] is (byte)' ' or (byte)'\t') continue;
            var colon = line.IndexOf((byte)':');
            if (colon > 0)
            {
                Name = line[..colon].TrimEnd(" \t"u8);
                Value = line[(colon + 1)..].Trim(" \t"u8);
                return true;
            }

            _isUnclean = true;
        }

        return false;
    }

    /// <summary>The first value of that name, in any case of letters; empty when there is none.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> name)
    {
        var fields = new HttpFields(lines);
        while (fields.MoveNext())
            if (Ascii.EqualsIgnoreCase(fields.Name, name)) return fields.Value;
        return default;
    }
}

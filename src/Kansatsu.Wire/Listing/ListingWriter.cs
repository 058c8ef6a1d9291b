using System.Globalization;

namespace Kansatsu.Wire;

/// <summary>
/// Collects the text of a listing in one buffer that is used again for every packet. Whatever comes from the wire goes through
/// <see cref="Wire"/>, which escapes; nothing else may hold bytes of a packet.
/// </summary>
public sealed class ListingWriter
{
    char[] _text = new char[1024];
    int _length;
    int _indent;

    public ReadOnlySpan<char> Written => _text.AsSpan(0, _length);

    public int Length => _length;

    public void Clear() => (_length, _indent) = (0, 0);

    public override string ToString() => new(Written);

    public ListingWriter Text(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        _length += text.Length;
        return this;
    }

    public ListingWriter Number(long value)
    {
        value.TryFormat(Reserve(20), out var written, provider: CultureInfo.InvariantCulture);
        _length += written;
        return this;
    }

    /// <summary>0x and at least <paramref name="digits"/> lower-case hexadecimal digits.</summary>
    public ListingWriter Hex(ulong value, int digits)
    {
        Text("0x");
        var shown = Math.Max(digits, value == 0 ? 1 : (67 - System.Numerics.BitOperations.LeadingZeroCount(value)) / 4);
        var space = Reserve(shown);
        for (var i = shown - 1; i >= 0; i--, value >>= 4) space[i] = "0123456789abcdef"[(int)(value & 0xf)];
        _length += shown;
        return this;
    }

    public ListingWriter Address(Ipv6Address address)
    {
        _length += address.Format(Reserve(Ipv6Address.MaxTextLength));
        return this;
    }

    public ListingWriter Mac(MacAddress address) => Text(address.ToString());

    /// <summary>Bytes from the wire, read as UTF-8 and escaped for a terminal; at most <paramref name="limit"/> bytes are shown.</summary>
    public ListingWriter Wire(ReadOnlySpan<byte> bytes, int limit = 256)
    {
        var shown = bytes.Length > limit ? bytes[..limit] : bytes;
        _length += WireText.Escape(shown, Reserve(WireText.MaxEscapedLength(shown.Length)));
        return bytes.Length > limit ? Text("…") : this;
    }

    /// <summary>Bytes as plain hexadecimal digits; at most <paramref name="limit"/> bytes are shown.</summary>
    public ListingWriter Bytes(ReadOnlySpan<byte> bytes, int limit = 32)
    {
        var shown = bytes.Length > limit ? bytes[..limit] : bytes;
        Convert.TryToHexStringLower(shown, Reserve(shown.Length * 2), out var written);
        _length += written;
        return bytes.Length > limit ? Text("…") : this;
    }

    /// <summary>Begins a layer's block: its title stands at the margin, its fields are indented below it.</summary>
    public ListingWriter Title(ReadOnlySpan<char> title)
    {
        _indent = 0;
        return NewLine().Text(title);
    }

    /// <summary>Begins a field's line: "    Name: ".</summary>
    public ListingWriter Field(ReadOnlySpan<char> name)
    {
        NewLine();
        for (var i = 0; i <= _indent; i++) Text("    ");
        return Text(name).Text(": ");
    }

    /// <summary>Fields from here on stand one step further right, under the field written last.</summary>
    public void Indent() => _indent++;

    public void Outdent() => _indent = Math.Max(0, _indent - 1);

    public ListingWriter NewLine() => _length == 0 ? this : Text("\n");

    Span<char> Reserve(int more)
    {
        if (_length + more > _text.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + more));
        return _text.AsSpan(_length);
    }
}

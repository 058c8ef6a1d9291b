namespace Kansatsu.Wire;

/// <summary>
/// Walks DER values side by side (X.690 §8): tag and contents, no recursion. What BER allows beyond it (indefinite lengths) and tags of several bytes
/// end the walk.
/// </summary>
public ref struct DerReader(ReadOnlySpan<byte> bytes)
{
    public const byte Integer = 0x02;
    public const byte BitString = 0x03;
    public const byte OctetString = 0x04;
    public const byte ObjectIdentifier = 0x06;
    public const byte Enumerated = 0x0a;
    public const byte Sequence = 0x30;
    public const byte Set = 0x31;

    const byte LongTag = 0x1f;
    const byte LongLength = 0x80;
    const int MaxLengthBytes = 4;

    WireReader _reader = new(bytes);

    public readonly bool IsAtEnd => _reader.IsAtEnd;

    /// <summary>The tag of the next value, or 0.</summary>
    public readonly byte NextTag => _reader.IsAtEnd ? (byte)0 : _reader.Rest[0];

    public bool TryRead(out byte tag, out ReadOnlySpan<byte> contents)
    {
        contents = default;
        return _reader.TryReadByte(out tag) && (tag & LongTag) != LongTag && TryReadLength(out var length) && _reader.TryReadBytes(length, out contents);
    }

    /// <summary>Reads the next value if it has that tag.</summary>
    public bool TryRead(byte expected, out ReadOnlySpan<byte> contents)
    {
        contents = default;
        return NextTag == expected && TryRead(out _, out contents);
    }

    /// <summary>Enters the next value if it has that tag.</summary>
    public bool TryEnter(byte expected, out DerReader inner)
    {
        var found = TryRead(expected, out var contents);
        inner = new DerReader(contents);
        return found;
    }

    /// <summary>Like <see cref="TryEnter"/>, for an outermost value of which the end may be missing.</summary>
    public bool TryEnterStart(byte expected, out DerReader inner)
    {
        inner = default;
        if (NextTag != expected || !_reader.TrySkip(1) || !TryReadLength(out var length)) return false;
        inner = new DerReader(_reader.Rest[..Math.Min(length, _reader.Remaining)]);
        return true;
    }

    /// <summary>A small non-negative INTEGER or ENUMERATED.</summary>
    public static bool TryReadNumber(ReadOnlySpan<byte> contents, out int value)
    {
        value = 0;
        if (contents.Length is 0 or > 4 || contents[0] >= 0x80) return false;
        foreach (var octet in contents) value = (value << 8) | octet;
        return true;
    }

    bool TryReadLength(out int length)
    {
        length = 0;
        if (!_reader.TryReadByte(out var first)) return false;
        if (first < LongLength)
        {
            length = first;
            return true;
        }

        var count = first - LongLength;
        if (count is 0 or > MaxLengthBytes || !_reader.TryReadBytes(count, out var octets) || (count == MaxLengthBytes && octets[0] >= 0x80)) return false;
        foreach (var octet in octets) length = (length << 8) | octet;
        return true;
    }
}

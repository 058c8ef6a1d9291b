namespace Kansatsu.Wire;

/// <summary>The options of a Geneve header (RFC 8926 §3.5). Enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct GeneveOptions(ReadOnlySpan<byte> options)
{
    WireReader _reader = new(options);

    public bool IsClean { get; private set; } = true;

    public ushort Class { get; private set; }

    public byte Type { get; private set; }

    /// <summary>An endpoint that does not know the option must drop the packet.</summary>
    public readonly bool IsCritical => (Type & 0x80) != 0;

    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly GeneveOptions Current => this;

    public readonly GeneveOptions GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_reader.IsAtEnd) return false;
        if (_reader.TryReadUInt16(out var optionClass) && _reader.TryReadByte(out var type) && _reader.TryReadByte(out var length)
            && _reader.TryReadBytes((length & 0x1f) * 4, out var value))
        {
            Class = optionClass;
            Type = type;
            Value = value;
            return true;
        }

        IsClean = false;
        return false;
    }
}

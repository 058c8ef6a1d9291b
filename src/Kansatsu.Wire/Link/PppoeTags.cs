namespace Kansatsu.Wire;

/// <summary>Tags of PPPoE discovery (RFC 2516 §4, appendix A). Enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct PppoeTags(ReadOnlySpan<byte> tags)
{
    WireReader _reader = new(tags);

    public bool IsClean { get; private set; } = true;

    public ushort Type { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly PppoeTags Current => this;

    public readonly PppoeTags GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_reader.IsAtEnd) return false;
        if (_reader.TryReadUInt16(out var type) && _reader.TryReadUInt16(out var length) && _reader.TryReadBytes(length, out var value))
        {
            Type = type;
            Value = value;
            return true;
        }

        IsClean = false;
        return false;
    }
}

namespace Kansatsu.Wire;

/// <summary>Configuration options of PPP control protocols (RFC 1661 §6). Enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct PppOptions(ReadOnlySpan<byte> options)
{
    WireReader _reader = new(options);

    public bool IsClean { get; private set; } = true;

    public byte Type { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly PppOptions Current => this;

    public readonly PppOptions GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_reader.TryReadByte(out var type)) return false;
        if (_reader.TryReadByte(out var length) && length >= 2 && _reader.TryReadBytes(length - 2, out var value))
        {
            Type = type;
            Value = value;
            return true;
        }

        IsClean = false;
        return false;
    }
}

namespace Kansatsu.Wire;

/// <summary>The extensions of a hello: enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct TlsExtensions(ReadOnlySpan<byte> extensions)
{
    WireReader _reader = new(extensions);
    TlsExtension _current;

    public readonly TlsExtension Current => _current;

    /// <summary>No length pointed outside, and nothing was cut off.</summary>
    public bool IsClean { get; private set; } = true;

    public readonly TlsExtensions GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_reader.IsAtEnd) return false;
        if (_reader.TryReadUInt16(out var type) && _reader.TryReadUInt16(out var length) && _reader.TryReadBytes(length, out var value))
        {
            _current = new TlsExtension(type, value);
            return true;
        }

        IsClean = false;
        _reader.TrySkip(_reader.Remaining);
        return false;
    }
}

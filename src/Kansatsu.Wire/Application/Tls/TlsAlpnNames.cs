namespace Kansatsu.Wire;

/// <summary>The protocol names of an ALPN extension, in the order of preference (RFC 7301 §3.1): "h2", "http/1.1".</summary>
public ref struct TlsAlpnNames
{
    WireReader _names;
    ReadOnlySpan<byte> _current;

    internal TlsAlpnNames(ReadOnlySpan<byte> extension)
    {
        var reader = new WireReader(extension);
        if (reader.TryReadUInt16(out var length) && reader.TrySlice(length, out var names)) _names = names;
    }

    public readonly ReadOnlySpan<byte> Current => _current;

    public readonly bool IsEmpty => _names.IsAtEnd;

    /// <summary>The first name, or nothing.</summary>
    public readonly ReadOnlySpan<byte> First
    {
        get
        {
            var names = this;
            return names.MoveNext() ? names.Current : default;
        }
    }

    public readonly TlsAlpnNames GetEnumerator() => this;

    public bool MoveNext() => _names.TryReadByte(out var length) && _names.TryReadBytes(length, out _current);
}

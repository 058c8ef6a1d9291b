namespace Kansatsu.Wire;

/// <summary>The DTLS records of a datagram; what follows the last one with a long header is left alone.</summary>
public ref struct DtlsRecords(ReadOnlySpan<byte> datagram)
{
    ReadOnlySpan<byte> _rest = datagram;
    DtlsRecord _current;

    public readonly DtlsRecord Current => _current;

    /// <summary>Bytes behind the last record.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    public readonly DtlsRecords GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!DtlsRecord.TryRead(_rest, out _current)) return false;
        _rest = _rest[(DtlsRecord.HeaderLength + _current.Fragment.Length)..];
        return true;
    }
}

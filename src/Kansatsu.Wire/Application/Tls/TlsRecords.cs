namespace Kansatsu.Wire;

/// <summary>
/// The TLS records that begin in a piece of a stream; the last may be incomplete (<see cref="TlsRecord.IsComplete"/>). After the loop
/// <see cref="IsClean"/> says whether what is left could still become a record.
/// </summary>
public ref struct TlsRecords(ReadOnlySpan<byte> bytes)
{
    ReadOnlySpan<byte> _rest = bytes;
    TlsRecord _current;

    public readonly TlsRecord Current => _current;

    /// <summary>Nothing that contradicts TLS was met.</summary>
    public readonly bool IsClean => TlsRecord.IsPlausible(_rest);

    public readonly TlsRecords GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!TlsRecord.TryRead(_rest, out _current)) return false;
        _rest = _rest[(TlsRecord.HeaderLength + _current.Fragment.Length)..];
        return true;
    }
}

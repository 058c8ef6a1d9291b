namespace Kansatsu.Wire;

/// <summary>
/// Finds the handshake messages at the beginning of one direction of a TLS stream, whole again when records cut them (RFC 8446 §5.1). Call
/// <see cref="MoveNext"/> until it says no, then ask <see cref="Outcome"/>. With <see cref="TlsReading.NeedMore"/>, come back with a longer stream:
/// bytes before <see cref="Consumed"/> may be dropped, and before the stream has <see cref="Needed"/> bytes nothing new can be found.
/// The reading ends at the first Change Cipher Spec: the second ClientHello that follows a HelloRetryRequest behind it repeats the first one's name.
/// </summary>
/// <param name="stream">Contiguous bytes in order, from the start of the stream or from an earlier reader's <see cref="Consumed"/>.</param>
/// <param name="scratch">Room for a message that several records carry; of a longer one only this much is shown.</param>
public ref struct TlsHandshakeReader(ReadOnlySpan<byte> stream, Span<byte> scratch)
{
    const int AlertLength = 2;
    const byte WarningLevel = 1;

    readonly ReadOnlySpan<byte> _stream = stream;
    readonly Span<byte> _scratch = scratch;
    ReadOnlySpan<byte> _fragment;
    TlsHandshake _current;
    int _offset;

    /// <summary>The message found. It may lie in the scratch space: valid until the next <see cref="MoveNext"/>.</summary>
    public readonly TlsHandshake Current => _current;

    public TlsReading Outcome { get; private set; }

    /// <summary>Bytes of the stream whose messages have all been found.</summary>
    public int Consumed { get; private set; }

    /// <summary>The stream must have at least this many bytes before another call can find more.</summary>
    public int Needed { get; private set; }

    public bool MoveNext()
    {
        if (Outcome != TlsReading.NeedMore || (_fragment.IsEmpty && !NextFragment(isBetween: true))) return false;
        if (TlsHandshake.TryRead(_fragment, out _current) && _current.IsComplete) _fragment = _fragment[_current.Message.Length..];
        else if (!Gather()) return false;
        if (!TlsHandshakeTypes.IsKnown(_current.Type)) return End(TlsReading.NotTls);
        if (_fragment.IsEmpty) Consumed = _offset;
        return true;
    }

    /// <summary>Puts a message together from this record's last bytes and the following records.</summary>
    bool Gather()
    {
        if (_scratch.Length < TlsHandshake.HeaderLength) return End(TlsReading.NotTls);
        var gathered = 0;
        var length = TlsHandshake.HeaderLength;
        var knowsLength = false;
        while (true)
        {
            var take = Math.Min(length - gathered, _fragment.Length);
            if (gathered < _scratch.Length) _fragment[..Math.Min(take, _scratch.Length - gathered)].CopyTo(_scratch[gathered..]);
            gathered += take;
            _fragment = _fragment[take..];
            if (gathered == length && !knowsLength)
            {
                TlsHandshake.TryRead(_scratch, out var header);
                if (!TlsHandshakes.AreReadable(_scratch)) return End(TlsReading.NotTls);
                knowsLength = true;
                length += header.DeclaredLength;
            }

            if (gathered == length) break;
            if (!_fragment.IsEmpty || NextFragment(isBetween: false)) continue;
            // What the message lacks must still come: whoever cuts it into records of one byte is not read anew at each of them.
            if (knowsLength) Needed = Math.Max(Needed, _offset + TlsRecord.HeaderLength + length - gathered);
            return false;
        }

        _current = new TlsHandshake(_scratch[..Math.Min(length, _scratch.Length)], length - TlsHandshake.HeaderLength);
        return true;
    }

    /// <summary>Moves to the next handshake record that is whole; what cannot stand before one ends the reading.</summary>
    /// <param name="isBetween">No message has begun: what is passed over need not be seen again.</param>
    bool NextFragment(bool isBetween)
    {
        while (true)
        {
            var rest = _stream[_offset..];
            Needed = _offset + TlsRecord.HeaderLength;
            if (!TlsRecord.IsPlausible(rest)) return End(TlsReading.NotTls);
            if (!TlsRecord.TryRead(rest, out var record)) return false;
            Needed += record.DeclaredLength;
            if (record.ContentType is TlsContentType.ChangeCipherSpec or TlsContentType.ApplicationData) return End(TlsReading.Complete);
            if (!record.IsComplete) return false;
            _offset += TlsRecord.HeaderLength + record.DeclaredLength;
            if (record.ContentType == TlsContentType.Handshake)
            {
                _fragment = record.Fragment;

                // An empty handshake record is forbidden (RFC 8446 §5.1) and would be work without progress.
                return !_fragment.IsEmpty || End(TlsReading.NotTls);
            }

            // Old servers warn ("unrecognized name") and go on; any other alert is the end.
            if (record.Fragment is not [WarningLevel, _] || record.DeclaredLength != AlertLength) return End(TlsReading.Complete);
            if (isBetween) Consumed = _offset;
        }
    }

    bool End(TlsReading outcome)
    {
        Outcome = outcome;
        return false;
    }
}

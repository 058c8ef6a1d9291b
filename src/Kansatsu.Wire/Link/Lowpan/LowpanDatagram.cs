namespace Kansatsu.Wire;

/// <summary>One datagram's fragments so far: the bytes, and which of them have come.</summary>
sealed class LowpanDatagram
{
    /// <summary>Largest datagram kept: more than FRAG1 and FRAGN can say (RFC 4944 §5.3: 11 bits).</summary>
    public const int MaxLength = 2048;

    readonly byte[] _bytes = new byte[MaxLength];
    readonly ulong[] _has = new ulong[MaxLength / 64];
    int _received;
    int _total;

    public LowpanKey Key { get; private set; }

    public Timestamp Started { get; private set; }

    public bool IsWaiting { get; private set; }

    public bool HasElidedChecksum { get; set; }

    public bool IsComplete => _received == _total;

    /// <summary>The datagram, when complete; the bytes stay until the next <see cref="Begin"/>.</summary>
    public ReadOnlySpan<byte> Content => _bytes.AsSpan(0, _total);

    public void Begin(in LowpanKey key, Timestamp time)
    {
        (Key, Started, IsWaiting) = (key, time, true);
        Empty();
    }

    public void End() => IsWaiting = false;

    /// <param name="total">Bytes of the whole; -1 when this fragment does not say.</param>
    public Anomaly Add(int offset, scoped ReadOnlySpan<byte> piece, int total)
    {
        var end = offset + piece.Length;
        if (end > MaxLength || total > MaxLength) return Anomaly.FragmentTooLarge;
        var problem = Anomaly.None;
        var fresh = CountFresh(offset, end);
        if (fresh == 0 && _bytes.AsSpan(offset, piece.Length).SequenceEqual(piece)) return Anomaly.None;
        if (fresh != piece.Length)
        {
            // RFC 4944 §5.3: what came is discarded, and a fresh start may be made with this one.
            problem = Anomaly.FragmentOverlap;
            Empty();
        }

        if (total >= 0) _total = total;
        if (_total >= 0 && end > _total) return Anomaly.FragmentTooLarge;
        piece.CopyTo(_bytes.AsSpan(offset));
        for (var i = offset; i < end; i++) _has[i >> 6] |= 1UL << (i & 63);
        _received += piece.Length;
        return problem;
    }

    int CountFresh(int offset, int end)
    {
        var fresh = 0;
        for (var i = offset; i < end; i++)
            if ((_has[i >> 6] >> (i & 63) & 1) == 0) fresh++;
        return fresh;
    }

    void Empty()
    {
        (_received, _total, HasElidedChecksum) = (0, -1, false);
        Array.Clear(_has);
    }
}

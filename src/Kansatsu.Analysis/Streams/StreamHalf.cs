using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// One direction of a TCP stream, put in order as far as its content is wanted: the bytes not yet understood, and segments that came before their
/// turn. Both are bounded; past the bound the hole is skipped and reading begins anew at the next segment.
/// </summary>
struct StreamHalf
{
    /// <summary>Most bytes kept that wait for the end of a message.</summary>
    public const int MaxKept = 64 << 10;

    /// <summary>Most segments kept that came too early.</summary>
    public const int MaxEarly = 16;

    public StreamContent Content;
    public HttpBody Body;

    /// <summary>Sequence number of the next byte, once <see cref="IsSynchronised"/>.</summary>
    public uint Next;
    public bool IsSynchronised;

    /// <summary>Mail: this direction was read without a hole since.</summary>
    public bool IsUnderway;

    /// <summary>Below this many kept bytes another look finds nothing new.</summary>
    public int Needed;

    /// <summary>So many of the kept bytes hold no end of an HTTP header, or of a line of mail.</summary>
    public int Searched;

    readonly StreamBudget _budget;
    byte[]? _kept;
    int _keptLength;
    List<EarlySegment>? _early;

    public StreamHalf(StreamBudget budget) => _budget = budget;

    public readonly bool HasEarly => _early is { Count: > 0 };

    public readonly ReadOnlySpan<byte> Kept => _kept.AsSpan(0, _keptLength);

    /// <summary>Appends to what is kept. False when it would be too much.</summary>
    public bool Keep(ReadOnlySpan<byte> bytes)
    {
        if (_keptLength + bytes.Length > MaxKept) return false;
        if (_kept is null || _kept.Length < _keptLength + bytes.Length)
        {
            if (_budget.Rent(Math.Max(2048, _keptLength + bytes.Length)) is not { } larger) return false;
            Kept.CopyTo(larger);
            if (_kept is not null) _budget.Return(_kept);
            _kept = larger;
        }

        bytes.CopyTo(_kept.AsSpan(_keptLength));
        _keptLength += bytes.Length;
        return true;
    }

    /// <summary>Drops the first bytes of what is kept.</summary>
    public void Drop(int count)
    {
        if (count >= _keptLength) Forget();
        else if (count > 0)
        {
            Kept[count..].CopyTo(_kept);
            _keptLength -= count;
        }
    }

    /// <summary>Nothing is kept any more; the buffer goes back.</summary>
    public void Forget()
    {
        if (_kept is not null) _budget.Return(_kept);
        _kept = null;
        _keptLength = 0;
        Needed = Searched = 0;
    }

    /// <summary>Keeps a segment for later. False when there are too many already, or no memory is left for it.</summary>
    public bool KeepEarly(uint sequence, ReadOnlySpan<byte> bytes)
    {
        _early ??= new List<EarlySegment>(MaxEarly);
        if (_early.Count >= MaxEarly || _budget.Rent(bytes.Length) is not { } copy) return false;
        bytes.CopyTo(copy);
        _early.Add(new EarlySegment(sequence, copy, bytes.Length));
        return true;
    }

    /// <summary>Takes a segment whose turn has come, or that is late by now.</summary>
    public bool TryTakeEarly(out EarlySegment segment)
    {
        for (var i = 0; _early is not null && i < _early.Count; i++)
        {
            if ((int)(_early[i].Sequence - Next) > 0) continue;
            segment = _early[i];
            _early.RemoveAt(i);
            return true;
        }

        segment = default;
        return false;
    }

    /// <summary>A segment that was taken is no longer needed.</summary>
    public readonly void Return(EarlySegment segment) => _budget.Return(segment.Bytes);

    /// <summary>The segments that came too early are given up.</summary>
    public readonly void ForgetEarly()
    {
        if (_early is null) return;
        foreach (var segment in _early) Return(segment);
        _early.Clear();
    }

    /// <summary>Ready for another flow.</summary>
    public void Reset()
    {
        Forget();
        ForgetEarly();
        Content = StreamContent.Idle;
        Body = default;
        IsSynchronised = IsUnderway = false;
    }

    /// <param name="Bytes">Rented; its taker gives it to <see cref="Return"/>.</param>
    internal readonly record struct EarlySegment(uint Sequence, byte[] Bytes, int Length);
}

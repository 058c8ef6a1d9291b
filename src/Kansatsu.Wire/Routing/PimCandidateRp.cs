namespace Kansatsu.Wire;

/// <summary>A router offers to be rendezvous point (RFC 5059 §4.2); enumerates the groups, then <see cref="IsClean"/>.</summary>
public ref struct PimCandidateRp
{
    WireReader _reader;
    int _left;

    PimCandidateRp(byte prefixCount, byte priority, ushort holdTime, Ipv6Address point, ReadOnlySpan<byte> groups)
    {
        (PrefixCount, Priority, HoldTimeSeconds, RendezvousPoint) = (prefixCount, priority, holdTime, point);
        _reader = new WireReader(groups);
        _left = prefixCount;
        IsClean = true;
    }

    public static bool TryRead(ReadOnlySpan<byte> message, out PimCandidateRp result)
    {
        result = default;
        if (!PimHeader.TryBody(message, PimTypes.CandidateRp, out var body)) return false;
        var reader = new WireReader(body);
        if (!reader.TryReadByte(out var count) || !reader.TryReadByte(out var priority) || !reader.TryReadUInt16(out var holdTime)
            || !PimAddress.TryReadUnicast(ref reader, out var point)) return false;
        result = new PimCandidateRp(count, priority, holdTime, point.Address, reader.Rest);
        return true;
    }

    /// <summary>Groups that the message claims to hold; 0 offers for all of them.</summary>
    public byte PrefixCount { get; }

    public byte Priority { get; }

    public ushort HoldTimeSeconds { get; }

    public Ipv6Address RendezvousPoint { get; }

    public bool IsClean { get; private set; }

    public PimAddress Current { get; private set; }

    public readonly PimCandidateRp GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!IsClean || _left == 0) return false;
        _left--;
        IsClean = PimAddress.TryReadMasked(ref _reader, out var group);
        if (IsClean) Current = group;
        return IsClean;
    }
}

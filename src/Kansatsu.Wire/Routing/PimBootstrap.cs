namespace Kansatsu.Wire;

/// <summary>The bootstrap router tells which rendezvous points serve which groups (RFC 5059 §4.1); enumerates them, then <see cref="IsClean"/>.</summary>
public ref struct PimBootstrap
{
    WireReader _reader;
    int _left;

    PimBootstrap(ushort fragmentTag, byte hashMaskLength, byte priority, Ipv6Address router, ReadOnlySpan<byte> groups)
    {
        FragmentTag = fragmentTag;
        HashMaskLength = hashMaskLength;
        Priority = priority;
        BootstrapRouter = router;
        _reader = new WireReader(groups);
        IsClean = true;
    }

    public static bool TryRead(ReadOnlySpan<byte> message, out PimBootstrap result)
    {
        result = default;
        if (!PimHeader.TryBody(message, PimTypes.Bootstrap, out var body)) return false;
        var reader = new WireReader(body);
        if (!reader.TryReadUInt16(out var tag) || !reader.TryReadByte(out var mask) || !reader.TryReadByte(out var priority)
            || !PimAddress.TryReadUnicast(ref reader, out var router)) return false;
        result = new PimBootstrap(tag, mask, priority, router.Address, reader.Rest);
        return true;
    }

    public ushort FragmentTag { get; }

    public byte HashMaskLength { get; }

    public byte Priority { get; }

    public Ipv6Address BootstrapRouter { get; }

    public bool IsClean { get; private set; }

    public PimAddress Group { get; private set; }

    public Ipv6Address RendezvousPoint { get; private set; }

    public ushort HoldTimeSeconds { get; private set; }

    public byte RendezvousPointPriority { get; private set; }

    public readonly PimBootstrap Current => this;

    public readonly PimBootstrap GetEnumerator() => this;

    public bool MoveNext()
    {
        while (IsClean && _left == 0 && !_reader.IsAtEnd) IsClean = BeginGroup();
        if (!IsClean || _left == 0) return false;
        _left--;
        IsClean = PimAddress.TryReadUnicast(ref _reader, out var point) && _reader.TryReadUInt16(out var holdTime)
            && _reader.TryReadByte(out var priority) && _reader.TrySkip(1) && Keep(point.Address, holdTime, priority);
        return IsClean;
    }

    bool BeginGroup()
    {
        if (!PimAddress.TryReadMasked(ref _reader, out var group) || !_reader.TrySkip(1) || !_reader.TryReadByte(out var here) || !_reader.TrySkip(2))
            return false;
        // The first count is of the whole set, the second of this fragment (§4.1).
        (Group, _left) = (group, here);
        return true;
    }

    bool Keep(Ipv6Address point, ushort holdTime, byte priority)
    {
        (RendezvousPoint, HoldTimeSeconds, RendezvousPointPriority) = (point, holdTime, priority);
        return true;
    }
}

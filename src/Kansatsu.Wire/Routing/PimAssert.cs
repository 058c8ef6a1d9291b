namespace Kansatsu.Wire;

/// <summary>Two routers on a link forward the same source: who is nearer? (RFC 7761 §4.9.6)</summary>
public readonly ref struct PimAssert
{
    const uint RendezvousPointTreeBit = 0x8000_0000;

    PimAssert(PimAddress group, Ipv6Address source, uint preference, uint metric)
    {
        Group = group;
        Source = source;
        IsRendezvousPointTree = (preference & RendezvousPointTreeBit) != 0;
        MetricPreference = preference & ~RendezvousPointTreeBit;
        Metric = metric;
    }

    public static bool TryRead(ReadOnlySpan<byte> message, out PimAssert result)
    {
        result = default;
        if (!PimHeader.TryBody(message, PimTypes.Assert, out var body)) return false;
        var reader = new WireReader(body);
        if (!PimAddress.TryReadMasked(ref reader, out var group) || !PimAddress.TryReadUnicast(ref reader, out var source)
            || !reader.TryReadUInt32(out var preference) || !reader.TryReadUInt32(out var metric)) return false;
        result = new PimAssert(group, source.Address, preference, metric);
        return true;
    }

    public PimAddress Group { get; }

    public Ipv6Address Source { get; }

    public bool IsRendezvousPointTree { get; }

    public uint MetricPreference { get; }

    public uint Metric { get; }
}

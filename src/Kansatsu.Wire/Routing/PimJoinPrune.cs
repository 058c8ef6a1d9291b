namespace Kansatsu.Wire;

/// <summary>A join/prune, graft or graft-ack message: for whom, how long, and the groups (RFC 7761 §4.9.5, RFC 3973 §4.7.7).</summary>
public readonly ref struct PimJoinPrune
{
    readonly ReadOnlySpan<byte> _groups;

    PimJoinPrune(Ipv6Address upstreamNeighbor, byte groupCount, ushort holdTime, ReadOnlySpan<byte> groups)
    {
        UpstreamNeighbor = upstreamNeighbor;
        GroupCount = groupCount;
        HoldTimeSeconds = holdTime;
        _groups = groups;
    }

    public static bool TryRead(ReadOnlySpan<byte> message, out PimJoinPrune result)
    {
        result = default;
        if (!PimHeader.TryBody(message, PimTypes.JoinPrune, out var body) && !PimHeader.TryBody(message, PimTypes.Graft, out body)
            && !PimHeader.TryBody(message, PimTypes.GraftAck, out body)) return false;
        var reader = new WireReader(body);
        if (!PimAddress.TryReadUnicast(ref reader, out var upstream) || !reader.TrySkip(1) || !reader.TryReadByte(out var count)
            || !reader.TryReadUInt16(out var holdTime)) return false;
        result = new PimJoinPrune(upstream.Address, count, holdTime, reader.Rest);
        return true;
    }

    public Ipv6Address UpstreamNeighbor { get; }

    /// <summary>Groups that the message claims to hold.</summary>
    public byte GroupCount { get; }

    public ushort HoldTimeSeconds { get; }

    public PimSources Sources => new(_groups, GroupCount);
}

using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>
/// What the flows of one batch add to the tiers: summed up here first, so that each row is written once a batch. Hours and days follow from what is finer.
/// </summary>
sealed class TierSums
{
    const int MinutesOfHour = 60;
    const int HoursOfDay = 24;
    const int SecondsOfHour = 3600;

    /// <summary>By minute, hour and day.</summary>
    public SumTable<TrafficKey, TrafficSum>[] Traffic { get; } = [new(), new(), new()];

    /// <summary>By hour and day.</summary>
    public SumTable<FarKey, FarSum>[] Peers { get; } = [new(), new()];

    /// <summary>By hour.</summary>
    public SumTable<CauseKey, CauseSum> Causes { get; } = new();

    /// <summary>Flows of each name by day.</summary>
    public SumTable<NameKey, long> Names { get; } = new();

    public void Clear()
    {
        Traffic[0].Clear();
        Peers[0].Clear();
        Causes.Clear();
        ClearCoarser();
    }

    /// <param name="place">Of the flow in its batch.</param>
    /// <param name="parts">What it carried, part by part; empty = all at its beginning.</param>
    public void Add(in PreparedFlow prepared, int place, FlowRecord flow, ReadOnlySpan<FlowPart> parts)
    {
        if (parts.IsEmpty) AddPart(prepared, flow, new FlowPart(flow.First, flow.PacketsOut, flow.PacketsBack, flow.BytesOut, flow.BytesBack));
        foreach (ref readonly var part in parts) AddPart(prepared, flow, part);
        Count(prepared, flow);
        AddCause(prepared, place, flow);
    }

    /// <summary>Nothing is added any more: what is coarser is summed up, and all is put in order.</summary>
    public void Seal()
    {
        ClearCoarser();
        for (var tier = 0; tier < Traffic.Length; tier++)
        {
            Traffic[tier].Sort();
            if (tier + 1 == Traffic.Length) break;
            var many = tier == 0 ? MinutesOfHour : HoursOfDay;
            foreach (ref readonly var row in Traffic[tier].InOrder) Traffic[tier + 1][row.Key with { Time = Times.Floor(row.Key.Time, many) }].Add(row.Value);
        }

        Peers[0].Sort();
        foreach (ref readonly var row in Peers[0].InOrder)
        {
            var day = Times.Floor(row.Key.Time, HoursOfDay);
            Peers[1][row.Key with { Time = day }].Add(row.Value, (int)(row.Key.Time - (day * HoursOfDay)) * SecondsOfHour);
            if (row.Key.Name != 0) Names[new NameKey(day, row.Key.Name)] += row.Value.Flows;
        }

        Peers[1].Sort();
        Causes.Sort();
        Names.Sort();
    }

    void ClearCoarser()
    {
        foreach (var traffic in Traffic.AsSpan(1)) traffic.Clear();
        foreach (var peers in Peers.AsSpan(1)) peers.Clear();
        Names.Clear();
    }

    static TrafficKey KeyOf(in PreparedFlow flow, Timestamp at) =>
        new(Times.BinOf(at, Times.Minute), flow.Family, flow.Way, flow.Kind, flow.Protocol, flow.Application);

    ref FarSum PeerOf(in PreparedFlow prepared, FlowRecord flow, Timestamp at) =>
        ref Peers[0][new FarKey(Times.BinOf(at, Times.Hour), prepared.Family, Nets.Of(flow.Far), prepared.Name, prepared.Kind)];

    /// <summary>A flow is counted where it begins.</summary>
    void Count(in PreparedFlow prepared, FlowRecord flow)
    {
        Traffic[0][KeyOf(prepared, flow.First)].Flows++;
        if (flow.Way == FlowWay.Multicast) return;
        ref var peer = ref PeerOf(prepared, flow, flow.First);
        peer.Flows++;
        peer.Span(flow.First, Times.Hour);
    }

    void AddPart(in PreparedFlow prepared, FlowRecord flow, in FlowPart part)
    {
        // A part's time is the begin of its bin; the flow itself begins within.
        var from = part.At > flow.First ? part.At : flow.First;
        ref var traffic = ref Traffic[0][KeyOf(prepared, from)];
        traffic.Packets += part.PacketsOut + part.PacketsBack;
        traffic.Bytes += part.BytesOut + part.BytesBack;
        if (flow.Way != FlowWay.Multicast) AddPeer(prepared, flow, part, from);
    }

    void AddPeer(in PreparedFlow prepared, FlowRecord flow, in FlowPart part, Timestamp from)
    {
        ref var peer = ref PeerOf(prepared, flow, from);
        var isTurned = flow.IsFarInitiator;
        peer.PacketsTo += isTurned ? part.PacketsBack : part.PacketsOut;
        peer.PacketsFrom += isTurned ? part.PacketsOut : part.PacketsBack;
        peer.BytesTo += isTurned ? part.BytesBack : part.BytesOut;
        peer.BytesFrom += isTurned ? part.BytesOut : part.BytesBack;
        peer.Span(from, Times.Hour);
        // The end of a flow lies within its last part.
        if (Times.BinOf(flow.Last, Times.Minute) == Times.BinOf(from, Times.Minute)) peer.Span(flow.Last, Times.Hour);
    }

    void AddCause(in PreparedFlow prepared, int place, FlowRecord flow)
    {
        ref var cause = ref Causes[new CauseKey(Times.BinOf(flow.First, Times.Hour), prepared.Kind, prepared.Cause)];
        if (cause.Ipv4 + cause.Ipv6 == 0 || prepared.First >= cause.First) (cause.Flow, cause.First) = (place, prepared.First);
        if (flow.Family == 6) cause.Ipv6++;
        else cause.Ipv4++;
        cause.Bytes += flow.Bytes;
    }
}

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Units and the conversations between them, taken from a sample of the flows.</summary>
sealed class HomeUnits
{
    /// <summary>Flows looked at: enough to see who is in the middle, however many there are.</summary>
    public const int MaxFlows = 1 << 15;

    readonly RecordList<HomeUnit> _units = new();
    readonly SlotIndex _index = new();
    readonly List<(int Initiator, int Responder)> _edges = [];

    public int Count => _units.Count;

    public IReadOnlyList<(int Initiator, int Responder)> Edges => _edges;

    public ref HomeUnit this[int index] => ref _units[index];

    public void AddFlows(FlowTable flows, Func<Ipv6Address, Ipv6Prefix> unitOf)
    {
        var stride = (flows.Count / MaxFlows) + 1;
        for (var i = 0; i < flows.Count; i += stride) AddFlow(flows[i], unitOf);
    }

    public void AddNeighbors(NeighborTable neighbors)
    {
        foreach (var record in neighbors.Records)
        {
            foreach (var known in record.Addresses)
                if (!known.Address.IsLinkLocal || known.Address.IsIpv4) Meet(HomeUnit.PrefixOf(known.Address)).Link |= known.Evidence;
            if (record.Router is null) continue;
            foreach (var prefix in record.Router.Prefixes)
                if (prefix.Length is >= 48 and <= 64 && HomeUnit.PrefixOf(prefix.Address).Length == 64) Meet(HomeUnit.PrefixOf(prefix.Address)).IsAdvertised = true;
        }
    }

    public void AddReporters(GroupTable groups)
    {
        foreach (var group in groups.Records)
            foreach (var reporter in group.Reporters)
                if (!reporter.IsUnspecified && !reporter.IsLinkLocal) Meet(HomeUnit.PrefixOf(reporter)).Reports = true;
    }

    void AddFlow(in Flow flow, Func<Ipv6Address, Ipv6Prefix> unitOf)
    {
        if (flow.Responder.IsGroup || flow.Initiator.IsGroup || flow.Responder.IsUnspecified || flow.Initiator.IsUnspecified) return;
        if (flow.Initiator.IsLinkLocal || flow.Responder.IsLinkLocal) return;
        var from = Position(unitOf(flow.Initiator));
        var to = Position(unitOf(flow.Responder));
        if (from == to)
        {
            _units[from].Inside++;
            return;
        }

        _edges.Add((from, to));
        ref var initiator = ref _units[from];
        ref var responder = ref _units[to];
        initiator.Flows++;
        responder.Flows++;
        if (flow.PacketsOut > 0) initiator.Begun++;
        if (flow.PacketsOut > 0 && flow.PacketsBack > 0)
        {
            initiator.Answered++;
            responder.Answered++;
        }

        if (flow.PacketsOut > 0 && IsFresh(flow.HopLimitOut)) initiator.Fresh++;
        if (flow.PacketsBack > 0 && IsFresh(flow.HopLimitBack)) responder.Fresh++;
        if (flow.PacketsOut == 0) return;
        if (flow.Application == LayerKind.Dns) initiator.Lookups++;
        if (flow.Application is not (LayerKind.None or LayerKind.Data)) initiator.Spoke++;
    }

    /// <summary>The values that operating systems start with.</summary>
    static bool IsFresh(byte hopLimit) => hopLimit is 32 or 64 or 128 or 255;

    ref HomeUnit Meet(Ipv6Prefix prefix) => ref _units[Position(prefix)];

    int Position(Ipv6Prefix prefix)
    {
        var hash = _index.Hash.Of(prefix.Address, (uint)prefix.Length);
        var candidates = _index.Find(hash);
        while (candidates.MoveNext())
            if (_units[candidates.Current].Prefix == prefix) return candidates.Current;
        var position = _units.Add();
        _units[position].Prefix = prefix;
        _index.Add(hash, position);
        return position;
    }
}

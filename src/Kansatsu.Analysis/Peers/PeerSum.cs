using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Adds up the flows of one peer.</summary>
sealed class PeerSum(Observer observer, AddressNumbers numbers)
{
    readonly SortedSet<Ipv6Address> _addresses = [];
    readonly Dictionary<int, long> _names = [];
    readonly CauseSums _causes = new();
    readonly FamilySum[] _families = [new(), new()];
    Timestamp _first = new(long.MaxValue);
    Timestamp _last = new(long.MinValue);
    long _byHome;
    long _byPeer;
    long _guessed;

    public void Add(PeerSide side)
    {
        ref readonly var flow = ref observer.Flows[side.Flow];
        _addresses.Add(numbers[side.Address]);
        if (side.Name != 0) _names[side.Name] = _names.GetValueOrDefault(side.Name) + flow.Bytes;
        _causes.Add(observer.Causes.KindOf(side.Flow), flow);
        _families[flow.Family == 6 ? 0 : 1].Add(flow, side.Began);
        if (flow.First < _first) _first = flow.First;
        if (flow.Last > _last) _last = flow.Last;
        if (side.Began) _byPeer++;
        else _byHome++;
        if (flow.IsInitiatorGuessed) _guessed++;
    }

    public PeerSeen ToPeer()
    {
        List<PeerName> names = [];
        foreach (var (id, _) in _names.OrderByDescending(static n => n.Value).ThenBy(static n => n.Key))
            names.Add(new PeerName(observer.Names.TextOf(id), observer.Names.SourcesOf(id)));
        List<MacAddress> macs = [];
        foreach (var address in _addresses)
        {
            if (observer.Neighbors.Find(address) is not { } neighbor || macs.Contains(neighbor.Mac)) continue;
            macs.Add(neighbor.Mac);
            foreach (var name in neighbor.Names)
                if (names.TrueForAll(n => n.Name != name)) names.Add(new PeerName(name, [NameSource.Dhcp]));
        }

        var causes = _causes.ToShares().OrderByDescending(static c => c.Bytes).ThenBy(static c => c.Kind).ToList();
        return new PeerSeen(
            [.. _addresses], names, macs, Network(names.Count > 0 || macs.Count > 0), _families[0].ToFamily(), _families[1].ToFamily(), _byHome, _byPeer, _guessed,
            _first, _last, causes, Listed());
    }

    Ipv6Prefix? Network(bool isKnown) =>
        isKnown || _addresses.Count < 2 || _addresses.Min.IsIpv4 || _addresses.Min.High != _addresses.Max.High ? null : new Ipv6Prefix(_addresses.Min, 64);

    List<string> Listed()
    {
        List<string> listed = [];
        if (observer.Options.Blocklist is not { } list) return listed;
        foreach (var id in _names.Keys)
            if (list.Find(observer.Names.BytesOf(id)) is { } name && !listed.Contains(name)) listed.Add(name);
        foreach (var address in _addresses)
            if (list.Contains(address)) listed.Add(address.ToString());
        return listed;
    }

    sealed class FamilySum
    {
        readonly List<uint> _handshakes = [];
        long _flows;
        long _answered;
        long _silent;
        long _packetsTo;
        long _packetsFrom;
        long _bytesTo;
        long _bytesFrom;

        public void Add(in Flow flow, bool peerBegan)
        {
            _flows++;
            if (flow.IsAnswered) _answered++;
            else if (!peerBegan && flow.PacketsOut > 0) _silent++;
            _packetsTo += peerBegan ? flow.PacketsBack : flow.PacketsOut;
            _packetsFrom += peerBegan ? flow.PacketsOut : flow.PacketsBack;
            _bytesTo += peerBegan ? flow.BytesBack : flow.BytesOut;
            _bytesFrom += peerBegan ? flow.BytesOut : flow.BytesBack;
            var shakes = (flow.Flags & FlowFlags.Established) != 0 || flow.Application == LayerKind.Quic;
            if (shakes && !peerBegan && flow.IsAnswered && !flow.IsInitiatorGuessed) _handshakes.Add(flow.AnswerMicros);
        }

        public PeerFamily ToFamily()
        {
            if (_flows == 0) return PeerFamily.None;
            _handshakes.Sort();
            return new PeerFamily(
                _flows, _answered, _silent, _packetsTo, _packetsFrom, _bytesTo, _bytesFrom, _handshakes.Count, _handshakes.Count == 0 ? null : _handshakes[_handshakes.Count / 2]);
        }
    }
}

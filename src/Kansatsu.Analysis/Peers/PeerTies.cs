using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Which far ends are one peer. A name ties all its addresses; two names tie when they share an address and a domain, so that many sites behind one
/// address stay many. Addresses without a name tie by link-layer address, and when there are many in one /64, as of one who changes them.
/// </summary>
sealed class PeerTies
{
    /// <summary>A neighbor with more addresses than this speaks for others (a proxy, a forger).</summary>
    const int MaxNeighborAddresses = 16;

    /// <summary>From so many on, nameless addresses of one /64 are one peer.</summary>
    const int ManyInNetwork = 4;

    readonly Observer _observer;
    readonly PeerSides _sides;
    readonly UnionFind _ties;
    readonly int _neighborsFrom;

    /// <summary>For each address the neighbor that has it; -1 for none.</summary>
    readonly int[] _neighborOf;

    public PeerTies(Observer observer, PeerSides sides)
    {
        (_observer, _sides) = (observer, sides);
        _neighborsFrom = sides.Addresses.Count + observer.Names.Count + 1;
        _ties = new UnionFind(_neighborsFrom + observer.Neighbors.Count);
        _neighborOf = new int[sides.Addresses.Count];
        for (var i = 0; i < _neighborOf.Length; i++) _neighborOf[i] = NeighborOf(sides.Addresses[i]);
        TieNames();
        var isNamed = new bool[sides.Addresses.Count];
        foreach (var side in sides.All) isNamed[side.Address] |= side.Name != 0;
        TieNeighbors(isNamed);
        TieNetworks(isNamed);
    }

    /// <summary>The peer of a far end: equal numbers are one peer.</summary>
    public int PeerOf(PeerSide side) => _ties.Find(side.Name == 0 ? side.Address : NodeOf(side.Name));

    int NodeOf(int name) => _sides.Addresses.Count + name;

    void TieNames()
    {
        var domains = new Dictionary<int, string>();
        var first = new Dictionary<(int Address, string Domain), int>();
        foreach (var side in _sides.All)
        {
            if (side.Name == 0) continue;
            if (!domains.TryGetValue(side.Name, out var domain)) domains.Add(side.Name, domain = PeerNames.DomainOf(_observer.Names.BytesOf(side.Name)));
            if (first.TryAdd((side.Address, domain), side.Name)) continue;
            _ties.Join(NodeOf(first[(side.Address, domain)]), NodeOf(side.Name));
        }
    }

    void TieNeighbors(bool[] isNamed)
    {
        var names = new int[_observer.Neighbors.Count];
        foreach (var side in _sides.All)
        {
            if (_neighborOf[side.Address] is not (>= 0 and var neighbor)) continue;
            if (side.Name == 0 && !isNamed[side.Address]) _ties.Join(_neighborsFrom + neighbor, side.Address);
            if (side.Name == 0) continue;
            var root = _ties.Find(NodeOf(side.Name));
            // One name for all of a neighbor's addresses is its own; of several none is.
            names[neighbor] = names[neighbor] == 0 || names[neighbor] == root ? root : -1;
        }

        for (var i = 0; i < names.Length; i++)
            if (names[i] > 0) _ties.Join(names[i], _neighborsFrom + i);
    }

    int NeighborOf(Ipv6Address address)
    {
        var record = _observer.Neighbors.Find(address);
        return record is null || record.Addresses.Count > MaxNeighborAddresses ? -1 : record.Index;
    }

    void TieNetworks(bool[] isNamed)
    {
        var networks = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < _sides.Addresses.Count; i++)
        {
            var address = _sides.Addresses[i];
            if (isNamed[i] || address.IsIpv4 || address.IsLinkLocal || _neighborOf[i] >= 0) continue;
            if (!networks.TryGetValue(address.High, out var members)) networks.Add(address.High, members = []);
            members.Add(i);
        }

        foreach (var members in networks.Values)
        {
            if (members.Count < ManyInNetwork) continue;
            foreach (var member in members) _ties.Join(members[0], member);
        }
    }
}

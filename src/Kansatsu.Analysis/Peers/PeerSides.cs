using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// The far ends of flows. A group is never one; who sends to a group is heard by home. While nothing says what home is, both ends are far.
/// Flows between strangers (transit) and inside home have none.
/// </summary>
sealed class PeerSides
{
    readonly Observer _observer;
    readonly HomeConclusion _home;

    /// <summary>For each name whether it may name a peer: 0 = not looked at yet, 1 = yes, 2 = no.</summary>
    readonly byte[] _verdicts;

    public PeerSides(Observer observer, Func<int, bool>? takes)
    {
        (_observer, _home) = (observer, observer.Home.Fresh());
        _verdicts = new byte[observer.Names.Count + 1];
        // Names that came late are given to flows when causes are found.
        observer.Causes.FreshTies();
        for (var i = 0; i < observer.Flows.Count; i++)
            if (takes is null || takes(i)) Add(i);
        var said = Said();
        for (var i = 0; i < All.Count; i++)
            if (All[i].Name == 0 && said[All[i].Address] != 0) All[i] = All[i] with { Name = said[All[i].Address] };
    }

    public List<PeerSide> All { get; } = [];

    public AddressNumbers Addresses { get; } = new();

    void Add(int index)
    {
        ref readonly var flow = ref _observer.Flows[index];
        var (from, to) = (IsHome(flow.Initiator), IsHome(flow.Responder));
        if (flow.IsToGroup)
        {
            if (!from) Add(index, flow.Initiator, NameOf(flow.Initiator, flow), began: true);
            return;
        }

        if (_home.IsKnown && from == to) return;
        if (!from) Add(index, flow.Initiator, NameOf(flow.Initiator, flow), began: true);
        if (!to) Add(index, flow.Responder, flow.NameId != 0 ? flow.NameId : NameOf(flow.Responder, flow), began: false);
    }

    void Add(int index, Ipv6Address address, int name, bool began)
    {
        if (!address.IsGroup && !address.IsUnspecified) All.Add(new PeerSide(index, Addresses.NumberOf(address), MayName(name) ? name : 0, began));
    }

    bool IsHome(Ipv6Address address) => _home.IsKnown && _home.Contains(address);

    int NameOf(Ipv6Address address, in Flow flow) => _observer.Names.TryFind(address, flow.Last, out var id, out _, out _) ? id : 0;

    /// <summary>For each address the name that the strongest source ever gave it, for flows that began before or without an answer.</summary>
    int[] Said()
    {
        var names = new int[Addresses.Count];
        var strongest = new NameSource[Addresses.Count];
        for (var i = 0; i < _observer.Names.PairCount; i++)
        {
            ref readonly var pair = ref _observer.Names.PairAt(i);
            var address = Addresses.Find(pair.Address);
            if (address >= 0 && pair.Source > strongest[address] && MayName(pair.Name)) (names[address], strongest[address]) = (pair.Name, pair.Source);
        }

        return names;
    }

    bool MayName(int name)
    {
        if (name == 0) return false;
        ref var verdict = ref _verdicts[name];
        if (verdict == 0) verdict = (byte)(PeerNames.MayName(_observer.Names.BytesOf(name), _observer.Names.SourcesOf(name)) ? 1 : 2);
        return verdict == 1;
    }
}

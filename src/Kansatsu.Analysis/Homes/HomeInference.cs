using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// The reasoning behind an inferred home. First what the link itself proves (Neighbor Discovery, ARP, DHCP, router advertisements): a sensor on a
/// link sees its neighbors, so the link is home. Then who is in the middle: every conversation that passes a sensor has one end at home, so home
/// is the smallest set of places that takes part in all of them. Never both ends of a conversation, unless the link proves both.
/// </summary>
sealed class HomeInference(FlowTable flows, NeighborTable neighbors, GroupTable groups)
{
    /// <summary>Prefixes that are inferred at most; more would explain nothing any more.</summary>
    const int MaxPrefixes = 16;

    /// <summary>A place must settle this share of all conversations to be taken for home.</summary>
    const double LeastShare = 0.2;

    /// <summary>Single link-local addresses told one by one; more are told as fe80::/64.</summary>
    const int MaxLinkLocals = 16;

    /// <summary>Fewer conversations prove little.</summary>
    const int FewFlows = 3;

    /// <summary>Conversations of a family before a site of it is added to a home that is known from the other family.</summary>
    const int LeastSiteFlows = 8;

    readonly List<HomePrefix> _home = [];
    readonly HomeUnits _units = new();
    string? _doubt;
    int _taken;

    public static HomeConclusion FromGiven(IReadOnlyList<Ipv6Prefix> given, NeighborTable neighbors)
    {
        List<HomePrefix> home = [.. given.Select(prefix => new HomePrefix(prefix, "given with --home", Confidence.Certain))];
        foreach (var record in neighbors.Records)
        {
            if (home.Count >= given.Count + MaxLinkLocals) break;
            if (record.Router is not null || !record.Addresses.Exists(a => given.Any(prefix => prefix.Contains(a.Address)))) continue;
            foreach (var other in record.Addresses)
            {
                if (!other.Address.IsLinkLocal || given.Any(prefix => prefix.Contains(other.Address))) continue;
                home.Add(new HomePrefix(new Ipv6Prefix(other.Address, 128), $"{record.Mac} has this address besides the one given with --home", Confidence.Likely));
            }
        }

        return new HomeConclusion(home, [], null);
    }

    public HomeConclusion Conclude()
    {
        _units.AddFlows(flows, HomeUnit.PrefixOf);
        _units.AddNeighbors(neighbors);
        _units.AddReporters(groups);
        TakeLink();
        var routers = TakeLinkLocals();
        TakeMiddle();
        TakeSites();
        if (_taken == 0 && _units.Edges.Count == 0) TakeInside();
        if (_home.Count == 0) _doubt ??= WhyNothing();
        return new HomeConclusion(_home, routers, _doubt);
    }

    /// <summary>Prefixes of which somebody proved to be on the link; those with traffic first.</summary>
    void TakeLink()
    {
        List<int> onLink = [];
        for (var i = 0; i < _units.Count; i++)
            if (_units[i].IsOnLink && IsPlace(_units[i].Prefix)) onLink.Add(i);
        onLink.Sort((a, b) => _units[a].Flows != _units[b].Flows ? _units[b].Flows.CompareTo(_units[a].Flows) : a.CompareTo(b));
        foreach (var i in onLink[..Math.Min(onLink.Count, MaxPrefixes)])
            Take(i, LinkReason(_units[i]), (_units[i].Link & (NeighborEvidence.Tested | NeighborEvidence.Answered | NeighborEvidence.Leased)) != 0
                ? Confidence.Certain : Confidence.Likely);
    }

    static string LinkReason(in HomeUnit unit)
    {
        if ((unit.Link & NeighborEvidence.Tested) != 0) return "addresses in it were tested for duplicates on this link";
        if ((unit.Link & NeighborEvidence.Leased) != 0) return "a DHCP server on this link gave addresses in it";
        if ((unit.Link & NeighborEvidence.Answered) != 0) return "neighbors on this link answered for addresses in it";
        if ((unit.Link & NeighborEvidence.Arp) != 0) return "neighbors on this link use ARP with addresses in it";
        return unit.IsAdvertised ? "a router advertised it on this link" : "neighbors on this link sought routers with addresses in it";
    }

    /// <summary>Link-local addresses of hosts, one by one.</summary>
    /// <returns>Those of routers and queriers, which are the network's and not home's.</returns>
    List<Ipv6Address> TakeLinkLocals()
    {
        List<Ipv6Address> routers = [];
        foreach (var querier in groups.Queriers)
            if (querier.IsLinkLocal) routers.Add(querier);
        Dictionary<Ipv6Address, string> hosts = [];
        foreach (var group in groups.Records)
            foreach (var reporter in group.Reporters)
                if (reporter.IsLinkLocal && !reporter.IsIpv4) hosts.TryAdd(reporter, "it reported membership of multicast groups");
        foreach (var record in neighbors.Records)
        {
            foreach (var known in record.Addresses)
            {
                if (!known.Address.IsLinkLocal || known.Address.IsIpv4) continue;
                if (record.Router is not null) routers.Add(known.Address);
                else if ((known.Evidence & NeighborEvidence.Tested) != 0) hosts.TryAdd(known.Address, "it was tested for duplicates on this link");
                else if ((known.Evidence & NeighborEvidence.RouterSought) != 0) hosts.TryAdd(known.Address, "it sought routers on this link");
                else if ((known.Evidence & NeighborEvidence.Answered) != 0) hosts.TryAdd(known.Address, $"{record.Mac} answered for it on this link");
            }
        }

        foreach (var router in routers) hosts.Remove(router);
        if (hosts.Count > MaxLinkLocals)
            _home.Add(new HomePrefix(new Ipv6Prefix(Ipv6Address.Parse("fe80::"), 64), $"{hosts.Count} hosts showed such addresses on this link", Confidence.Likely));
        else
        {
            var addresses = new List<Ipv6Address>(hosts.Keys);
            addresses.Sort(static (a, b) => a.CompareTo(b));
            foreach (var address in addresses) _home.Add(new HomePrefix(new Ipv6Prefix(address, 128), hosts[address], Confidence.Likely));
        }

        return routers;
    }

    /// <summary>Adds, one after the other, the place that settles most of the conversations that have no home end yet.</summary>
    void TakeMiddle()
    {
        var total = _units.Edges.Count;
        while (total > 0 && _taken < MaxPrefixes)
        {
            var open = CountOpen();
            if (open == 0) return;
            var (best, second) = Rank();
            if (best < 0) return;
            var share = _units[best].Open / (double)total;
            if (share < LeastShare && !IsOwnPlace(_units[best])) return;
            if (_taken == 0 && LooksLikeProbing(_units[best]) && TakeSite(IsIpv4(_units[best]))) return;
            Settle(best, second, share);
        }
    }

    /// <summary>A small place that is for local use and speaks with somebody, or that began all that was seen of it.</summary>
    static bool IsOwnPlace(in HomeUnit unit) => unit.IsLocalUse && (unit.Answered > 0 || (unit.Flows >= FewFlows && unit.Begun == unit.Flows && unit.Spoke * 2 > unit.Begun));

    void Settle(int best, int second, double share)
    {
        var unit = _units[best];
        var rival = second >= 0 && _units[second].Open * 10 >= unit.Open * 9;
        var because = unit.IsLocalUse && !(rival && _units[second].IsLocalUse) ? "it is for local use, the other side is not"
            : $"it takes part in {share:P0} of the conversations";
        if (unit.Begun * 2 > unit.Flows) because += $" and began {unit.Begun / (double)unit.Flows:P0} of its own";
        else if (unit.Begun == 0) because += " and answers others";
        if (unit.Lookups > 0) because += "; it asked the DNS";
        var unsure = rival && unit.IsLocalUse == _units[second].IsLocalUse;
        if (unsure && _taken == 0)
            _doubt = $"{unit.Prefix} and {_units[second].Prefix} are on the two sides of the same conversations; --home tells which is observed";
        Take(best, because, unsure || unit.Flows < FewFlows ? Confidence.Guess : Confidence.Likely);
    }

    /// <summary>Every packet of it came from afar and hardly anybody answered: a place that probes, not the place that is observed.</summary>
    static bool LooksLikeProbing(in HomeUnit unit) =>
        !unit.IsLocalUse && unit.Spoke * 2 < unit.Begun && unit.Begun * 10 >= unit.Flows * 9 && unit.Answered * 10 < unit.Flows && unit.Fresh * 2 < unit.Flows;

    /// <summary>A family without a home place may still have a home site.</summary>
    void TakeSites()
    {
        if (_units.Edges.Count == 0) return;
        foreach (var family in new[] { true, false })
            if (!_home.Exists(h => h.Prefix.Address.IsIpv4 == family && !h.Prefix.Address.IsLinkLocal)) TakeSite(family);
    }

    /// <summary>Nobody is in the middle, but perhaps a whole site is: a telescope sees probes to many addresses of one, a large network has many places.</summary>
    bool TakeSite(bool ipv4)
    {
        var sites = new HomeUnits();
        sites.AddFlows(flows, HomeUnit.SiteOf);
        var (best, edges) = (-1, 0);
        foreach (var (from, _) in sites.Edges)
            if (IsIpv4(sites[from]) == ipv4) edges++;
        for (var i = 0; i < sites.Count; i++)
            if (IsIpv4(sites[i]) == ipv4 && !LooksLikeProbing(sites[i]) && IsPlace(sites[i].Prefix) && (best < 0 || Score(sites[i]) > Score(sites[best]))) best = i;
        if (best < 0 || edges == 0 || (_taken > 0 && edges < LeastSiteFlows) || sites[best].Flows * 10 < edges * 8) return false;
        _home.Add(new HomePrefix(
            sites[best].Prefix, $"{sites[best].Flows / (double)edges:P0} of the conversations have an end in it, at many addresses", Confidence.Guess));
        _doubt = "no single address is in the middle of the traffic; a whole site was taken for home";
        return true;
    }

    /// <summary>Of two sites with as many conversations the one that begins them, or is for local use, is the likelier home.</summary>
    static double Score(in HomeUnit unit) => unit.Flows + (unit.IsLocalUse ? 0.5 : 0) + (unit.Begun * 0.25 / Math.Max(unit.Flows, 1));

    static bool IsIpv4(in HomeUnit unit) => unit.Prefix.Address.IsIpv4;

    /// <summary>Conversations that stay in one place: it is the observed one.</summary>
    void TakeInside()
    {
        for (var i = 0; i < _units.Count && _taken < MaxPrefixes; i++)
            if (_units[i].Inside > 0 && IsPlace(_units[i].Prefix)) Take(i, "the conversations seen stay inside it", Confidence.Likely);
    }

    int CountOpen()
    {
        for (var i = 0; i < _units.Count; i++) (_units[i].Open, _units[i].WithHome) = (0, 0);
        var open = 0;
        foreach (var (from, to) in _units.Edges)
        {
            var (fromHome, toHome) = (_units[from].IsTaken, _units[to].IsTaken);
            if (!fromHome && !toHome)
            {
                open++;
                _units[from].Open++;
                _units[to].Open++;
            }
            else if (fromHome) _units[to].WithHome++;
            else _units[from].WithHome++;
        }

        return open;
    }

    /// <summary>The best candidate and the best one that shares its conversations.</summary>
    (int Best, int Second) Rank()
    {
        var (best, second) = (-1, -1);
        var (most, next) = (0.0, 0.0);
        for (var i = 0; i < _units.Count; i++)
        {
            ref var unit = ref _units[i];
            // Whoever speaks mostly with home is its peer.
            if (unit.Open == 0 || unit.WithHome > unit.Open || unit.IsTaken || !IsPlace(unit.Prefix)) continue;
            var score = unit.Open * (1 + (unit.IsLocalUse ? 1 : 0) + (0.5 * unit.Begun / unit.Flows) + (0.25 * unit.Fresh / unit.Flows) + (unit.Reports ? 0.5 : 0));
            if (score > most) (best, most, second, next) = (i, score, best, most);
            else if (score > next) (second, next) = (i, score);
        }

        return (best, second);
    }

    string WhyNothing()
    {
        if (flows.Count == 0) return "no conversation was seen";
        return _units.Edges.Count == 0
            ? "only multicast, broadcast or link-local traffic was seen, and no host reported membership or tested an address"
            : "no side takes part in most of the conversations: this looks like a link in transit; --home tells which side is observed";
    }

    void Take(int unit, string because, Confidence confidence)
    {
        _units[unit].IsTaken = true;
        _taken++;
        _home.Add(new HomePrefix(_units[unit].Prefix, because, confidence));
    }

    static bool IsPlace(Ipv6Prefix prefix) => !prefix.Address.IsMulticast && !prefix.Address.IsUnspecified;
}

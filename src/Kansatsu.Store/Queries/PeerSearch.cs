using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Far sides from the tiers.</summary>
static class PeerSearch
{
    public static string TableOf(Tier tier) => tier == Tier.Day ? "peers_day" : "peers_hour";

    /// <summary>The family of a prefix, and the first and the last of its networks as the tables number them.</summary>
    public static (long Family, long Low, long High) NetsOf(Ipv6Prefix prefix)
    {
        var low = Nets.Of(prefix.Address);
        if (prefix.Address.IsIpv4 && prefix.Length >= 96) return (4, low, low | (prefix.Length >= 128 ? 0 : (1L << (128 - prefix.Length)) - 1));
        return (6, low, prefix.Length >= 64 ? low : low | (prefix.Length == 0 ? -1 : (long)(ulong.MaxValue >> prefix.Length)));
    }

    public static PeersAnswer Find(Database database, PeersQuery query)
    {
        var bins = BinRange.Coarsest(database, query.Range, Tier.Hour);
        var sums = new Dictionary<PeerKey, PeerTotal>();
        using var rows = database.Query(
            $"SELECT family, net, name, kind, flows, packets_to, packets_from, bytes_to, bytes_from, t, first, last FROM {TableOf(bins.Tier)} "
            + "WHERE t BETWEEN ?1 AND ?2 AND (?3 = 0 OR family = ?3) AND (?4 < 0 OR kind = ?4) AND kind <> ?5",
            bins.First, bins.Last, query.Family ?? 0, query.Cause is { } cause ? (long)cause : -1, query.WithoutOwn ? (long)CauseKind.OwnAction : -1);
        while (rows.Step())
        {
            var key = PeerKey.Of(query.By, rows.Long(0), rows.Long(1), rows.Long(2));
            if (!sums.TryGetValue(key, out var sum)) sums.Add(key, sum = new PeerTotal(key));
            sum.Add(rows, bins.Length);
        }

        var known = new Known(database);
        var all = sums.Values.Where(s => query.Name is null || known.Name(s.Key.Name).Contains(query.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        all.Sort(static (a, b) => a.Bytes != b.Bytes ? b.Bytes.CompareTo(a.Bytes) : a.Key.CompareTo(b.Key));
        return new PeersAnswer(bins.Tier, [.. all.Skip(query.Offset).Take(query.Limit).Select(s => s.ToPeer(query.By, known))], all.Count, true);
    }
}

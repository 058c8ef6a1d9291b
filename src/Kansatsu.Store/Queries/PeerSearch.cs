using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Far sides from the tiers.</summary>
static class PeerSearch
{
    /// <summary>So many rows are added up, all of them; where there are more, the largest.</summary>
    const int MostRows = 30_000;

    /// <summary>Rows of the largest.</summary>
    const int MostLargest = 12_000;

    /// <summary>Names that a part of one may mean.</summary>
    const int MostNames = 2000;

    /// <summary>Of each cause in each bin at least.</summary>
    const int LeastOfBin = 10;

    const string Columns = "family, net, name, kind, flows, packets_to, packets_from, bytes_to, bytes_from, t, first, last";

    const string Conditions = "(?3 = 0 OR family = ?3) AND (?4 < 0 OR kind = ?4) AND kind <> ?5";

    public static string TableOf(Tier tier) => tier == Tier.Day ? "peers_day" : "peers_hour";

    /// <summary>The family of a prefix, and the first and the last of its networks as the tables number them.</summary>
    public static (long Family, long Low, long High) NetsOf(Ipv6Prefix prefix)
    {
        var low = Nets.Of(prefix.Address);
        if (prefix.Address.IsIpv4 && prefix.Length >= 96) return (4, low, low | (prefix.Length >= 128 ? 0 : (1L << (128 - prefix.Length)) - 1));
        // The whole of IPv6 lies on both sides of zero.
        if (prefix.Length == 0) return (6, long.MinValue, long.MaxValue);
        return (6, low, prefix.Length >= 64 ? low : low | (long)(ulong.MaxValue >> prefix.Length));
    }

    public static PeersAnswer Find(Database database, PeersQuery query)
    {
        var bins = BinRange.Coarsest(database, query.Range, Tier.Hour);
        var known = new Known(database);
        var sums = new Dictionary<PeerKey, PeerTotal>();
        var isExact = Count(database, bins) <= MostRows;
        if (query.Name is { } name) (bins, isExact) = AddNamed(database, query, name, sums);
        else if (isExact) AddAll(database, query, bins, sums);
        else AddLargest(database, query, bins, sums);

        List<PeerTotal> all = [.. sums.Values];
        all.Sort(static (a, b) => a.Bytes != b.Bytes ? b.Bytes.CompareTo(a.Bytes) : a.Key.CompareTo(b.Key));
        return new PeersAnswer(bins.Tier, [.. all.Skip(query.Offset).Take(query.Limit).Select(s => s.ToPeer(query.By, known))], all.Count, isExact);
    }

    /// <summary>Rows in the range; counting ends where it matters no more.</summary>
    static long Count(Database database, BinRange bins) =>
        database.Scalar($"SELECT count(*) FROM (SELECT 1 FROM {TableOf(bins.Tier)} WHERE t BETWEEN ?1 AND ?2 LIMIT {MostRows + 1})", bins.First, bins.Last);

    static void AddAll(Database database, PeersQuery query, BinRange bins, Dictionary<PeerKey, PeerTotal> sums)
    {
        using var rows = database.Query($"SELECT {Columns} FROM {TableOf(bins.Tier)} WHERE t BETWEEN ?1 AND ?2 AND {Conditions}");
        Bind(rows, query, bins.First, bins.Last);
        Add(rows, query, bins, sums);
    }

    static void AddLargest(Database database, PeersQuery query, BinRange bins, Dictionary<PeerKey, PeerTotal> sums)
    {
        var kinds = query.Cause is { } one ? [(long)one] : KindsIn(database, bins);
        List<long> used = [.. bins.Used(database, TableOf(bins.Tier))];
        var each = Math.Max(LeastOfBin, MostLargest / Math.Max(1, used.Count * kinds.Count));
        using var rows = database.Query(
            $"SELECT {Columns} FROM {TableOf(bins.Tier)} WHERE t = ?1 AND kind = ?2 AND {Conditions} ORDER BY bytes_to + bytes_from DESC LIMIT ?6");
        foreach (var bin in used)
        {
            foreach (var kind in kinds)
            {
                Bind(rows, query, bin, kind);
                rows.Bind(6, each);
                Add(rows, query, bins, sums);
                rows.Reset();
            }
        }
    }

    static List<long> KindsIn(Database database, BinRange bins)
    {
        var kinds = new List<long>();
        using var rows = database.Query($"SELECT DISTINCT kind FROM {TimelineSearch.TableOf(bins.Tier)} WHERE t BETWEEN ?1 AND ?2", bins.First, bins.Last);
        while (rows.Step()) kinds.Add(rows.Long(0));
        return kinds;
    }

    /// <summary>Only days know names by an index.</summary>
    static (BinRange Bins, bool IsExact) AddNamed(Database database, PeersQuery query, string name, Dictionary<PeerKey, PeerTotal> sums)
    {
        var bins = BinRange.Of(database, query.Range, Tier.Day);
        using var find = database.Prepare($"SELECT id FROM names WHERE name LIKE ?1 ESCAPE '\\' LIMIT {MostNames + 1}");
        find.Bind(1, FlowConditions.Part(name));
        var ids = new List<long>();
        while (find.Step()) ids.Add(find.Long(0));
        using var rows = database.Prepare(
            $"SELECT {Columns} FROM peers_day INDEXED BY peers_day_name WHERE t = ?1 AND name IN (SELECT value FROM json_each(?6)) AND name <> 0 AND {Conditions}");
        var count = 0;
        foreach (var bin in bins.Used(database, TableOf(bins.Tier)))
        {
            if (count >= MostRows) break;
            Bind(rows, query, bin, 0);
            rows.Bind(6, $"[{string.Join(',', ids.Take(MostNames))}]");
            count += Add(rows, query, bins, sums);
            rows.Reset();
        }

        return (bins, count < MostRows && ids.Count <= MostNames);
    }

    static void Bind(Statement rows, PeersQuery query, long first, long second)
    {
        rows.Bind(1, first);
        rows.Bind(2, second);
        rows.Bind(3, query.Family ?? 0);
        rows.Bind(4, query.Cause is { } cause ? (long)cause : -1);
        rows.Bind(5, query.WithoutOwn ? (long)CauseKind.OwnAction : -1);
    }

    static int Add(Statement rows, PeersQuery query, BinRange bins, Dictionary<PeerKey, PeerTotal> sums)
    {
        var count = 0;
        for (; rows.Step(); count++)
        {
            var key = PeerKey.Of(query.By, rows.Long(0), rows.Long(1), rows.Long(2));
            if (!sums.TryGetValue(key, out var sum)) sums.Add(key, sum = new PeerTotal(key));
            sum.Add(rows, bins.Length);
        }

        return count;
    }
}

using Kansatsu.Analysis;

namespace Kansatsu.Store;

/// <summary>What a term of a filter may go on with, from what the store has.</summary>
static class CompletionSearch
{
    public static List<Completion> Find(Database database, string field, string prefix, StoreRange range, int limit)
    {
        var found = field switch
        {
            "" => FlowQuery.Fields.Select(static f => new Completion(f, 0)),
            "name" => Names(database, prefix, range, limit),
            "peer" => Peers(database, prefix, range),
            "port" => Ports(database, range),
            "confidence" => Enum.GetValues<Confidence>().Select(static c => new Completion(CauseNames.Of(c), 0)),
            "cause" or "family" or "direction" or "protocol" or "app" => Traffic(database, field, range),
            _ => [],
        };
        return [.. found.Where(c => c.Value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).OrderByDescending(static c => c.Flows).Take(limit)];
    }

    static IEnumerable<Completion> Traffic(Database database, string field, StoreRange range)
    {
        var bins = BinRange.Coarsest(database, range, Tier.Hour);
        var known = new Known(database);
        var column = field switch { "cause" => "kind", "direction" => "way", "app" => "application", _ => field };
        var found = new List<Completion>();
        using var rows = database.Query($"SELECT {column}, sum(flows) FROM {TimelineSearch.TableOf(bins.Tier)} WHERE t BETWEEN ?1 AND ?2 GROUP BY 1", bins.First, bins.Last);
        while (rows.Step())
        {
            var value = field switch
            {
                "cause" => CauseNames.Of((CauseKind)rows.Long(0)),
                "direction" => FlowWays.NameOf((FlowWay)rows.Long(0)) ?? "unknown",
                "protocol" => FlowProtocols.Of((byte)rows.Long(0)),
                "app" => known.Text(rows.Long(0)),
                _ => rows.Long(0) == 4 ? "4" : "6",
            };
            if (value.Length > 0) found.Add(new Completion(value, rows.Long(1)));
        }

        return found;
    }

    /// <summary>Names that begin so, from their index; flows of the days in the range.</summary>
    static List<Completion> Names(Database database, string prefix, StoreRange range, int limit)
    {
        var bins = BinRange.Of(database, range, Tier.Day);
        var found = new List<Completion>();
        using var rows = database.Prepare(
            "SELECT n.name, (SELECT ifnull(sum(flows), 0) FROM names_day d WHERE d.t IN (SELECT DISTINCT t FROM traffic_day WHERE t BETWEEN ?4 AND ?5) AND d.name = n.id) "
            + "FROM names n WHERE n.name >= ?1 AND n.name < ?2 ORDER BY n.name LIMIT ?3");
        rows.Bind(1, prefix);
        rows.Bind(2, prefix + "\U0010ffff");
        rows.Bind(3, limit * 2);
        rows.Bind(4, bins.First);
        rows.Bind(5, bins.Last);
        while (rows.Step()) found.Add(new Completion(rows.Text(0), rows.Long(1)));
        return found;
    }

    static IEnumerable<Completion> Peers(Database database, string prefix, StoreRange range) =>
        PeerSearch.Find(database, new PeersQuery(range, PeersBy.Net64) { Limit = 10_000 }).Peers
            .Select(static p => new Completion(p.Net.ToString(), p.Flows)).Where(c => c.Value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Of the newest flows only: ports are in no tier.</summary>
    static List<Completion> Ports(Database database, StoreRange range)
    {
        var (from, to) = BinRange.EndsOf(database, range);
        var found = new List<Completion>();
        using var rows = database.Query(
            "SELECT port, count(*) FROM (SELECT CASE WHEN way = 2 THEN near_port ELSE far_port END AS port FROM flows "
            + "WHERE key >= ?1 AND key < ?2 AND protocol IN (6, 17, 33, 132, 136) ORDER BY key DESC LIMIT 20000) GROUP BY port ORDER BY 2 DESC LIMIT 1000", FlowKeys.First(from), FlowKeys.First(to));
        while (rows.Step()) found.Add(new Completion($"{rows.Long(0)}", rows.Long(1)));
        return found;
    }
}

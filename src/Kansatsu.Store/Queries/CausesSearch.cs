using Kansatsu.Analysis;

namespace Kansatsu.Store;

/// <summary>Sums by cause.</summary>
static class CausesSearch
{
    public static CausesAnswer Find(Database database, StoreRange range, int? family)
    {
        var bins = BinRange.Coarsest(database, range, Tier.Minute);
        var causes = new List<CauseShare>();
        using var rows = database.Query(
            $"SELECT kind, sum(flows), sum(packets), sum(bytes) FROM {TimelineSearch.TableOf(bins.Tier)} WHERE t BETWEEN ?1 AND ?2 AND (?3 = 0 OR family = ?3) "
            + "GROUP BY kind ORDER BY 2 DESC, kind", bins.First, bins.Last, family ?? 0);
        while (rows.Step()) causes.Add(new CauseShare((CauseKind)rows.Long(0), rows.Long(1), rows.Long(2), rows.Long(3)));
        return new CausesAnswer(bins.Tier, causes);
    }

    /// <summary>By the hours in which flows begin, most flows first; hours that a range cuts count whole.</summary>
    public static List<CauseDetail> Details(Database database, StoreRange range, int limit)
    {
        var known = new Known(database);
        var details = new List<CauseDetail>();
        using var rows = database.Query(
            "SELECT kind, cause, sum(ipv6), sum(ipv4), sum(bytes), max(flow) FROM causes_hour WHERE t BETWEEN ?1 AND ?2 GROUP BY kind, cause ORDER BY sum(ipv6 + ipv4) DESC, kind, cause LIMIT ?3",
            range.From is { } from ? Times.BinOf(from, Times.Hour) : long.MinValue, range.To is { } to ? Times.BinOf(to.Add(-1), Times.Hour) : long.MaxValue, limit);
        while (rows.Step())
        {
            var (detail, program, purpose) = known.Cause(rows.Long(1));
            details.Add(new CauseDetail((CauseKind)rows.Long(0), detail, program, purpose, rows.Long(2), rows.Long(3), rows.Long(4), rows.Long(5)));
        }

        return details;
    }
}

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
}

using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Days with traffic.</summary>
static class DaySearch
{
    public static List<DayTotals> Find(Database database, Func<Timestamp, long> offset)
    {
        var days = new SortedDictionary<DateOnly, DayTotals>();
        using var hours = database.Query(
            "SELECT t, sum(flows), sum(packets), sum(bytes), sum(CASE WHEN kind = ?1 THEN flows ELSE 0 END) FROM traffic_hour GROUP BY t ORDER BY t", (long)CauseKind.Unexplained);
        while (hours.Step())
        {
            var from = new Timestamp(hours.Long(0) * Times.Hour);
            var date = DateOnly.FromDateTime(from.Add(offset(from)).ToUtc());
            var day = days.GetValueOrDefault(date) ?? new DayTotals(date, from, from, 0, 0, 0, 0);
            days[date] = day with
            {
                To = from.Add(Times.Hour),
                Flows = day.Flows + hours.Long(1),
                Packets = day.Packets + hours.Long(2),
                Bytes = day.Bytes + hours.Long(3),
                UnexplainedFlows = day.UnexplainedFlows + hours.Long(4),
            };
        }

        return [.. days.Values];
    }
}

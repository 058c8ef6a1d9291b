using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>The minutes in which flows begin that a filter could take, as far as the sums of traffic tell: days first, then hours, then minutes.</summary>
sealed class BusyMinutes
{
    readonly Database _database;
    readonly FlowConditions _conditions;

    public BusyMinutes(Database database, FlowQuery query)
    {
        _database = database;
        var known = query.Terms.Where(static t => t.Field is FlowField.Cause or FlowField.Family or FlowField.Direction or FlowField.Protocol or FlowField.Application).ToList();
        _conditions = new FlowConditions(database, new FlowQuery(known));
        IsUseful = known.Count > 0;
    }

    public bool IsUseful { get; }

    /// <summary>The latest such minute that begins before a key; null when there is none.</summary>
    public long? Before(long key) => Find(Tier.Day, new Timestamp(long.MinValue), FlowKeys.TimeOf(key - 1));

    long? Find(Tier tier, Timestamp from, Timestamp end)
    {
        var length = Times.LengthOf(tier);
        var high = Times.BinOf(end, length);
        while (Latest(tier, Times.BinOf(from, length), high) is { } bin)
        {
            if (tier == Tier.Minute) return bin;
            var begin = new Timestamp(bin * length);
            var last = begin.Add(length - 1);
            if (Find(tier - 1, begin, last < end ? last : end) is { } minute) return minute;
            high = bin - 1;
        }

        return null;
    }

    long? Latest(Tier tier, long low, long high)
    {
        // Sums outlive the flows: of the time before the oldest flow with a known cause, only what is unexplained can be there.
        using var rows = _database.Prepare(
            $"SELECT t FROM {TimelineSearch.TableOf(tier)} WHERE t BETWEEN ?1 AND ?2 AND flows > 0 AND (kind = {(int)CauseKind.Unexplained} OR t >= ifnull("
            + $"(SELECT value / {Times.LengthOf(tier) / 1000} FROM meta WHERE name = '{Meta.KnownFrom}'), t)){_conditions.Sql} ORDER BY t DESC LIMIT 1");
        rows.Bind(1, low);
        rows.Bind(2, high);
        _conditions.Bind(rows);
        return rows.Step() ? rows.Long(0) : null;
    }
}

using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Flows one by one.</summary>
sealed class FlowSearch(Database database, StoreRange range, FlowQuery query)
{
    readonly Known _known = new(database);
    readonly FlowConditions _conditions = new(database, query);

    public static StoredFlow? Find(Database database, long key)
    {
        using var rows = database.Query($"SELECT {FlowRow.Table.Names} FROM flows WHERE key = ?1", key);
        return rows.Step() ? Read(rows, new Known(database)) : null;
    }

    public static StoredFlow? Find(Database database, string id, Timestamp? at)
    {
        var known = new Known(database);
        var (from, to) = at is { } time ? (FlowKeys.First(time), FlowKeys.First(time.Add(1000)) + (1L << FlowKeys.SequenceBits)) : (long.MinValue, long.MaxValue);
        using var rows = database.Query($"SELECT {FlowRow.Table.Names} FROM flows WHERE key >= ?1 AND key < ?2 ORDER BY key DESC", from, to);
        while (rows.Step())
            if (Read(rows, known) is var flow && flow.Flow.Id == id) return flow;
        return null;
    }

    public FlowPage Page(int limit, long? before)
    {
        var flows = new List<StoredFlow>();
        var (from, to) = Keys();
        using var rows = database.Prepare($"SELECT {FlowRow.Table.Names} FROM flows WHERE key >= ?1 AND key < ?2{_conditions.Sql} ORDER BY key DESC LIMIT ?3");
        rows.Bind(1, from);
        rows.Bind(2, before is { } cursor ? Math.Min(cursor, to) : to);
        rows.Bind(3, limit + 1);
        _conditions.Bind(rows);
        while (rows.Step()) flows.Add(Read(rows, _known));
        if (flows.Count <= limit) return new FlowPage(flows, null);
        flows.RemoveAt(limit);
        return new FlowPage(flows, flows[^1].Key);
    }

    public bool Each(Func<StoredFlow, bool> take)
    {
        var (from, to) = Keys();
        using var rows = database.Prepare($"SELECT {FlowRow.Table.Names} FROM flows WHERE key >= ?1 AND key < ?2{_conditions.Sql} ORDER BY key");
        rows.Bind(1, from);
        rows.Bind(2, to);
        _conditions.Bind(rows);
        while (rows.Step())
            if (!take(Read(rows, new Known(database)))) return false;
        return true;
    }

    static StoredFlow Read(Statement rows, Known known)
    {
        var row = new FlowRow();
        FlowRow.Table.Read(rows, row);
        return known.Flow(row);
    }

    (long From, long To) Keys() => (range.From is { } from ? FlowKeys.First(from) : long.MinValue, range.To is { } to ? FlowKeys.First(to) : long.MaxValue);
}

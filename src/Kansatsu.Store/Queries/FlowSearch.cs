using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>
/// Flows one by one. A page costs a bounded time: names and far sides are found by their indexes, causes and protocols by the sums that say in which
/// minutes there are any; what has neither is looked for among so many of the newest, and the cursor says where to look on.
/// </summary>
sealed class FlowSearch(Database database, StoreRange range, FlowQuery query)
{
    /// <summary>Flows looked at one by one for a page.</summary>
    const int MostLooked = 60_000;

    /// <summary>Keys asked for at once.</summary>
    const int MostTogether = 500;

    readonly Known _known = new(database);
    readonly FlowConditions _conditions = new(database, query);
    readonly BusyMinutes _minutes = new(database, query);
    readonly List<StoredFlow> _found = [];

    public static StoredFlow? Find(Database database, long key)
    {
        using var rows = database.Query($"SELECT {FlowRow.Table.Names} FROM flows WHERE key = ?1", key);
        return rows.Step() ? Read(rows, new Known(database)) : null;
    }

    public static StoredFlow? Find(Database database, string id, Timestamp? at)
    {
        var known = new Known(database);
        var (from, to) = at is { } time ? (FlowKeys.First(time.Add(-1000)), FlowKeys.First(time.Add(1000)) + (1L << FlowKeys.SequenceBits)) : (long.MinValue, long.MaxValue);
        using var rows = database.Query($"SELECT {FlowRow.Table.Names} FROM flows WHERE key >= ?1 AND key < ?2 ORDER BY key DESC", from, to);
        while (rows.Step())
            if (Read(rows, known) is var flow && flow.Flow.Id == id) return flow;
        return null;
    }

    public FlowPage Page(int limit, long? before)
    {
        var (from, to) = Keys();
        to = before is { } cursor ? Math.Min(cursor, to) : to;
        var next = _conditions.IndexedKeys is { } sql ? ByIndex(sql, from, to, limit) : _minutes.IsUseful ? ByMinutes(from, to, limit) : Look(from, to, limit);
        return new FlowPage(_found, next > from ? next : null);
    }

    /// <summary>The next flows behind a key, the oldest first, and the key behind which more may follow.</summary>
    public (List<StoredFlow> Flows, long? Behind) Following(long? after, int most)
    {
        var (from, to) = Keys();
        using var rows = database.Prepare($"SELECT {FlowRow.Table.Names} FROM flows WHERE key >= ?1 AND key < ?2{_conditions.Sql} ORDER BY key LIMIT ?3");
        rows.Bind(1, after is { } key ? Math.Max(key + 1, from) : from);
        rows.Bind(2, to);
        rows.Bind(3, most);
        _conditions.Bind(rows);
        while (rows.Step()) _found.Add(Read(rows, _known));
        return (_found, _found.Count < most ? null : _found[^1].Key);
    }

    static StoredFlow Read(Statement rows, Known known)
    {
        var row = new FlowRow();
        FlowRow.Table.Read(rows, row);
        return known.Flow(row);
    }

    /// <summary>Through an index, one stretch of time after another.</summary>
    /// <returns>The cursor; <see cref="long.MinValue"/> at the end.</returns>
    long ByIndex(string sql, long from, long to, int limit)
    {
        var looked = 0;
        while (database.Scalar("SELECT ifnull(max(key), ?3) FROM flows WHERE key >= ?1 AND key < ?2", from, to, long.MinValue) is > long.MinValue and var last)
        {
            var stretch = last >> FlowKeys.StretchBits;
            var keys = Keys(sql, from, to, stretch);
            looked += keys.Count;
            var next = Take(keys, limit);
            if (next != long.MinValue) return next;
            to = stretch << FlowKeys.StretchBits;
            if (looked > MostLooked) return to;
        }

        return long.MinValue;
    }

    /// <summary>The newest first.</summary>
    List<long> Keys(string sql, long from, long to, long stretch)
    {
        using var rows = database.Query(sql, from, to, stretch);
        _conditions.Bind(rows);
        var keys = new List<long>();
        while (rows.Step()) keys.Add(rows.Long(0));
        keys.Sort(static (a, b) => b.CompareTo(a));
        return keys;
    }

    /// <returns>The cursor; <see cref="long.MinValue"/> at the end.</returns>
    long Take(List<long> keys, int limit)
    {
        using var rows = database.Prepare($"SELECT {FlowRow.Table.Names} FROM flows WHERE key IN (SELECT value FROM json_each(?1)){_conditions.Sql} ORDER BY key DESC");
        _conditions.Bind(rows);
        foreach (var some in keys.Chunk(MostTogether))
        {
            rows.Bind(1, $"[{string.Join(',', some)}]");
            while (rows.Step())
            {
                if (_found.Count == limit) return _found[^1].Key;
                _found.Add(Read(rows, _known));
            }

            rows.Reset();
        }

        return long.MinValue;
    }

    /// <summary>Minutes that have such flows, the newest first.</summary>
    long ByMinutes(long from, long to, int limit)
    {
        var looked = 0L;
        while (_minutes.Before(to) is { } minute)
        {
            var begin = FlowKeys.First(new Timestamp(minute * Times.Minute));
            // Some flows stand a little behind their moment: the next minute's first ones may be this one's.
            var next = Scan(Math.Max(begin, from), to, limit, int.MaxValue);
            if (next != long.MinValue) return next;
            if (begin <= from) return long.MinValue;
            to = begin;
            if (++looked == MostLooked) return to;
        }

        return long.MinValue;
    }

    long Look(long from, long to, int limit) => Scan(from, to, limit, MostLooked);

    /// <returns>The cursor; <see cref="long.MinValue"/> when all were seen.</returns>
    long Scan(long from, long to, int limit, int most)
    {
        using var rows = database.Prepare(_conditions.Sql.Length == 0
            ? $"SELECT {FlowRow.Table.Names} FROM flows WHERE key >= ?1 AND key < ?2 ORDER BY key DESC LIMIT ?4"
            : $"SELECT {FlowRow.Table.Names} FROM (SELECT * FROM flows WHERE key >= ?1 AND key < ?2 ORDER BY key DESC LIMIT ?3) WHERE 1{_conditions.Sql} LIMIT ?4");
        rows.Bind(1, from);
        rows.Bind(2, to);
        rows.Bind(3, most);
        rows.Bind(4, limit - _found.Count + 1);
        _conditions.Bind(rows);
        while (rows.Step())
        {
            if (_found.Count == limit) return _found[^1].Key;
            _found.Add(Read(rows, _known));
        }

        if (most == int.MaxValue || _conditions.Sql.Length == 0) return long.MinValue;
        return database.Scalar("SELECT ifnull(min(key), ?4) FROM (SELECT key FROM flows WHERE key >= ?1 AND key < ?2 ORDER BY key DESC LIMIT ?3)", from, to, most, long.MinValue) is var last
            && database.Scalar("SELECT EXISTS(SELECT 1 FROM flows WHERE key >= ?1 AND key < ?2)", from, last) != 0 ? last : long.MinValue;
    }

    (long From, long To) Keys() => (range.From is { } from ? FlowKeys.First(from) : long.MinValue, range.To is { } to ? FlowKeys.First(to) : long.MaxValue);
}

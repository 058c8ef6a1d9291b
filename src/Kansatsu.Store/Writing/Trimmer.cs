using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>
/// Lets go what is beyond the budget: first the oldest flows with a known cause and their bursts, and when there are none left the unexplained ones, the
/// oldest first. Minutes stay longer than flows, unless bytes are short. Hours, days and documents stay.
/// </summary>
sealed class Trimmer(Writer writer)
{
    /// <summary>Rows that go in one transaction, at most.</summary>
    const int Most = 20_000;

    /// <summary>When bytes are too many, this share of the budget is made free at once, so that room is not made again with every commit.</summary>
    const double Target = 0.95;

    readonly Database _database = writer.Database;
    readonly int _step = writer.Room.RowsAtOnce(Most);

    public Trimmed Run()
    {
        var budget = SqliteStore.BudgetOf(_database);
        var (known, unexplained) = (0L, 0L);
        if (OldestDay(budget.Days) is { } day)
        {
            var oldest = FlowKeys.FirstOf(day * (Times.Day / 1000));
            while (Remove(oldest, isKnown: true, _step) is > 0 and var gone) known += gone;
            if (known > 0) RemoveBurstsBefore(FlowKeys.TimeOf(oldest));
        }

        if (OldestDay(Math.Max(budget.Days, StoreBudget.MinuteDays)) is { } minutes) RemoveMinutesBefore(Times.OfMicroseconds(minutes * (Times.Day / 1000)));
        var ofDays = known;
        if (Used() > budget.Bytes)
        {
            var target = (long)(budget.Bytes * Target);
            while (Used() > target && Remove(long.MaxValue, isKnown: true, _step) is > 0 and var gone) known += gone;
            while (Used() > target && Remove(long.MaxValue, isKnown: false, _step) is > 0 and var gone) unexplained += gone;
        }

        if (writer.IsShort)
        {
            // A quarter more than the reserve, so that room is not made again with every commit.
            var (wanted, before) = (writer.Room.Reserve * 5 / 4, known + unexplained);
            while (!writer.HasRoom(wanted) && Remove(long.MaxValue, isKnown: true, _step) is > 0 and var gone) known += gone;
            while (!writer.HasRoom(wanted) && Remove(long.MaxValue, isKnown: false, _step) is > 0 and var gone) unexplained += gone;
            if (known + unexplained > before) writer.InTransaction(() => Meta.Add(_database, Meta.TimesFull, 1));
        }

        if (known + unexplained == 0) return Trimmed.Nothing;
        var trimmed = Note(known, unexplained);
        if (known + unexplained > ofDays) RemoveMinutesOfNoFlow();
        new Pruner(writer).RunWhenDue();
        return trimmed;
    }

    /// <summary>The disk is full: some of the oldest go, whatever the budget says.</summary>
    /// <returns>How many went.</returns>
    public long MakeRoom()
    {
        // Small steps: even taking away needs a little room first.
        var gone = 0L;
        for (var i = 0; i < 8; i++) gone += Remove(long.MaxValue, isKnown: true, Math.Max(1, _step / 8));
        if (gone == 0) gone = Remove(long.MaxValue, isKnown: false, Math.Max(1, _step / 8));
        if (gone == 0) return 0;
        Note(gone, 0);
        RemoveMinutesOfNoFlow();
        return gone;
    }

    /// <summary>Days without traffic do not count, so a capture of long ago stays beside a new one; null while there are not more than so many.</summary>
    long? OldestDay(int days)
    {
        using var find = _database.Query("SELECT DISTINCT t FROM traffic_day WHERE flows > 0 ORDER BY t DESC LIMIT 1 OFFSET ?1", days - 1);
        return find.Step() ? find.Long(0) : null;
    }

    /// <summary>Bytes of the file that hold something.</summary>
    long Used() => (_database.Scalar("PRAGMA page_count") - _database.Scalar("PRAGMA freelist_count")) * _database.Scalar("PRAGMA page_size");

    long Remove(long before, bool isKnown, int most)
    {
        var gone = 0L;
        writer.InTransaction(() =>
        {
            using var delete = _database.Query(
                $"DELETE FROM flows WHERE key IN (SELECT key FROM flows WHERE key < ?1 AND kind {(isKnown ? "<>" : "=")} ?2 ORDER BY key LIMIT ?3)", before, (long)CauseKind.Unexplained, most);
            delete.Step();
            gone = _database.Changes;
            Meta.Add(_database, Meta.Flows, -gone);
        });
        return gone;
    }

    void RemoveBurstsBefore(Timestamp time) => writer.InTransaction(() => _database.Run("DELETE FROM bursts WHERE at < ?1", Times.Microseconds(time)));

    /// <summary>Bytes are short: minutes are as old as the oldest flow that is left.</summary>
    void RemoveMinutesOfNoFlow()
    {
        var oldest = _database.Scalar("SELECT ifnull(min(key), ?1) FROM flows", long.MaxValue);
        RemoveMinutesBefore(oldest == long.MaxValue ? Times.OfMicroseconds(Meta.Get(_database, Meta.Last)).Add(Times.Minute) : FlowKeys.TimeOf(oldest));
    }

    void RemoveMinutesBefore(Timestamp time)
    {
        var bin = Times.BinOf(time, Times.Minute);
        if (_database.Scalar("SELECT ifnull(min(t), ?1) FROM traffic_minute", long.MaxValue) >= bin) return;
        writer.InTransaction(() =>
        {
            _database.Run("DELETE FROM traffic_minute WHERE t < ?1", bin);
            Meta.Set(_database, Meta.MinutesFrom, Times.Microseconds(time));
        });
    }

    Trimmed Note(long known, long unexplained)
    {
        var before = _database.Scalar("SELECT ifnull(min(key), ?1) FROM flows WHERE kind <> ?2", long.MinValue, (long)CauseKind.Unexplained);
        Timestamp? moment = before == long.MinValue ? null : FlowKeys.TimeOf(before);
        writer.InTransaction(() =>
        {
            Meta.Add(_database, Meta.TrimmedFlows, known + unexplained);
            Meta.Add(_database, Meta.TrimmedUnexplained, unexplained);
            if (moment is not { } time) return;
            Meta.Set(_database, Meta.TrimmedBefore, Times.Microseconds(time));
            Meta.Set(_database, Meta.KnownFrom, Times.Microseconds(time));
        });
        return new Trimmed(known + unexplained, unexplained, moment);
    }
}

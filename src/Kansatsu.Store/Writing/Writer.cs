using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>The one connection that writes. Whoever uses it holds the store's lock.</summary>
sealed class Writer : IDisposable
{
    readonly Interned _interned;
    readonly Numbers _numbers = new();
    readonly FlowRow _row = new();
    long[] _keys = [];
    long _version;
    long _lastBegin = long.MinValue;
    long _lastKey;

    public Writer(Database database, DiskRoom room)
    {
        (Database, Room) = (database, room);
        _interned = new Interned(database);
    }

    public Database Database { get; }

    public DiskRoom Room { get; }

    /// <summary>What the disk has left, and what has gone from the file, is less than the reserve.</summary>
    public bool IsShort => !HasRoom(Room.Reserve);

    public void Set(StoreBudget budget) => InTransaction(() => SqliteStore.Set(Database, budget));

    public Trimmed Trim() => new Trimmer(this).Run();

    /// <summary>The disk, or what the file may grow to, is full: old flows make room.</summary>
    /// <returns>False when there was nothing left that could go.</returns>
    public bool MakeRoom()
    {
        EmptyLog();
        if (new Trimmer(this).MakeRoom() == 0) return false;
        InTransaction(() => Meta.Add(Database, Meta.TimesFull, 1));
        EmptyLog();
        return true;
    }

    public bool HasRoom(long bytes) => Room.Free is var free && (free >= bytes
        || free + (Database.Scalar("PRAGMA freelist_count") * Database.Scalar("PRAGMA page_size")) >= bytes);

    /// <summary>Gives the disk back what the log takes, as far as the file has room for it.</summary>
    void EmptyLog()
    {
        try
        {
            Database.Scalar("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (StoreException e) when (e.Fault is StoreFault.Full or StoreFault.Failed or StoreFault.Locked)
        {
            // Then it stays where it is, and nothing is lost.
        }
    }

    /// <summary>Numbers of what flows share have gone.</summary>
    public void ForgetNumbers() => _interned.Forget();

    /// <summary>All of it or nothing.</summary>
    public void InTransaction(Action write)
    {
        Database.Execute("BEGIN IMMEDIATE");
        try
        {
            var version = Database.Scalar("PRAGMA data_version");
            if (version != _version) _interned.Forget();
            _version = version;
            write();
            Meta.Add(Database, Meta.Revision, 1);
            Database.Execute("COMMIT");
        }
        catch
        {
            _interned.Forget();
            // SQLite may have rolled back by itself.
            if (Database.IsInTransaction) Database.Execute("ROLLBACK");
            throw;
        }
    }

    public void Write(Batch batch)
    {
        _interned.Find(batch.Shared, _numbers);
        WriteFlows(batch);
        TierRows.Write(Database, batch.Tiers, _numbers, _keys);
        foreach (var document in batch.Documents) Write(document);
        foreach (var burst in batch.Bursts) Write(burst);
        batch.Sightings.Write(Database);
        if (batch.Flows.IsEmpty) return;
        Meta.Add(Database, Meta.Flows, batch.Flows.Length);
        Meta.Set(Database, Meta.First, Math.Min(batch.First, Meta.Find(Database, Meta.First) ?? long.MaxValue));
        // Older flows may come after others had to go.
        if (Meta.Find(Database, Meta.KnownFrom) is { } known && batch.First < known) Meta.Set(Database, Meta.KnownFrom, batch.First);
        Meta.Set(Database, Meta.Last, Math.Max(batch.Last, Meta.Find(Database, Meta.Last) ?? long.MinValue));
    }

    public void Dispose() => Database.Dispose();

    void WriteFlows(Batch batch)
    {
        var keys = Numbers.Room(ref _keys, batch.Flows.Length);
        using var insert = Database.Prepare(FlowRow.Table.Insertion);
        for (var i = 0; i < keys.Length; i++)
        {
            Fill(batch.Flows[i]);
            EvidenceBytes.Write(batch.FactsOf(batch.Flows[i]), batch.Rests, _numbers.Texts, _row.Evidence);
            Insert(insert);
            keys[i] = _row.Key;
        }
    }

    void Write(StoredDocument document)
    {
        using var put = Database.Prepare("INSERT OR REPLACE INTO documents(kind, source, id, first, last, subject, json, place) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        put.Bind(1, document.Kind);
        put.Bind(2, document.Source);
        put.Bind(3, document.Id);
        put.Bind(4, Times.Microseconds(document.First));
        put.Bind(5, Times.Microseconds(document.Last));
        put.Bind(6, document.Subject);
        put.Bind(7, document.Json.Span);
        put.Bind(8, document.Place);
        put.Step();
    }

    void Write(ChannelBurst burst) => Database.Run("INSERT OR REPLACE INTO bursts(channel, at, packets, bytes, gap) VALUES(?1, ?2, ?3, ?4, ?5)",
        _interned.Text(burst.Channel), Times.Microseconds(burst.At), burst.Packets, burst.Bytes, burst.Gap / 1000);

    void Fill(in PreparedFlow flow)
    {
        var (row, first) = (_row, new Timestamp(flow.First));
        row.Key = FlowKeys.First(first);
        row.Beside = first.Since(FlowKeys.TimeOf(row.Key));
        row.Lasted = flow.Lasted;
        (row.Family, row.Protocol, row.Way) = (flow.Family, flow.Protocol, flow.Way);
        (row.ZoneNumber, row.Zone) = (flow.ZoneNumber, _numbers.Texts[flow.Zone]);
        row.Application = _numbers.Texts[flow.Application];
        (row.Near, row.Far) = (_numbers.Addresses[flow.Near], _numbers.Addresses[flow.Far]);
        (row.NearPort, row.FarPort) = (flow.NearPort, flow.FarPort);
        row.Guessed = flow.IsGuessed ? 1 : 0;
        (row.PacketsOut, row.PacketsBack, row.BytesOut, row.BytesBack) = (flow.PacketsOut, flow.PacketsBack, flow.BytesOut, flow.BytesBack);
        row.History = _numbers.Texts[flow.History];
        (row.Name, row.NameFrom) = (_numbers.Names[flow.Name], flow.NameFrom);
        (row.Kind, row.Confidence, row.Cause) = (flow.Kind, flow.Confidence, _numbers.Causes[flow.Cause]);
    }

    /// <summary>Flows of one moment stand side by side: behind the one before, else in the next free place.</summary>
    void Insert(Statement insert)
    {
        var begin = _row.Key;
        if (begin == _lastBegin) _row.Key = _lastKey + 1;
        _lastBegin = begin;
        while (true)
        {
            _row.Beside += FlowKeys.TimeOf(begin).Since(FlowKeys.TimeOf(_row.Key));
            begin = _row.Key;
            FlowRow.Table.Bind(insert, _row);
            insert.Step();
            insert.Reset();
            if (Database.Changes > 0) break;
            _row.Key = NextFree(_row.Key);
        }

        _lastKey = _row.Key;
    }

    /// <summary>Behind the flows that follow one another without a gap from here; most moments have few.</summary>
    long NextFree(long key)
    {
        using var taken = Database.Query("SELECT key FROM flows WHERE key > ?1 ORDER BY key", key);
        while (taken.Step() && taken.Long(0) == key + 1) key++;
        return key + 1;
    }
}

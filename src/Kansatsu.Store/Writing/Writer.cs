using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>The one connection that writes. Whoever uses it holds the store's lock.</summary>
sealed class Writer : IDisposable
{
    readonly Interned _interned;
    readonly TierSums _tiers = new();
    readonly Sightings _sightings = new();
    readonly FlowRow _row = new();
    long _version;
    long _lastBegin = long.MinValue;
    long _lastKey;

    public Writer(Database database)
    {
        Database = database;
        _interned = new Interned(database);
    }

    public Database Database { get; }

    public void Set(StoreBudget budget) => InTransaction(() => SqliteStore.Set(Database, budget));

    public Trimmed Trim() => new Trimmer(this).Run();

    /// <summary>The disk, or what the file may grow to, is full: old flows make room.</summary>
    /// <returns>False when there was nothing left that could go.</returns>
    public bool MakeRoom()
    {
        if (new Trimmer(this).MakeRoom() == 0) return false;
        InTransaction(() => Meta.Add(Database, Meta.TimesFull, 1));
        return true;
    }

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
            _tiers.Clear();
            _sightings.Clear();
            // SQLite may have rolled back by itself.
            if (Database.IsInTransaction) Database.Execute("ROLLBACK");
            throw;
        }
    }

    public void Write(IReadOnlyList<(FlowRecord Flow, FlowPart[] Parts)> flows)
    {
        var (first, last) = (long.MaxValue, long.MinValue);
        using (var insert = Database.Prepare(FlowRow.Table.Insertion))
        {
            foreach (var (flow, parts) in flows)
            {
                Fill(flow);
                Insert(insert);
                _tiers.Add(_row, flow, parts);
                _sightings.Add(flow, parts);
                first = Math.Min(first, Times.Microseconds(flow.First));
                last = Math.Max(last, Times.Microseconds(flow.Last));
            }
        }

        _tiers.Write(Database);
        _tiers.Clear();
        if (flows.Count == 0) return;
        Meta.Add(Database, Meta.Flows, flows.Count);
        Meta.Set(Database, Meta.First, Math.Min(first, Meta.Find(Database, Meta.First) ?? long.MaxValue));
        Meta.Set(Database, Meta.Last, Math.Max(last, Meta.Find(Database, Meta.Last) ?? long.MinValue));
    }

    public void Meet(in Subject subject, Timestamp first, Timestamp last, IEnumerable<int> hours) => _sightings.Add(subject, first, last, hours);

    public void WriteSightings() => _sightings.Write(Database);

    public void Write(StoredDocument document)
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

    public void Write(ChannelBurst burst) => Database.Run("INSERT OR REPLACE INTO bursts(channel, at, packets, bytes, gap) VALUES(?1, ?2, ?3, ?4, ?5)",
        _interned.Text(burst.Channel), Times.Microseconds(burst.At), burst.Packets, burst.Bytes, burst.Gap / 1000);

    public void Dispose() => Database.Dispose();

    void Fill(FlowRecord flow)
    {
        var (row, turned) = (_row, flow.IsFarInitiator);
        row.Key = FlowKeys.First(flow.First);
        row.Lasted = flow.Last.Since(flow.First);
        (row.Family, row.Protocol, row.Way) = (flow.Family, flow.Protocol, (long)flow.Way);
        (row.ZoneNumber, row.Zone) = (flow.ZoneNumber, _interned.Text(flow.Zone ?? ""));
        row.Application = _interned.Text(flow.Application);
        row.Near = _interned.Near(turned ? flow.Responder : flow.Initiator);
        row.Far = _interned.Address(turned ? flow.Initiator : flow.Responder);
        (row.NearPort, row.FarPort) = turned ? (flow.ResponderPort, flow.InitiatorPort) : (flow.InitiatorPort, flow.ResponderPort);
        row.Guessed = flow.IsInitiatorGuessed ? 1 : 0;
        (row.PacketsOut, row.PacketsBack, row.BytesOut, row.BytesBack) = (flow.PacketsOut, flow.PacketsBack, flow.BytesOut, flow.BytesBack);
        row.History = _interned.Text(flow.History);
        (row.Name, row.NameFrom) = (_interned.Name(flow.Name), (long)flow.NameFrom);
        (row.Kind, row.Confidence) = ((long)flow.Cause.Kind, (long)flow.Cause.Confidence);
        row.Cause = _interned.Cause(flow.Cause.Detail, flow.Cause.Program, flow.Cause.Purpose);
        EvidenceBytes.Write(row, flow.Cause.Evidence, _interned.Text);
        row.Beside = flow.First.Since(FlowKeys.TimeOf(row.Key));
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

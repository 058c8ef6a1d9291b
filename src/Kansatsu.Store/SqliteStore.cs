using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>The store in one SQLite file (docs/decisions/0007-the-store.md): one connection writes, each question borrows another.</summary>
public sealed class SqliteStore : IObservationStore
{
    const string DaysKey = "budget_days";
    const string BytesKey = "budget_bytes";

    readonly Lock _gate = new();
    readonly Readers _readers;
    readonly Writer? _writer;

    SqliteStore(string path, Writer? writer)
    {
        Path = path;
        _writer = writer;
        _readers = new Readers(path);
        Queries = new StoreQueries(_readers);
    }

    public string Path { get; }

    public StoreQueries Queries { get; }

    public StoreBudget Budget
    {
        get => Queries.Status().Budget;
        set
        {
            lock (_gate) Writing.Set(value);
        }
    }

    Writer Writing => _writer ?? throw Faults.Of(Path, SQLitePCL.raw.SQLITE_READONLY, "");

    /// <summary>Opens a store to ask it. One of an older format is brought up to date first.</summary>
    /// <exception cref="StoreException">There is none, it is no store, a newer program made it, or an older one and it may not be written to.</exception>
    public static SqliteStore OpenToRead(string path)
    {
        if (!File.Exists(path)) throw Faults.Missing(path);
        bool isOfThisFormat;
        using (var database = new Database(path, isWriter: false)) isOfThisFormat = Schema.Expect(database);
        if (!isOfThisFormat) Renew(path);
        return new SqliteStore(path, null);
    }

    /// <summary>Opens a store to write to it, and makes it when there is none.</summary>
    /// <exception cref="StoreException">It is no store, a newer program made it, or it may not be written to.</exception>
    public static SqliteStore Open(string path) => Open(path, null);

    /// <param name="free">Bytes that the disk has left: for tests of what happens when it has few.</param>
    internal static SqliteStore Open(string path, Func<long>? free)
    {
        var database = new Database(path, isWriter: true);
        try
        {
            var room = new DiskRoom(path, free);
            Schema.Prepare(database, room.LogBytes);
            return new SqliteStore(path, new Writer(database, room));
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    static void Renew(string path)
    {
        try
        {
            Open(path).Dispose();
        }
        catch (StoreException e) when (e.Fault is StoreFault.ReadOnly or StoreFault.NotFound)
        {
            throw Faults.Older(path, e);
        }
    }

    public bool Knows(ReadOnlySpan<byte> digest)
    {
        lock (_gate) return Sources.Knows(Writing.Database, digest);
    }

    public SourceWriter Begin(SourceFacts source)
    {
        lock (_gate) return new SourceWriter(Writing, _gate, source);
    }

    public Trimmed Trim()
    {
        lock (_gate) return Writing.Trim();
    }

    /// <summary>As if the disk had room for so many pages more: for tests of what happens then.</summary>
    internal void LimitPages(int pagesMore)
    {
        lock (_gate)
        {
            Writing.Database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            Writing.Database.Scalar($"PRAGMA max_page_count = {Writing.Database.Scalar("PRAGMA page_count") + pagesMore}");
        }
    }

    /// <summary>"ok", or what SQLite finds wrong with the file.</summary>
    public string CheckIntegrity()
    {
        using var database = new Database(Path, isWriter: false);
        using var check = database.Prepare("PRAGMA integrity_check");
        return check.Step() ? check.Text(0) : "";
    }

    public void Dispose()
    {
        _readers.Dispose();
        _writer?.Dispose();
    }

    internal static StoreBudget BudgetOf(Database database)
    {
        var (days, bytes) = (Meta.Get(database, DaysKey), Meta.Get(database, BytesKey));
        return new StoreBudget(days == 0 ? StoreBudget.Default.Days : (int)days, bytes == 0 ? StoreBudget.Default.Bytes : bytes);
    }

    internal static void Set(Database database, StoreBudget budget)
    {
        Meta.Set(database, DaysKey, budget.Days);
        Meta.Set(database, BytesKey, budget.Bytes);
    }
}

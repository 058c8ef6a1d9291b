using SQLitePCL;

namespace Kansatsu.Store;

/// <summary>One connection to the file. Not thread-safe. Statements are prepared once and used again; values are always bound, never written into SQL.</summary>
sealed class Database : IDisposable
{
    const int MostStatements = 128;
    const int BusyMilliseconds = 5000;

    readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    readonly sqlite3 _db;

    static Database()
    {
        Batteries_V2.Init();
        // Nobody asks how much memory SQLite has; counting it takes a lock at each piece. It can only be told before the library is used.
        raw.sqlite3_shutdown();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        raw.sqlite3_initialize();
    }

    public Database(string path, bool isWriter)
    {
        Path = path;
        var flags = isWriter ? raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE : raw.SQLITE_OPEN_READWRITE;
        var code = raw.sqlite3_open_v2(path, out _db, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        // A store on a read-only medium can still be read.
        if (!isWriter && (code & 0xff) is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY)
        {
            _db.Dispose();
            code = raw.sqlite3_open_v2(path, out _db, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_NOMUTEX, null);
        }

        try
        {
            Check(code);
            raw.sqlite3_extended_result_codes(_db, 1);
            raw.sqlite3_busy_timeout(_db, BusyMilliseconds);
        }
        catch (StoreException)
        {
            _db.Dispose();
            throw;
        }
    }

    public string Path { get; }

    public int Changes => raw.sqlite3_changes(_db);

    public bool IsInTransaction => raw.sqlite3_get_autocommit(_db) == 0;

    public long LastId => raw.sqlite3_last_insert_rowid(_db);

    public void Execute(string sql) => Check(raw.sqlite3_exec(_db, sql));

    /// <summary>A statement with its parameters bound; dispose of it to give it back.</summary>
    public Statement Query(string sql, params ReadOnlySpan<long> values)
    {
        var statement = Prepare(sql);
        for (var i = 0; i < values.Length; i++) statement.Bind(i + 1, values[i]);
        return statement;
    }

    public long Scalar(string sql, params ReadOnlySpan<long> values)
    {
        using var statement = Query(sql, values);
        return statement.Step() ? statement.Long(0) : 0;
    }

    public void Run(string sql, params ReadOnlySpan<long> values)
    {
        using var statement = Query(sql, values);
        statement.Step();
    }

    public Statement Prepare(string sql)
    {
        if (_statements.Remove(sql, out var known))
        {
            known.IsInUse = true;
            return known;
        }

        Check(raw.sqlite3_prepare_v2(_db, sql, out var handle));
        return new Statement(this, sql, handle) { IsInUse = true };
    }

    internal void GiveBack(Statement statement)
    {
        if (_statements.Count >= MostStatements || !_statements.TryAdd(statement.Sql, statement)) statement.Finish();
    }

    internal void Check(int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE) return;
        throw Faults.Of(Path, code, raw.sqlite3_errmsg(_db).utf8_to_string());
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Finish();
        _statements.Clear();
        _db.Dispose();
    }
}

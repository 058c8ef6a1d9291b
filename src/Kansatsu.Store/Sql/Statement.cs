using System.Text;
using SQLitePCL;

namespace Kansatsu.Store;

/// <summary>A prepared statement. Parameters count from 1, columns from 0, as SQLite has them.</summary>
sealed class Statement : IDisposable
{
    readonly Database _database;
    readonly sqlite3_stmt _handle;

    /// <summary>Null when it is finished.</summary>
    nint _pointer;

    internal Statement(Database database, string sql, sqlite3_stmt handle) => (_database, Sql, _handle, _pointer) = (database, sql, handle, handle.DangerousGetHandle());

    public string Sql { get; }

    internal bool IsInUse { get; set; }

    public void Bind(int index, long value) => Native.BindLong(_pointer, index, value);

    public void Bind(int index, string value) => raw.sqlite3_bind_text(_handle, index, Encoding.UTF8.GetBytes(value));

    public void BindText(int index, ReadOnlySpan<byte> utf8) => raw.sqlite3_bind_text(_handle, index, utf8);

    public void Bind(int index, ReadOnlySpan<byte> value) => raw.sqlite3_bind_blob(_handle, index, value);

    public void BindNull(int index) => raw.sqlite3_bind_null(_handle, index);

    /// <summary>Binds everything, runs, and is ready to run again.</summary>
    public void Run(ReadOnlySpan<long> values)
    {
        for (var i = 0; i < values.Length; i++) Native.BindLong(_pointer, i + 1, values[i]);
        Step();
        Native.Reset(_pointer);
    }

    /// <returns>There is a row.</returns>
    public bool Step()
    {
        var code = Native.Step(_pointer);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE) return false;
        Native.Reset(_pointer);
        _database.Check(code);
        return false;
    }

    public void Reset() => Native.Reset(_pointer);

    public long Long(int column) => Native.ColumnLong(_pointer, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(_handle, column) == raw.SQLITE_NULL;

    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_handle, column);

    public string Text(int column) => raw.sqlite3_column_text(_handle, column).utf8_to_string() ?? "";

    public void Dispose()
    {
        if (!IsInUse) return;
        IsInUse = false;
        Native.Reset(_pointer);
        raw.sqlite3_clear_bindings(_handle);
        _database.GiveBack(this);
    }

    internal void Finish()
    {
        _pointer = 0;
        _handle.Dispose();
    }
}

using System.Runtime.InteropServices;

namespace Kansatsu.Store;

/// <summary>
/// The calls that are made for every value of every row. SQLitePCLRaw counts references to the handle at each, which took a seventh of the time of writing.
/// A null statement is a misuse that SQLite answers with a code.
/// </summary>
static class Native
{
    /// <summary>The library that SQLitePCLRaw brings.</summary>
    const string Library = "e_sqlite3";

    /// <summary>Short enough to be called without leaving managed code: connections have no mutex of their own.</summary>
    [SuppressGCTransition]
    [DllImport(Library, EntryPoint = "sqlite3_bind_int64")]
    public static extern int BindLong(nint statement, int index, long value);

    [SuppressGCTransition]
    [DllImport(Library, EntryPoint = "sqlite3_column_int64")]
    public static extern long ColumnLong(nint statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_step")]
    public static extern int Step(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_reset")]
    public static extern int Reset(nint statement);
}

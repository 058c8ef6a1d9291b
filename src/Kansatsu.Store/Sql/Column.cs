namespace Kansatsu.Store;

/// <summary>A column of a table.</summary>
/// <param name="Type">As SQL says it.</param>
sealed record Column<T>(string Name, string Type, Action<Statement, int, T> Bind, Action<Statement, int, T> Read)
{
    public static Column<T> Number(string name, Func<T, long> get, Action<T, long> set, string type = "INTEGER NOT NULL") =>
        new(name, type, (s, i, row) => s.Bind(i, get(row)), (s, i, row) => set(row, s.Long(i)));
}

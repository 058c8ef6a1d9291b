namespace Kansatsu.Store;

/// <summary>A table whose columns are each defined once: the definition, the insertion and the reading follow from the list.</summary>
/// <typeparam name="T">What a row is in memory.</typeparam>
sealed class Columns<T>(string table, string end, params Column<T>[] columns)
{
    string? _names;

    public IReadOnlyList<Column<T>> All => columns;

    /// <summary>For a SELECT; <see cref="Read"/> takes them in this order.</summary>
    public string Names => _names ??= string.Join(", ", columns.Select(static c => c.Name));

    public string Definition => $"CREATE TABLE {table}({string.Join(", ", columns.Select(static c => $"{c.Name} {c.Type}"))}{end}";

    public string Insertion => $"INSERT OR IGNORE INTO {table}({Names}) VALUES({string.Join(", ", columns.Select(static (_, i) => $"?{i + 1}"))})";

    public void Bind(Statement statement, T row)
    {
        for (var i = 0; i < columns.Length; i++) columns[i].Bind(statement, i + 1, row);
    }

    public void Read(Statement statement, T row)
    {
        for (var i = 0; i < columns.Length; i++) columns[i].Read(statement, i, row);
    }
}

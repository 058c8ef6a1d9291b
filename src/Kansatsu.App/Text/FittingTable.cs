namespace Kansatsu.App.Text;

/// <summary>
/// A table for a screen of a given width: the least needed columns are left out until the rest fits, and the last column is cut to what remains.
/// Without a width it is whole.
/// </summary>
sealed class FittingTable(Page page, int? width, params FittingColumn[] columns)
{
    const int RowsMeasured = 1000;
    const int GapWidth = 2;

    /// <summary>What the last column needs to be worth its place.</summary>
    const int LeastOfLast = 18;

    readonly List<string[]> _waiting = [];
    Table? _table;
    List<int> _shown = [];

    public int Rows { get; private set; }

    /// <summary>Columns that hold something and found no room.</summary>
    public int LeftOut { get; private set; }

    /// <param name="cells">Escaped text, one for each column.</param>
    public void Row(params string[] cells)
    {
        Rows++;
        if (_table is { } table)
        {
            table.Row([.. _shown.Select(i => cells[i])]);
            return;
        }

        _waiting.Add(cells);
        if (_waiting.Count == RowsMeasured) Settle();
    }

    public void End()
    {
        if (_table is null) Settle();
        _table!.End();
    }

    void Settle()
    {
        var widths = Array.ConvertAll([.. Enumerable.Range(0, columns.Length)], WidthOf);
        _shown = [.. Enumerable.Range(0, columns.Length).Where(i => widths[i] > 0)];
        var most = columns[^1].Column.Most;
        if (width is { } room && _shown.Count > 0)
        {
            // The last column may shrink; it counts with the least it needs.
            var last = columns.Length - 1;
            var natural = widths[last];
            widths[last] = Math.Min(natural, LeastOfLast);
            Fit(widths, room);
            if (_shown[^1] == last) most = Math.Min(natural, room - Total(widths) + widths[last]);
        }

        _table = new Table(page, [.. _shown.Select(i => i == columns.Length - 1 ? columns[i].Column with { Most = most } : columns[i].Column)]);
        foreach (var row in _waiting) _table.Row([.. _shown.Select(i => row[i])]);
        _waiting.Clear();
    }

    /// <summary>Leaves out until the rest fits, then takes back what still finds room.</summary>
    void Fit(int[] widths, int room)
    {
        var before = _shown;
        _shown = [.. before];
        while (_shown.Count > 1 && Total(widths) > room) _shown.Remove(_shown.MaxBy(i => columns[i].LeaveOut));
        foreach (var column in before.Except(_shown).OrderBy(i => columns[i].LeaveOut).ToList())
            if (Total(widths) + GapWidth + widths[column] <= room) _shown.Add(column);
        _shown.Sort();
        LeftOut = before.Count - _shown.Count;
    }

    int Total(int[] widths) => _shown.Sum(i => widths[i]) + (GapWidth * (_shown.Count - 1));

    int WidthOf(int column)
    {
        var widest = _waiting.Count == 0 ? 0 : _waiting.Max(r => DisplayWidth.Of(r[column]));
        if (columns[column].Column.Most is { } most) widest = Math.Min(widest, most);
        return widest == 0 ? 0 : Math.Max(widest, DisplayWidth.Of(columns[column].Column.Heading));
    }
}

/// <param name="LeaveOut">The larger, the sooner it is left out.</param>
sealed record FittingColumn(int LeaveOut, Column Column);

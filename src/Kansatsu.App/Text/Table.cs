namespace Kansatsu.App.Text;

/// <summary>
/// Aligned rows. Column widths come from the first rows, so a table of a million rows needs no more memory than one of a thousand; later cells that
/// are wider push their row, nothing is cut unless the column says so.
/// </summary>
sealed class Table(Page page, params Column[] columns)
{
    const int RowsMeasured = 1000;
    const string Gap = "  ";

    readonly List<string[]> _waiting = [];
    int[]? _widths;

    public int Rows { get; private set; }

    /// <param name="cells">Escaped text, one for each column.</param>
    public void Row(params string[] cells)
    {
        Rows++;
        for (var i = 0; i < cells.Length; i++)
            if (columns[i].Most is { } most) cells[i] = DisplayWidth.Cut(cells[i], most);
        if (_widths is not null)
        {
            Write(cells, header: false);
            return;
        }

        _waiting.Add(cells);
        if (_waiting.Count == RowsMeasured) Settle();
    }

    public void End()
    {
        if (_widths is null) Settle();
        page.Flush();
    }

    void Settle()
    {
        _widths = new int[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            var width = _waiting.Count == 0 ? 0 : _waiting.Max(r => DisplayWidth.Of(r[i]));
            _widths[i] = width == 0 ? 0 : Math.Max(width, DisplayWidth.Of(columns[i].Heading));
        }

        if (_waiting.Count > 0) Write([.. columns.Select((c, i) => _widths[i] == 0 ? "" : c.Heading)], header: true);
        foreach (var row in _waiting) Write(row, header: false);
        _waiting.Clear();
    }

    void Write(string[] cells, bool header)
    {
        var last = columns.Length - 1;
        while (last > 0 && cells[last].Length == 0) last--;
        for (var i = 0; i <= last; i++)
        {
            if (_widths![i] == 0 && cells[i].Length == 0) continue;
            var cell = columns[i].IsRight ? DisplayWidth.PadLeft(cells[i], _widths[i]) : i == last ? cells[i] : DisplayWidth.PadRight(cells[i], _widths[i]);
            page.Text(cell, header ? Style.Bold : columns[i].Style);
            if (i != last) page.Text(Gap);
        }

        page.Line();
    }
}

/// <param name="Most">Cells wider than this are cut with an ellipsis; null = never.</param>
sealed record Column(string Heading, bool IsRight = false, int? Most = null, Style Style = Style.Plain);

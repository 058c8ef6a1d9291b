using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>The picture of a timeline: a row of blocks for each of what was carried, an axis of times, and marked windows under it.</summary>
sealed class TimelineChart
{
    const int LabelWidth = 18;
    const int SumWidth = 9;
    const int PeakWidth = 9;
    const int Gap = 2;
    const int FewestColumns = 20;

    /// <summary>Screens narrower than this do not show the peaks.</summary>
    const int WidthForPeaks = 96;
    const int MostColumnsPerBin = 4;
    const int ProtocolsShown = 6;

    readonly TimelineBins _bins;
    readonly Request _request;
    readonly Page _page;
    readonly bool _showsPeaks;
    readonly int _columns;
    readonly List<Row> _rows = [];

    public TimelineChart(TimelineBins bins, Request request, Page page, int width)
    {
        (_bins, _request, _page) = (bins, request, page);
        (_showsPeaks, _columns) = (width >= WidthForPeaks, ColumnsOf(width));
        AddRows();
    }

    /// <summary>How many columns of blocks fit on a screen.</summary>
    public static int ColumnsOf(int width) => Math.Max(FewestColumns, width - LabelWidth - SumWidth - Gap - (width >= WidthForPeaks ? PeakWidth : 0));

    public void Write()
    {
        var numbers = Numbers();
        WriteHead(numbers);
        for (var at = 0; at < numbers.Count;)
        {
            // A block holds as many bins as fit; stretches without a packet make no empty blocks.
            var span = numbers[^1] - numbers[at] + 1;
            var stretch = (int)Math.Clamp(_columns / span, 1, MostColumnsPerBin);
            var count = (int)Math.Min(span, _columns / stretch);
            if (at > 0) _page.Line();
            WriteBlock(numbers[at], count, stretch);
            var end = numbers[at] + count;
            while (at < numbers.Count && numbers[at] < end) at++;
        }
    }

    string Say(string english, string japanese) => _request.Say(english, japanese);

    List<long> Numbers()
    {
        List<long> numbers = [.. _bins.Bins.Keys];
        if (_request.Limit is not { } limit || numbers.Count == 0) return numbers;
        var first = numbers[0];
        return numbers.FindAll(n => n - first < limit);
    }

    void AddRows()
    {
        var all = _bins.All;
        var peak = Peak(static s => s.Total);
        Add(Say("total", "合計"), Style.Bold, static s => s.Total, peak);
        Add("IPv6", Style.Good, static s => s.Ipv6, peak);
        Add("IPv4", Style.Plain, static s => s.Ipv4, peak);
        _rows.Add(Row.Heading(Say("by cause", "原因別")));
        foreach (var (kind, _) in all.Causes.OrderByDescending(c => Value(c.Amount)).ThenBy(c => c.Kind))
            Add(CauseNames.Of(kind), CauseWords.StyleOf(kind), s => s.Of(kind));
        _rows.Add(Row.Heading(Say("by protocol", "プロトコル別")));
        foreach (var (protocol, _) in all.Protocols.OrderByDescending(p => Value(p.Amount)).Take(ProtocolsShown))
            Add(protocol, Style.Plain, s => s.Of(protocol));
    }

    void Add(string label, Style style, Func<TrafficSum, Amount> of, long? scale = null)
    {
        var sum = Value(of(_bins.All));
        if (sum > 0) _rows.Add(new Row(label, style, of, sum, Peak(of), scale ?? Peak(of)));
    }

    long Peak(Func<TrafficSum, Amount> of) => _bins.Bins.Values.Max(s => Value(of(s)));

    long Value(Amount amount) => _request.Bins!.CountsPackets ? amount.Packets : amount.Bytes;

    string Text(long value) => _request.Bins!.CountsPackets ? Quantity.Count(value) : Quantity.Bytes(value);

    void WriteHead(List<long> numbers)
    {
        var clock = _request.Clock;
        var (first, last) = (_bins.First, _bins.Last);
        var end = clock.Date(first) == clock.Date(last) ? clock.DateAndTime(last)[11..] : clock.DateAndTime(last);
        var unit = _request.Bins!.CountsPackets ? Say("packets", "パケット") : Say("bytes", "バイト");
        _page.Text($"{clock.DateAndTime(first)} – {end} {clock.Offset(first)}", Style.Bold);
        _page.Line(Say($" · {unit} in bins of {BinText.Of(_bins.Length)}", $" · {BinText.Of(_bins.Length)} ごとの{unit}"));
        var left = new string(' ', LabelWidth) + DisplayWidth.PadLeft(Say("sum", "計"), SumWidth) + (_showsPeaks ? DisplayWidth.PadLeft(Say("peak", "最大"), PeakWidth) : "");
        var note = Say("IPv6, IPv4 scaled as total; other rows alone", "合計・IPv6・IPv4 は共通の目盛、他は行ごと");
        _page.Text(left + new string(' ', Gap) + DisplayWidth.Cut(note, _columns), Style.Dim).Line();
        if (numbers.Count < _bins.Bins.Count)
            _page.Text(Say($"  the first {_request.Limit} bins; sums are of all", $"  最初の {_request.Limit} 区間。計は全体"), Style.Dim).Line();
    }

    void WriteBlock(long first, int count, int stretch)
    {
        var values = new long[count];
        foreach (var row in _rows)
        {
            if (row.Of is not { } of)
            {
                _page.Text(row.Label, Style.Dim).Line();
                continue;
            }

            for (var i = 0; i < count; i++) values[i] = _bins.Bins.TryGetValue(first + i, out var sum) ? Value(of(sum)) : 0;
            _page.Text("  ").Pad(DisplayWidth.Cut(row.Label, LabelWidth - 2), LabelWidth - 2).Text(DisplayWidth.PadLeft(Text(row.Sum), SumWidth));
            if (_showsPeaks) _page.Text(DisplayWidth.PadLeft(Text(row.Peak), PeakWidth), Style.Dim);
            _page.Text(new string(' ', Gap)).Text(Sparkline.Of(values, row.Scale, stretch).TrimEnd(), row.Style).Line();
        }

        var margin = new string(' ', LabelWidth + SumWidth + (_showsPeaks ? PeakWidth : 0) + Gap);
        _page.Line(margin + new TimeAxis(_request.Clock, _bins.Length, stretch).Write(_bins.StartOf(first), count));
        foreach (var window in _bins.Windows) WriteBand(window.Window, first, count, stretch, margin.Length);
    }

    void WriteBand(Window window, long first, int count, int stretch, int margin)
    {
        var (from, to) = _bins.Touched(window);
        (from, to) = (Math.Max(0, from - first), Math.Min(count - 1, to - first));
        if (from > to) return;
        _page.Text("  ").Pad(DisplayWidth.Cut(WireText.Escape(window.Name), margin - Gap - 2), margin - 2);
        _page.Text(new string(' ', (int)from * stretch)).Text(new string('━', (int)(to - from + 1) * stretch), Style.Notice).Line();
    }

    /// <param name="Of">What is drawn; null for a heading.</param>
    /// <param name="Scale">What a full block stands for.</param>
    sealed record Row(string Label, Style Style, Func<TrafficSum, Amount>? Of, long Sum, long Peak, long Scale)
    {
        public static Row Heading(string label) => new(label, Style.Dim, null, 0, 0, 0);
    }
}

using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu timeline`: traffic over time, drawn with block characters, or an object a bin.</summary>
static class TimelineView
{
    /// <summary>What the default length of a bin is chosen for when nobody looks.</summary>
    const int BinsForPrograms = 60;

    public static int Run(Request request, Terminal terminal)
    {
        if (request.AsksStore) return OfStore(request, terminal);
        using var observation = Observation.Of(request, terminal);
        var timeline = observation.Observer.Timeline!;
        var bins = new TimelineBins(observation.Observer, request.Bins?.Length is not null, request.Json ? BinsForPrograms : TimelineChart.ColumnsOf(terminal.Width));
        if (request.Json) TimelineJson.Write(bins, request, terminal);
        else WriteText(bins, request, terminal);
        if (timeline.IsLonger) terminal.Error.WriteLine($"kansatsu: bins of that length would need too many records; they are {BinText.Of(timeline.Length)} long");
        return observation.Report();
    }

    static int OfStore(Request request, Terminal terminal)
    {
        using var store = SqliteStore.OpenToRead(request.Store!);
        var columns = request.Json ? BinsForPrograms : TimelineChart.ColumnsOf(terminal.Width);
        var bins = new TimelineBins(store.Queries.Traffic(StoredView.RangeOf(request, store), columns, request.Bins?.Length), request.Windows);
        if (request.Json) TimelineJson.Write(bins, request, terminal);
        else WriteText(bins, request, terminal);
        return ExitCode.Done;
    }

    static void WriteText(TimelineBins bins, Request request, Terminal terminal)
    {
        using var page = new Page(terminal.Output, request.Color);
        if (bins.Bins.Count == 0)
        {
            if (!request.Quiet) page.Line(request.Say("no IP packet was seen", "IP パケットは見られなかった"));
            return;
        }

        new TimelineChart(bins, request, page, terminal.Width).Write();
        foreach (var window in bins.Windows) new WindowTable(window, bins, request, page).Write();
    }
}

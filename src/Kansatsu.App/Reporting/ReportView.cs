using System.Text;
using Kansatsu.App.Exporting;
using Kansatsu.App.Keeping;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Views;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Reporting;

/// <summary>`kansatsu report`: one page of a store or of captures, which are read into a throw-away store first (docs/decisions/0008).</summary>
static class ReportView
{
    /// <summary>A store's finest sums are of minutes: captures shorter than this are read once more for a finer curve.</summary>
    const long Short = 3 * 3600 * Timestamp.PerSecond;

    public static int Run(Request request, Terminal terminal)
    {
        if (terminal.OutputIsScreen && request.Output is null or "-")
        {
            terminal.Error.WriteLine("kansatsu: a page is not for the screen; name a file: -o report.html");
            return ExitCode.Usage;
        }

        return request.Files.Count > 0 ? OfCaptures(request, terminal) : OfStore(request, terminal);
    }

    static int OfStore(Request request, Terminal terminal)
    {
        using var store = SqliteStore.OpenToRead(request.Store!);
        return Write(new FactsGatherer(store.Queries, request).Gather(StoredView.RangeOf(request, store), null), request, terminal) ?? ExitCode.Done;
    }

    static int OfCaptures(Request request, Terminal terminal)
    {
        var folder = Directory.CreateTempSubdirectory("kansatsu-report-");
        try
        {
            var path = Path.Combine(folder.FullName, "observations.db");
            // Nothing may be let go: it is all of one report.
            using (var fresh = SqliteStore.Open(path)) fresh.Budget = new StoreBudget(36500, 1L << 42);
            using var observation = new Import(request with { Store = path }, terminal).Run();
            using var store = SqliteStore.OpenToRead(path);
            var facts = new FactsGatherer(store.Queries, request).Gather(StoreRange.All, Fine(request, terminal, store.Queries.Status()));
            var told = observation.Report();
            return told == ExitCode.Unavailable ? told : Write(facts, request, terminal) ?? told;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The exact timeline of captures that are short or have marked windows; null where the store's sums are fine enough.</summary>
    static TimelineBins? Fine(Request request, Terminal terminal, StoreStatus status)
    {
        if (status.First is not { } first || status.Last is not { } last || (last.Since(first) > Short && request.Windows.Count == 0)) return null;
        using var again = Observation.Of(request with { Bins = new Bins(null, CountsPackets: false) }, terminal);
        return new TimelineBins(again.Observer, isLengthGiven: false, Curve.MostBins);
    }

    /// <returns>The exit code when nothing was written; null when the page is there.</returns>
    static int? Write(ReportFacts? facts, Request request, Terminal terminal)
    {
        if (facts is null || facts.Packets == 0)
        {
            terminal.Error.WriteLine("kansatsu: there is no traffic to report; nothing was written");
            return ExitCode.Incomplete;
        }

        using var output = Output.TryOpen(request.Output, terminal);
        if (output is null) return ExitCode.Unavailable;
        output.Stream.Write(Encoding.UTF8.GetBytes(ReportPage.Write(facts, request)));
        output.Keep();
        return null;
    }
}

using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Diary;
using Kansatsu.App.Observing;
using Kansatsu.App.Keeping;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.App.Views;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Reporting;

/// <summary>Asks a store for everything that a report tells.</summary>
sealed class FactsGatherer(StoreQueries store, Request request)
{
    const int PeersShown = 25;
    const int MovesKnown = 2000;
    const int BurstsKnown = 20_000;
    const int ChannelsShown = 24;
    const int DaysTold = 14;

    /// <param name="fine">The exact timeline, when the captures were short enough for one; null = the store's sums tell.</param>
    /// <returns>Null when there is no traffic in the range.</returns>
    public ReportFacts? Gather(StoreRange range, TimelineBins? fine)
    {
        var status = store.Status();
        if (status.First is not { } first || status.Last is not { } last) return null;
        var shares = store.Timeline(new TimelineQuery(range, TimelineBy.Family, Curve.MostBins));
        var channels = Documents(DocumentKinds.Channel, range).Take(ChannelsShown).ToList();
        return new ReportFacts
        {
            First = range.From is { } from && from > first ? from : first,
            Last = range.To is { } to && to < last ? to : last,
            Sources = status.Sources,
            Reads = Documents(DocumentKinds.Read, range),
            IsWhole = range == StoreRange.All,
            Curve = fine is null ? Curve.Of(store, range) : Curve.Of(fine),
            Ipv6 = Sum(shares, "6"),
            Ipv4 = Sum(shares, "4"),
            Causes = store.Causes(range),
            Peers = store.Peers(new PeersQuery(range) { WithoutOwn = true, Limit = PeersShown }),
            Moves = store.Moves(range, MovesKnown),
            Channels = channels,
            Bursts = channels.Select(static c => c.Text("id")).Distinct(StringComparer.Ordinal).ToDictionary(static id => id, id => store.Bursts(id, range, BurstsKnown), StringComparer.Ordinal),
            Telegrams = Documents(DocumentKinds.Telegram, range),
            Findings = [.. StoreFindings.In(store, range, Novelties.Of(store, request.Clock)).Select(static d => JsonDocument.Parse(d.Json).RootElement).OrderBy(Rank)],
            Diary = Diary(range),
            Anomalies = Documents(DocumentKinds.Anomaly, range),
            Windows = [.. request.Windows.Select(w => fine is null ? Shares(w, range) : Shares(fine.Windows.First(s => s.Window == w)))],
        };
    }

    List<JsonElement> Documents(string kind, StoreRange range) =>
        [.. store.Documents(new DocumentQuery(kind, range)).Select(static d => JsonDocument.Parse(d.Json).RootElement)];

    /// <summary>The days of the range, the newest last; of a long range the last few.</summary>
    List<DiaryDay> Diary(StoreRange range)
    {
        var reader = new DayReader(store, request.Clock, Novelties.Of(store, request.Clock));
        var days = reader.Days.Where(day => reader.RangeOf(day) is var whole && (range.From is not { } from || whole.To > from) && (range.To is not { } to || whole.From < to));
        return [.. days.TakeLast(DaysTold).Select(day => new DiaryDay(day, reader.Read(day) is { } facts ? DiaryWriter.Write(facts, request.Clock) : []))];
    }

    static int Rank(JsonElement finding) => finding.Text("severity") switch
    {
        "alert" => 0,
        "warning" => 1,
        "notice" => 2,
        _ => 3,
    };

    static FamilySum Sum(TimelineAnswer answer, string key)
    {
        var series = answer.Series.FirstOrDefault(s => s.Key == key);
        return series is null ? default : new FamilySum(series.Flows.Sum(), series.Packets.Sum(), series.Bytes.Sum());
    }

    WindowShares Shares(Window window, StoreRange range)
    {
        return new WindowShares(window, Share(new(range.From, window.From)), Share(new(window.From, window.To)), Share(new(window.To, range.To)));

        double? Share(StoreRange part)
        {
            var answer = store.Timeline(new TimelineQuery(part, TimelineBy.Family, Curve.MostBins));
            return Ratio(Sum(answer, "6").Bytes, Sum(answer, "4").Bytes);
        }
    }

    static WindowShares Shares(WindowSums sums) => new(sums.Window, Of(sums.At(-1)), Of(sums.At(0)), Of(sums.At(1)));

    static double? Of(TrafficSum sum) => Ratio(sum.Ipv6.Bytes, sum.Ipv4.Bytes);

    static double? Ratio(long ipv6, long ipv4) => ipv6 + ipv4 == 0 ? null : (double)ipv6 / (ipv6 + ipv4);
}

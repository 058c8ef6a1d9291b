using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Reporting;

/// <summary>Bytes over time, in bins that follow one another without a gap.</summary>
/// <param name="Start">Begin of the first bin.</param>
/// <param name="Bin">Nanoseconds.</param>
/// <param name="Causes">Of each cause that carried anything, bytes in each bin.</param>
/// <param name="Ipv6">Bytes in each bin.</param>
sealed record Curve(Timestamp Start, long Bin, int Count, IReadOnlyList<(string Kind, long[] Bytes)> Causes, long[] Ipv6, long[] Ipv4)
{
    public const int MostBins = 160;

    public Timestamp End => Start.Add(Bin * Count);

    /// <summary>From the exact timeline of captures that are short.</summary>
    public static Curve Of(TimelineBins bins)
    {
        var (from, to) = bins.Bins.Count == 0 ? (0L, 0L) : (bins.Bins.First().Key, bins.Bins.Last().Key);
        var count = (int)(to - from + 1);
        var causes = new Dictionary<CauseKind, long[]>();
        var (ipv6, ipv4) = (new long[count], new long[count]);
        foreach (var (number, sum) in bins.Bins)
        {
            var at = (int)(number - from);
            (ipv6[at], ipv4[at]) = (sum.Ipv6.Bytes, sum.Ipv4.Bytes);
            foreach (var (kind, amount) in sum.Causes)
            {
                if (!causes.TryGetValue(kind, out var series)) causes.Add(kind, series = new long[count]);
                series[at] = amount.Bytes;
            }
        }

        return new Curve(bins.StartOf(from), bins.Length, count, [.. causes.Select(c => (CauseNames.Of(c.Key), c.Value)).OrderByDescending(c => c.Value.Sum())], ipv6, ipv4);
    }

    /// <summary>From the sums of a store.</summary>
    public static Curve Of(StoreQueries store, StoreRange range)
    {
        var byCause = store.Timeline(new TimelineQuery(range, TimelineBy.Cause, MostBins));
        var byFamily = store.Timeline(new TimelineQuery(range, TimelineBy.Family, MostBins));
        var count = byCause.Times.Count;
        return new Curve(
            count > 0 ? byCause.Times[0] : byCause.From, byCause.Bin, count, [.. byCause.Series.Select(s => (s.Key, s.Bytes)).OrderByDescending(s => s.Bytes.Sum())],
            Family(byFamily, "6", count), Family(byFamily, "4", count));
    }

    static long[] Family(TimelineAnswer answer, string key, int count) => answer.Series.FirstOrDefault(s => s.Key == key)?.Bytes ?? new long[count];
}

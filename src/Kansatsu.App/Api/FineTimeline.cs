using Kansatsu.Analysis;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Api;

/// <summary>
/// Traffic over short spans. The store's finest sums are of minutes, too coarse for what lasts minutes; so the flows themselves answer, each spread
/// evenly over its life. That is right for the many that last seconds and an approximation for long ones, so the answer says where it comes from.
/// </summary>
static class FineTimeline
{
    /// <summary>Longer spans are told well enough by minutes.</summary>
    static readonly long s_longest = 30 * 60 * Timestamp.PerSecond;

    /// <summary>Flows that began so long before the span may still reach into it.</summary>
    static readonly long s_before = 15 * 60 * Timestamp.PerSecond;

    /// <summary>More flows than these take too long to look at one by one.</summary>
    const int MostFlows = 20_000;

    static readonly double[] s_bins = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30];

    /// <param name="Tier">"minute", "hour", "day", or "flows" when flows were spread.</param>
    public sealed record Answer(TimelineAnswer Timeline, string Tier)
    {
        public Answer(TimelineAnswer timeline)
            : this(timeline, timeline.Tier.ToString().ToLowerInvariant())
        {
        }
    }

    /// <returns>Null when the sums of minutes have to do.</returns>
    public static Answer? TryFind(StoreQueries store, TimelineQuery query)
    {
        if (Ends(store, query.Range) is not { } ends) return null;
        var (from, to) = ends;
        var span = to.Since(from);
        if (span <= 0 || span > s_longest) return null;
        var bin = BinFor(span, query.Points);
        var first = from.Nanoseconds / bin * bin;
        var length = (int)((to.Nanoseconds - first + bin - 1) / bin);
        var sums = new Dictionary<string, TimelineSeries>(StringComparer.Ordinal);
        var left = MostFlows;
        foreach (var (_, flow) in store.EachFlow(new StoreRange(from.Add(-s_before), to), FlowQuery.Everything, MostFlows))
        {
            left--;
            if (!Takes(query, flow) || flow.Last < from) continue;
            var key = KeyOf(query.By, flow);
            if (!sums.TryGetValue(key, out var series)) sums.Add(key, series = new TimelineSeries(key, new long[length], new long[length], new long[length]));
            Spread(series, flow, new Timestamp(first), bin);
        }

        if (left == 0) return null;
        Timestamp[] times = [.. Enumerable.Range(0, length).Select(i => new Timestamp(first + (i * bin)))];
        return new Answer(new TimelineAnswer(from, to, bin, Tier.Minute, times, [.. sums.Values]), "flows");
    }

    static (Timestamp From, Timestamp To)? Ends(StoreQueries store, StoreRange range)
    {
        if (range is { From: { } from, To: { } to }) return (from, to);
        var status = store.Status();
        if (status.First is not { } first || status.Last is not { } last) return null;
        return (range.From ?? first, range.To ?? last.Add(1));
    }

    static long BinFor(long span, int points)
    {
        foreach (var seconds in s_bins)
            if ((long)(seconds * Timestamp.PerSecond) is var bin && span / bin < points) return bin;
        return 60 * Timestamp.PerSecond;
    }

    static bool Takes(TimelineQuery query, FlowRecord flow) =>
        (query.Family is not { } family || flow.Family == family)
        && (query.Cause is not { } cause || flow.Cause.Kind == cause)
        && (query.Peer is not { } peer || peer.Contains(flow.Initiator) || peer.Contains(flow.Responder));

    static string KeyOf(TimelineBy by, FlowRecord flow) => by switch
    {
        TimelineBy.Cause => CauseNames.Of(flow.Cause.Kind),
        TimelineBy.Family => flow.Family == 4 ? "4" : "6",
        _ => ProtocolNames.Of(flow.Protocol) + (flow.Application.Length > 0 ? "/" + flow.Application : ""),
    };

    static void Spread(TimelineSeries series, FlowRecord flow, Timestamp begin, long bin)
    {
        var length = series.Packets.Length;
        var (first, last) = (IndexOf(flow.First, begin, bin), IndexOf(flow.Last, begin, bin));
        if (first >= 0 && first < length) series.Flows[first]++;
        var bins = last - first + 1;
        for (var i = Math.Max(first, 0); i <= Math.Min(last, length - 1); i++)
        {
            series.Packets[i] += Part(flow.Packets, i - first, bins);
            series.Bytes[i] += Part(flow.Bytes, i - first, bins);
        }
    }

    static long IndexOf(Timestamp time, Timestamp begin, long bin) => (long)Math.Floor((double)time.Since(begin) / bin);

    /// <summary>Parts that are whole numbers and add up to the whole.</summary>
    static long Part(long whole, long index, long parts) => (whole * (index + 1) / parts) - (whole * index / parts);
}

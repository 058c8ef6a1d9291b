using System.Diagnostics;
using System.Globalization;
using Kansatsu.Analysis;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.Bench.Stores;

/// <summary>Fills a store with made-up flows, and says how fast and how large.</summary>
static class StoreFill
{
    static readonly Timestamp s_begin = Timestamp.FromSeconds(1_780_272_000);

    public static int Run(long flows, int days, string path)
    {
        using var store = SqliteStore.Open(path);
        store.Budget = new StoreBudget(Days: 36500, Bytes: long.MaxValue);
        var made = new MadeUpTraffic(seed: 1);
        var step = days * 86400 * Timestamp.PerSecond / flows;
        var watch = Stopwatch.StartNew();
        var making = MeasureMaking(flows, step);
        watch.Restart();
        using (var writer = store.Begin(new SourceFacts(new byte[] { 1 }, "made up", 1, 0)))
        {
            var parts = new List<FlowPart>();
            for (var i = 0L; i < flows; i++)
            {
                var flow = made.Next(s_begin.Add(i * step));
                Divide(flow, parts);
                writer.Add(flow, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(parts));
                if (i % 1_000_000 == 999_999) Say($"{i + 1:n0} flows, {(i + 1) / watch.Elapsed.TotalSeconds:n0} a second, {store.Queries.Status().Bytes / 1e6:n0} MB");
            }

            writer.Complete(new SourceHealth(0, 0, null, new Dictionary<string, long>()));
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var bytes = store.Queries.Status().Bytes;
        Say($"{flows:n0} flows over {days} days: {flows / seconds:n0} flows/s ({flows / (seconds - making):n0} without making them up), {bytes / (double)flows:n1} bytes a flow, {bytes / 1e9:n2} GB");
        return 0;
    }

    static void Say(string line) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line}"));

    /// <summary>Seconds that making the flows up takes alone, from a small number of them.</summary>
    static double MeasureMaking(long flows, long step)
    {
        var (made, few) = (new MadeUpTraffic(seed: 1), (int)Math.Min(flows, 200_000));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < few; i++) made.Next(s_begin.Add(i * step));
        return watch.Elapsed.TotalSeconds / few * flows;
    }

    /// <summary>A flow that goes over the end of a minute carries half before it and half behind.</summary>
    static void Divide(FlowRecord flow, List<FlowPart> parts)
    {
        const long minute = 60 * Timestamp.PerSecond;
        parts.Clear();
        var (first, last) = (flow.First.Nanoseconds / minute, flow.Last.Nanoseconds / minute);
        if (first == last)
        {
            parts.Add(new FlowPart(new(first * minute), flow.PacketsOut, flow.PacketsBack, flow.BytesOut, flow.BytesBack));
            return;
        }

        parts.Add(new FlowPart(new(last * minute), flow.PacketsOut / 2, flow.PacketsBack / 2, flow.BytesOut / 2, flow.BytesBack / 2));
        parts.Add(new FlowPart(new(first * minute), flow.PacketsOut - (flow.PacketsOut / 2), flow.PacketsBack - (flow.PacketsBack / 2), flow.BytesOut - (flow.BytesOut / 2), flow.BytesBack - (flow.BytesBack / 2)));
    }
}

using System.Diagnostics;
using System.Globalization;
using Kansatsu.Analysis;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.Bench.Stores;

/// <summary>Asks a filled store what the pages ask, and says how long each question takes.</summary>
static class StoreAsk
{
    const int Times = 40;
    const int Warm = 3;

    public static int Run(string path)
    {
        using var store = SqliteStore.OpenToRead(path);
        var (ask, random) = (store.Queries, new Random(7));
        var status = ask.Status();
        var (first, last) = (status.First!.Value, status.Last!.Value);
        var day = new StoreRange(last.Add(-86400 * Timestamp.PerSecond), null);
        var week = new StoreRange(last.Add(-7 * 86400 * Timestamp.PerSecond), null);
        var month = new StoreRange(last.Add(-30L * 86400 * Timestamp.PerSecond), null);
        Console.WriteLine($"{"question",-44} {"p50 ms",8} {"p95 ms",8}");
        Measure("status", () => ask.Status());
        Measure("days", () => ask.Days(static _ => 0));
        foreach (var (name, range) in ((string, StoreRange)[])[("all", StoreRange.All), ("30 days", month), ("7 days", week), ("1 day", day)])
        {
            foreach (var by in Enum.GetValues<TimelineBy>()) Measure($"timeline by {by}, {name}", () => ask.Timeline(new TimelineQuery(range, by)));
            Measure($"timeline of a /48, {name}", () => ask.Timeline(new TimelineQuery(range, TimelineBy.Cause) { Peer = Peer($"2600:0:{random.Next(4000):x}::/48") }));
            Measure($"causes, {name}", () => ask.Causes(range));
            foreach (var by in Enum.GetValues<PeersBy>()) Measure($"peers by {by}, {name}", () => ask.Peers(new PeersQuery(range, by)));
            Measure($"peers of scans, {name}", () => ask.Peers(new PeersQuery(range) { Cause = CauseKind.Scan }));
            Measure($"moves, {name}", () => ask.Moves(range));
        }

        foreach (var filter in (string[])["", "cause:scan", "cause:unexplained", "cause:attack", "family:4", "protocol:udp", "protocol:sctp", "app:mdns", "direction:in", "confidence:certain", "confidence:guess", "port:443", "port:6379"])
            Measure($"flows {filter}", () => Flows(filter));
        Measure("flows port:(any)", () => Flows($"port:{random.Next(1024, 65536)}"));
        Measure("flows name:(any)", () => Flows($"name:{MadeUpTraffic.NameOf(random.Next(MadeUpTraffic.Names))}"));
        Measure("flows name:(part)", () => Flows($"site-{random.Next(2000)}"));
        Measure("flows peer:(IPv6 /48)", () => Flows($"peer:2600:0:{random.Next(4000):x}::/48"));
        Measure("flows peer:(home host)", () => Flows($"peer:2001:db8:c67::{0x1000 + random.Next(30):x}"));
        Measure("flows peer:(IPv4 /24)", () => Flows($"peer:{random.Next(1, 200)}.{random.Next(256)}.{random.Next(256)}.0/24"));
        Measure("flows peer:(IPv4 /8)", () => Flows($"peer:{random.Next(1, 200)}.0.0.0/8"));
        Measure("flows -cause:scan -app:tls name:9 family:6", () => Flows("-cause:scan -app:tls family:6"));
        Measure("complete name", () => ask.Complete("name", $"www{random.Next(7)}.site-{random.Next(100)}", StoreRange.All));
        foreach (var field in (string[])["cause", "port", "peer", "protocol"]) Measure($"complete {field}", () => ask.Complete(field, "", StoreRange.All));
        var some = ask.Flows(StoreRange.All, FlowQuery.Everything, 1).Flows[0];
        Measure("flow by key", () => ask.Flow(some.Key));
        Measure("flow by id and time", () => ask.Flow(some.Flow.Id, some.Flow.First));
        return 0;

        FlowPage Flows(string text)
        {
            if (!FlowQuery.TryParse(text, out var query, out var problem)) throw new FormatException(problem);
            return ask.Flows(StoreRange.All, query, 100);
        }
    }

    static Ipv6Prefix Peer(string text) => Ipv6Prefix.TryParse(text, out var prefix) ? prefix : throw new FormatException(text);

    static void Measure<T>(string name, Func<T> ask)
    {
        var taken = new List<double>();
        for (var i = 0; i < Warm + Times && taken.Sum() < 20_000; i++)
        {
            var watch = Stopwatch.StartNew();
            ask();
            if (i >= Warm || watch.ElapsedMilliseconds > 1000) taken.Add(watch.Elapsed.TotalMilliseconds);
        }

        taken.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-44} {taken[taken.Count / 2],8:0.0} {taken[Math.Min(taken.Count - 1, taken.Count * 95 / 100)],8:0.0}"));
    }
}

using Kansatsu.Analysis;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Store;

public class TierTests
{
    const long Minute = 60 * Timestamp.PerSecond;

    [Fact]
    public void A_long_flow_counts_where_it_carried_and_begins_once()
    {
        using var store = new TemporaryStore();
        var flow = TemporaryStore.Flow(0) with { Last = TemporaryStore.At(600), PacketsOut = 3, PacketsBack = 3, BytesOut = 300, BytesBack = 3000 };
        var bin = flow.First.Nanoseconds / Minute;
        using (var writer = store.Store.Begin(TemporaryStore.Source("long")))
        {
            writer.Add(flow, [new(new((bin + 10) * Minute), 2, 1, 200, 1000), new(new(bin * Minute), 1, 2, 100, 2000)]);
            writer.Complete(TemporaryStore.Health);
        }

        var answer = store.Ask.Timeline(new TimelineQuery(StoreRange.All, TimelineBy.Cause, 1000));
        var series = Assert.Single(answer.Series);
        Assert.Equal((Tier.Minute, Minute, "own-software"), (answer.Tier, answer.Bin, series.Key));
        Assert.Equal([2100, 1200], series.Bytes.Where(b => b > 0));
        Assert.Equal(10, Array.LastIndexOf(series.Bytes, 1200) - Array.IndexOf(series.Bytes, 2100));
        Assert.Equal((1, 6), (series.Flows.Sum(), series.Packets.Sum()));
    }

    [Fact]
    public void Every_tier_adds_up_to_the_flows()
    {
        using var store = new TemporaryStore();
        List<FlowRecord> flows = [.. Enumerable.Range(0, 3000).Select(i => TemporaryStore.Flow(i * 200.0, i % 2 == 0 ? $"2001:db8:{i % 7}::1" : $"198.51.100.{i % 9}", (CauseKind)(i % 5)))];
        store.With(flows[..1000]).With(flows[1000..]);
        foreach (var points in new[] { 100_00, 500, 20 })
        {
            foreach (var by in Enum.GetValues<TimelineBy>())
            {
                var answer = store.Ask.Timeline(new TimelineQuery(StoreRange.All, by, points));
                Assert.Equal((3000, flows.Sum(f => f.Bytes), flows.Sum(f => f.Packets)),
                    (answer.Series.Sum(s => s.Flows.Sum()), answer.Series.Sum(s => s.Bytes.Sum()), answer.Series.Sum(s => s.Packets.Sum())));
            }
        }

        var causes = store.Ask.Causes(StoreRange.All, 6).Causes;
        Assert.Equal(flows.Where(f => f.Family == 6).GroupBy(f => f.Cause.Kind).ToDictionary(g => g.Key, g => g.LongCount()), causes.ToDictionary(c => c.Kind, c => c.Flows));
        Assert.Equal(3000, store.Ask.Days(static _ => 0).Sum(d => d.Flows));
        Assert.Equal(3000, store.Ask.Traffic(StoreRange.All, 50).Parts.Sum(p => p.Flows));
    }

    [Fact]
    public void Peers_are_joined_by_name_and_by_network()
    {
        using var store = new TemporaryStore();
        store.With(
            TemporaryStore.Flow(0, "2001:db8:1:2::3") with { Name = "x.example" }, TemporaryStore.Flow(4000, "198.51.100.9") with { Name = "x.example" },
            TemporaryStore.Flow(8000, "2001:db8:1:3::4"), TemporaryStore.Flow(9000, "198.51.100.7", CauseKind.Scan) with { Way = FlowWay.In, Initiator = Ipv6Address.Parse("198.51.100.7"), Responder = Ipv6Address.Parse("192.0.2.1"), BytesOut = 1, BytesBack = 2 });
        var named = store.Ask.Peers(new PeersQuery(StoreRange.All));
        Assert.Equal(3, named.Total);
        var first = named.Peers[0];
        Assert.Equal(("x.example", 2, true, true, 400, 2000), (first.Name, first.Flows, first.HasIpv4, first.HasIpv6, first.BytesTo, first.BytesFrom));
        Assert.Equal((TemporaryStore.At(0), TemporaryStore.At(4001)), (first.First, first.Last));
        var scanner = named.Peers[^1];
        Assert.Equal((2, 1, "198.51.100.7/32"), (scanner.BytesTo, scanner.BytesFrom, scanner.Net.ToString()));
        Assert.Equal(["2001:db8:1::/48", "198.51.100.0/24"], store.Ask.Peers(new PeersQuery(StoreRange.All, PeersBy.Net48)).Peers.Select(p => p.Net.ToString()).Order().Reverse());
        Assert.Equal("2001:db8:1:3::/64", Assert.Single(store.Ask.Peers(new PeersQuery(StoreRange.All, PeersBy.Net64) { Family = 6 }).Peers, p => p.First > TemporaryStore.At(100)).Net.ToString());
        Assert.Equal("x.example", Assert.Single(store.Ask.Peers(new PeersQuery(StoreRange.All) { Name = "X.ex" }).Peers).Name);
        var move = Assert.Single(store.Ask.Moves(StoreRange.All));
        Assert.Equal(("x.example", 1200, 1200, TemporaryStore.At(0)), (move.Name, move.Ipv4Bytes, move.Ipv6Bytes, move.FirstIpv6));
    }

    [Theory]
    [InlineData("2001:db8:1::/48", 2)]
    [InlineData("2001:db8:1:2::/64", 1)]
    [InlineData("198.51.100.0/24", 1)]
    [InlineData("::/0", 2)]
    public void A_timeline_of_a_network_holds_only_its_flows(string prefix, int flows)
    {
        using var store = new TemporaryStore();
        store.With(TemporaryStore.Flow(0, "2001:db8:1:2::3"), TemporaryStore.Flow(1, "2001:db8:1:ffff::3"), TemporaryStore.Flow(2, "198.51.100.9"));
        Assert.True(Ipv6Prefix.TryParse(prefix, out var peer));
        Assert.Equal(flows, store.Ask.Timeline(new TimelineQuery(StoreRange.All, TimelineBy.Family) { Peer = peer }).Series.Sum(s => s.Flows.Sum()));
    }

    [Fact]
    public void Values_of_a_filter_come_from_what_is_kept()
    {
        using var store = new TemporaryStore();
        store.With(TemporaryStore.Flow(0) with { Name = "a.example", Application = "tls" }, TemporaryStore.Flow(1, kind: CauseKind.Scan) with { Name = "b.example" });
        Assert.Equal(["scan"], store.Ask.Complete("cause", "s", StoreRange.All).Select(c => c.Value));
        Assert.Equal(["a.example"], store.Ask.Complete("name", "a", StoreRange.All).Select(c => c.Value));
        Assert.Equal([new Completion("443", 2)], store.Ask.Complete("port", "", StoreRange.All));
        Assert.Equal(["tls"], store.Ask.Complete("app", "", StoreRange.All).Select(c => c.Value));
        Assert.Equal(["peer", "port", "protocol"], store.Ask.Complete("", "p", StoreRange.All).Select(c => c.Value));
        Assert.Empty(store.Ask.Complete("nothing", "", StoreRange.All));
    }
}

using Kansatsu.Analysis;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Store;

public class FlowTests
{
    const string Letters = "abflow019:.%_'\"\\\u0003日";

    [Fact]
    public void A_flow_comes_back_as_it_was_given()
    {
        using var store = new TemporaryStore();
        var flow = TemporaryStore.Flow(0.123456789, "192.0.2.77", CauseKind.Scan) with
        {
            Way = FlowWay.In,
            Zone = "eth0",
            ZoneNumber = 3,
            Application = "tls",
            IsInitiatorGuessed = true,
            Name = "a\\.b\u0001\u202e.example",
            NameFrom = NameSource.TlsSni,
            Cause = new Cause(CauseKind.Scan, "50 % of \"it\"", Confidence.Certain,
                [new Evidence("timing", "flow czmwvfx1kx66s to 2001:db8::1 failed, 3.6 ms before", [9, 1, uint.MaxValue]), new Evidence("dns", "", []), new Evidence("", "bell \u0007\u0001\u0002 rang", [5])])
            { Program = "Firefox", Purpose = "web" },
        };
        var back = Assert.Single(store.With(flow).Flows());
        AssertSame(flow, back);
        Assert.Equal(flow.Id, back.Id);
        Assert.Equal(flow.CommunityId, back.CommunityId);
    }

    [Theory]
    [InlineData(long.MinValue + 1)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(long.MaxValue - 1)]
    public void A_time_far_from_ours_is_kept_to_the_nanosecond(long nanoseconds)
    {
        using var store = new TemporaryStore();
        var flow = TemporaryStore.Flow(0) with { First = new(nanoseconds), Last = new(nanoseconds) };
        var back = Assert.Single(store.With(flow).Flows());
        Assert.Equal((flow.First, flow.Last, flow.Id), (back.First, back.Last, back.Id));
    }

    [Fact]
    public void More_flows_than_a_microsecond_has_places_for_are_all_kept()
    {
        using var store = new TemporaryStore();
        var flows = Enumerable.Range(0, 3000).Select(i => TemporaryStore.Flow(5) with { InitiatorPort = (ushort)i }).ToList();
        store.With(flows).With(TemporaryStore.Flow(5) with { InitiatorPort = 9000 });
        var back = store.Flows();
        Assert.Equal(3001, back.Count);
        Assert.Equal(3001, back.Select(f => f.InitiatorPort).Distinct().Count());
        Assert.All(back, f => Assert.Equal(TemporaryStore.At(5), f.First));
    }

    [Fact]
    public void Any_flow_that_can_be_made_up_comes_back()
    {
        var random = new Random(1);
        using var store = new TemporaryStore();
        var flows = Enumerable.Range(0, 500).Select(_ => Any(random)).ToList();
        var back = store.With(flows).Flows().ToDictionary(f => f.Id);
        foreach (var flow in flows) AssertSame(flow, back[flow.Id]);
    }

    [Fact]
    public void A_flow_is_found_by_its_id_and_by_its_key()
    {
        using var store = new TemporaryStore();
        store.With(Enumerable.Range(0, 20).Select(i => TemporaryStore.Flow(i)));
        var some = store.Ask.Flows(StoreRange.All, FlowQuery.Everything, 20).Flows[13];
        Assert.Equal(some.Key, store.Ask.Flow(some.Flow.Id, some.Flow.First)!.Key);
        Assert.Equal(some.Key, store.Ask.Flow(some.Flow.Id)!.Key);
        Assert.Equal(some.Flow.Id, store.Ask.Flow(some.Key)!.Flow.Id);
        Assert.Null(store.Ask.Flow("nothing", some.Flow.First));
    }

    static void AssertSame(FlowRecord flow, FlowRecord back)
    {
        Assert.Equal(flow with { Cause = back.Cause }, back);
        Assert.Equal(flow.Cause with { Evidence = back.Cause.Evidence }, back.Cause);
        Assert.Equal(flow.Cause.Evidence.Select(e => (e.Rung, e.Says, string.Join(',', e.Packets))), back.Cause.Evidence.Select(e => (e.Rung, e.Says, string.Join(',', e.Packets))));
    }

    static FlowRecord Any(Random random) => TemporaryStore.Flow(random.NextDouble() * 1e6) with
    {
        Initiator = new Ipv6Address((ulong)random.NextInt64(), (ulong)random.NextInt64()),
        InitiatorPort = (ushort)random.Next(65536),
        Protocol = (byte)random.Next(256),
        Way = (FlowWay)random.Next(6),
        BytesOut = random.NextInt64(),
        PacketsBack = random.Next(),
        Name = Text(random),
        NameFrom = (NameSource)random.Next(5),
        Cause = new Cause((CauseKind)random.Next(17), Text(random), (Confidence)random.Next(3),
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => new Evidence(Word(random), Text(random), [.. Enumerable.Range(0, random.Next(4)).Select(_ => (long)random.Next())]))]),
    };

    static string Text(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(6)).Select(_ => Word(random)));

    static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Letters[random.Next(Letters.Length)]));
}

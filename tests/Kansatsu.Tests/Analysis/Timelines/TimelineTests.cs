using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Timelines;

public class TimelineTests
{
    const string Home = "2001:db8::1";
    const long Second = Timestamp.PerSecond;

    [Fact]
    public void Without_being_asked_for_nothing_is_kept() => Assert.Null(new Scene().Observer.Timeline);

    [Fact]
    public void Parts_add_up_to_the_flows_by_cause_and_family()
    {
        var scene = With(new TimelineOptions()).Talk(Home, 50000, "2001:db8:10::1", 443).Udp("192.0.2.9", 99, "192.0.2.1", 99, "x"u8).Syn("2001:db8:66::1", 50000, Home, 22);
        var parts = Parts(scene);
        Assert.Equal(scene.Observer.Causes.Shares().OrderBy(s => s.Kind).Select(s => (s.Kind, s.Packets, s.Bytes)), ByCause(parts));
        Assert.Equal((1, 29), (parts.Where(p => p.Family == 4).Sum(p => p.Packets), parts.Where(p => p.Family == 4).Sum(p => p.Bytes)));
        Assert.Equal(7, scene.Observer.Timeline!.Last.Since(scene.Observer.Timeline.First) / Second + 1);
    }

    [Fact]
    public void A_packet_counts_in_the_bin_of_its_time()
    {
        var scene = With(new TimelineOptions { Bin = 10 * Second });
        // The scene begins at second 1000 and goes on by one a packet.
        Ping(scene).Wait(8);
        Ping(scene).Wait(25);
        Ping(scene);
        var timeline = scene.Observer.Timeline!;
        Assert.Equal([(1000, 2), (1030, 1)], Bins(scene).Select(b => ((int)(timeline.StartOf(b.Bin).Nanoseconds / Second), (int)b.Packets)));
    }

    [Fact]
    public void Time_may_go_back()
    {
        var scene = With(new TimelineOptions { Bin = Second });
        Ping(Ping(Ping(scene).Wait(10)).Wait(-12));
        Assert.Equal([2, 1], Bins(scene).Select(b => (int)b.Packets));
        Assert.Equal(1000 * Second, scene.Observer.Timeline!.First.Nanoseconds);
    }

    [Fact]
    public void Bins_of_days_begin_at_the_midnight_of_the_reader()
    {
        var scene = With(new TimelineOptions { Bin = 86400 * Second, Offset = _ => 9 * 3600 * Second });
        Ping(scene.Wait(30 * 86400));
        var timeline = scene.Observer.Timeline!;
        Assert.Equal(15, timeline.StartOf(Bins(scene).Single().Bin).ToUtc().Hour);
    }

    [Fact]
    public void Bins_grow_with_the_span_and_lose_nothing()
    {
        var scene = With(new TimelineOptions());
        for (var i = 0; i < 100; i++) Ping(scene).Wait(7200);
        var timeline = scene.Observer.Timeline!;
        Assert.Equal(300 * Second, timeline.Length);
        Assert.InRange(timeline.LastBin - timeline.FirstBin, 1000, Timeline.MaxBins - 1);
        Assert.Equal(100, Parts(scene).Sum(p => p.Packets));
        Assert.Equal(100, Bins(scene).Count());
    }

    [Fact]
    public void At_the_bound_bins_are_joined_and_lose_nothing()
    {
        var scene = With(new TimelineOptions { Bin = Second, MaxRecords = 16 });
        for (var i = 0; i < 500; i++) Ping(scene);
        var timeline = scene.Observer.Timeline!;
        Assert.True(timeline.IsLonger);
        var parts = Parts(scene);
        Assert.InRange(parts.Count, 2, 16);
        Assert.Equal(500, parts.Sum(p => p.Packets));
        Assert.All(Bins(scene), b => Assert.InRange(b.Packets, 1, timeline.Length / Second));
    }

    [Fact]
    public void Flows_that_made_room_are_counted_with_their_causes()
    {
        var scene = With(new TimelineOptions { Bin = 10 * Second }, flows: 8);
        for (var i = 0; i < 300; i++) scene.Syn($"2001:db8:66::{i + 1:x}", 50000, Home, 22);
        var parts = Parts(scene);
        Assert.True(scene.Observer.Flows.Evicted > 250);
        Assert.Equal(300, parts.Sum(p => p.Packets));
        Assert.Equal(scene.Observer.Causes.Shares().OrderBy(s => s.Kind).Select(s => (s.Kind, s.Packets, s.Bytes)), ByCause(parts));
        // What is gone is kept by sort, not flow by flow.
        Assert.InRange(parts.Count, 30, 120);
        Assert.All(Bins(scene), b => Assert.Equal(10, b.Packets));
    }

    [Fact]
    public void Windows_divide_bins_to_the_packet()
    {
        var window = new Window("day", Timestamp.FromSeconds(1003), Timestamp.FromSeconds(1007));
        var scene = With(new TimelineOptions { Bin = 100 * Second }, windows: window);
        for (var i = 0; i < 10; i++) Ping(scene);
        var timeline = scene.Observer.Timeline!;
        var places = Parts(scene).GroupBy(p => timeline.PlaceOf(p.Segment, window)).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(p => p.Packets)));
        Assert.Equal([(-1, 3L), (0, 4L), (1, 3L)], places);
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void Impossible_times_do_no_harm(long nanoseconds)
    {
        foreach (var bin in new long?[] { null, 1_000_000 })
        {
            var timeline = new Timeline(new FlowTable(8), new TimelineOptions { Bin = bin, Offset = _ => 14 * 3600 * Second, MaxRecords = 4 }, []);
            foreach (var time in new[] { 0, nanoseconds, Second, -nanoseconds, nanoseconds / 2, 5 }) timeline.Add(0, new Timestamp(time), 60, back: false);
            Assert.True(timeline.FirstBin <= timeline.LastBin);
        }
    }

    [Fact]
    public void A_packet_allocates_nothing()
    {
        var timeline = new Timeline(new FlowTable(64), new TimelineOptions(), []);
        for (var i = 0; i < 64; i++) timeline.Add(i, Timestamp.FromSeconds(1), 60, back: false);
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (var i = 0; i < 500; i++) timeline.Add(i % 64, Timestamp.FromSeconds(1, i * 1000), 60, back: false);
        }));
    }

    static Scene With(TimelineOptions options, int flows = 1024, params Window[] windows) => new(new ObserverOptions
    {
        Home = [Ipv6Prefix.TryParse(Home, out var home) ? home : default],
        Timeline = options,
        FlowCapacity = flows,
        HashSeed = 7,
        Windows = windows,
    });

    static Scene Ping(Scene scene) => scene.Udp(Home, 40000, "2001:db8:10::1", 9999, "x"u8);

    static List<TimelinePart> Parts(Scene scene) => [.. scene.Observer.Timeline!.Parts(scene.Observer.Causes)];

    static IEnumerable<(long Bin, long Packets)> Bins(Scene scene) =>
        Parts(scene).GroupBy(p => p.Bin).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(p => p.Packets)));

    static IEnumerable<(CauseKind, long, long)> ByCause(List<TimelinePart> parts) =>
        parts.GroupBy(p => p.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(p => p.Packets), g.Sum(p => p.Bytes)));
}

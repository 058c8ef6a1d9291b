using Kansatsu.Analysis;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Store;

public class BudgetTests
{
    const double Day = 86400;

    [Fact]
    public void Only_days_with_traffic_count_and_the_unexplained_are_spared()
    {
        using var store = new TemporaryStore();
        store.Store.Budget = new StoreBudget(Days: 2, Bytes: long.MaxValue);
        store.With(TemporaryStore.Flow(0), TemporaryStore.Flow(1, kind: CauseKind.Unexplained), TemporaryStore.Flow(3.5 * Day), TemporaryStore.Flow(5 * Day));
        Assert.Equal([TemporaryStore.At(5 * Day), TemporaryStore.At(3.5 * Day), TemporaryStore.At(1)], store.Flows().Select(f => f.First));
        Assert.Equal(4, store.Ask.Days(static _ => 0).Sum(d => d.Flows));
        Assert.Equal((1, 0, 3), (store.Ask.Status().Trimmed.Flows, store.Ask.Status().Trimmed.Unexplained, store.Ask.Status().Flows));
    }

    [Fact]
    public void Minutes_outlive_flows_for_ninety_days_with_traffic()
    {
        using var store = new TemporaryStore();
        store.Store.Budget = new StoreBudget(Days: 14, Bytes: long.MaxValue);
        store.With(Enumerable.Range(0, 100).Select(i => TemporaryStore.Flow(i * 2 * Day)));
        Assert.Equal(14, store.Flows().Count);
        Assert.Equal(90, Column(store, "SELECT t FROM traffic_minute", static r => r.Text(0)).Count);
        Assert.Equal(100, Column(store, "SELECT t FROM traffic_hour", static r => r.Text(0)).Count);
        // Minutes that have no flows any more are passed over.
        Assert.Equal(14, store.Flows("cause:own-software").Count);
        Assert.Empty(store.Flows("cause:scan"));
        store.Store.Budget = new StoreBudget(Days: 14, Bytes: 1);
        store.With(TemporaryStore.Flow(200 * Day, kind: CauseKind.Unexplained));
        Assert.True(Column(store, "SELECT t FROM traffic_minute", static r => r.Text(0)).Count < 90);
    }

    [Fact]
    public void Flows_older_than_those_that_went_are_found_again_when_they_come()
    {
        using var store = new TemporaryStore();
        store.Store.Budget = new StoreBudget(Days: 2, Bytes: long.MaxValue);
        store.With(Enumerable.Range(0, 5).Select(i => TemporaryStore.Flow(i * Day)));
        Assert.Equal(2, store.Flows("cause:own-software").Count);
        store.Store.Budget = new StoreBudget(Days: 100, Bytes: long.MaxValue);
        store.With(TemporaryStore.Flow(Day / 2));
        Assert.Equal(3, store.Flows("cause:own-software").Count);
    }

    [Fact]
    public void Bytes_take_known_causes_first_then_the_unexplained_and_leave_the_sums()
    {
        using var store = new TemporaryStore();
        store.With(Enumerable.Range(0, 60_000).Select(i => TemporaryStore.Flow(i, kind: i % 2 == 0 ? CauseKind.Unexplained : CauseKind.Scan)));
        var before = store.Ask.Status();
        store.Store.Budget = new StoreBudget(Days: 10_000, Bytes: before.Bytes / 2);
        var gone = store.Store.Trim();
        Assert.InRange(gone.Flows, 20_000, 59_999);
        Assert.True(gone.Unexplained < gone.Flows / 2);
        Assert.Equal(60_000 - gone.Flows, store.Ask.Status().Flows);
        Assert.Equal(60_000, store.Ask.Causes(new StoreRange(TemporaryStore.At(-10), null)).Causes.Sum(c => c.Flows));
        Assert.Equal(store.Ask.Status().Flows, store.Ask.EachFlow(StoreRange.All, FlowQuery.Everything).LongCount());
        store.Store.Budget = new StoreBudget(10_000, 1);
        store.Store.Trim();
        Assert.Equal(0, store.Ask.Status().Flows);
    }

    [Fact]
    public void A_full_disk_costs_the_oldest_flows_and_nothing_else()
    {
        using var store = new TemporaryStore();
        store.With(Enumerable.Range(0, 40_000).Select(i => TemporaryStore.Flow(i)));
        store.Store.LimitPages(pagesMore: 60);
        using (var writer = store.Store.Begin(TemporaryStore.Source("more")))
        {
            for (var i = 0; i < 20_000; i++) writer.Add(TemporaryStore.Flow(50_000 + i), []);
            writer.Complete(TemporaryStore.Health);
        }

        var status = store.Ask.Status();
        Assert.True(status.TimesFull > 0);
        Assert.True(status.Sources.All(s => s.IsComplete));
        Assert.Equal(60_000 - status.Trimmed.Flows, status.Flows);
        Assert.Equal(60_000, store.Ask.Causes(new StoreRange(TemporaryStore.At(-10), null)).Causes.Sum(c => c.Flows));
        Assert.Equal(20_000, store.Ask.EachFlow(new StoreRange(TemporaryStore.At(50_000), null), FlowQuery.Everything).LongCount());
        Assert.Equal("ok", store.Store.CheckIntegrity());
    }

    [Fact]
    public void A_disk_that_fills_up_is_never_filled_and_the_newest_flows_stay()
    {
        const long disk = 12 << 20;
        using var place = new TemporaryStore();
        var path = place.Path;
        using var store = SqliteStore.Open(path, () => disk - Taken(path));
        using (var writer = store.Begin(TemporaryStore.Source("many")))
        {
            for (var i = 0; i < 150_000; i++)
            {
                writer.Add(TemporaryStore.Flow(i), []);
                if (i % 1000 == 0) Assert.InRange(Taken(path), 0, disk);
            }

            writer.Complete(TemporaryStore.Health);
        }

        Assert.InRange(Taken(path), disk / 3, disk);
        var status = store.Queries.Status();
        Assert.True(status.TimesFull > 0);
        Assert.Equal(150_000 - status.Trimmed.Flows, status.Flows);
        Assert.InRange(status.Flows, 10_000, 100_000);
        Assert.Equal(10_000, store.Queries.EachFlow(new StoreRange(TemporaryStore.At(140_000), null), FlowQuery.Everything).LongCount());
        Assert.Equal("ok", store.CheckIntegrity());
    }

    static long Taken(string path) => new[] { path, path + "-wal" }.Where(File.Exists).Sum(file => new FileInfo(file).Length);

    [Fact]
    public void When_nothing_is_left_that_could_go_the_fault_says_so()
    {
        using var store = new TemporaryStore();
        store.With(TemporaryStore.Flow(0));
        store.Store.LimitPages(pagesMore: 2);
        using var writer = store.Store.Begin(TemporaryStore.Source("more"));
        for (var i = 0; i < 5000; i++) writer.Add(TemporaryStore.Flow(i), []);
        var fault = Assert.Throws<StoreException>(writer.Commit);
        Assert.Equal(StoreFault.Full, fault.Fault);
        Assert.Contains("the disk is full; make room", fault.Message, StringComparison.Ordinal);
        Assert.Equal("ok", store.Store.CheckIntegrity());
    }

    [Fact]
    public void Names_and_addresses_that_no_flow_has_any_more_go_with_them()
    {
        using var store = new TemporaryStore();
        store.Store.Budget = new StoreBudget(Days: 1, Bytes: long.MaxValue);
        var group = TemporaryStore.Flow(1, "ff02::fb") with { Way = FlowWay.Multicast, Name = "old.local" };
        store.With(
            TemporaryStore.Flow(0, "2001:db8:1::1") with { Name = "old.example" }, group, TemporaryStore.Flow(2, "2001:db8:1::2", CauseKind.Unexplained),
            TemporaryStore.Flow(3 * Day, "2001:db8:1::3") with { Name = "new.example" }, group with { First = TemporaryStore.At(3 * Day), Last = TemporaryStore.At(3 * Day), Name = "new.local" });
        Assert.Equal(3, store.Flows().Count);
        // The near end stays, and what a sum still tells of.
        Assert.Equal(["2001:db8:1::2", "2001:db8:1::3", "2001:db8::1", "ff02::fb"], Column(store, "SELECT address FROM addresses", static r => Ipv6Address.Read(r.Blob(0)).ToString()));
        Assert.Equal(["new.example", "new.local", "old.example"], Column(store, "SELECT name FROM names", static r => r.Text(0)));
        Assert.Equal(2, store.Ask.Peers(new PeersQuery(StoreRange.All)).Peers.Count(p => p.Name is not null));
        // What went comes again under another number.
        store.With(TemporaryStore.Flow((3 * Day) + 1, "2001:db8:1::1") with { Name = "old.local" });
        Assert.Equal(["2001:db8:1::1"], store.Flows("name:old.local").Select(f => f.Responder.ToString()));
        Assert.Equal("ok", store.Store.CheckIntegrity());
    }

    static List<string> Column(TemporaryStore store, string sql, Func<Statement, string> read)
    {
        using var database = new Database(store.Path, isWriter: false);
        using var rows = database.Prepare(sql);
        var found = new List<string>();
        while (rows.Step()) found.Add(read(rows));
        found.Sort(StringComparer.Ordinal);
        return found;
    }
}

using Kansatsu.Analysis;
using Kansatsu.Store;

namespace Kansatsu.Tests.Store;

public class SourceTests
{
    [Fact]
    public void A_source_that_was_interrupted_goes_on_behind_its_last_flow()
    {
        using var store = new TemporaryStore();
        using (var writer = store.Store.Begin(TemporaryStore.Source("a")))
        {
            for (var i = 0; i < 10; i++) writer.Add(TemporaryStore.Flow(i), []);
            writer.Commit();
            for (var i = 10; i < 15; i++) writer.Add(TemporaryStore.Flow(i), []);
        }

        store.Close();
        using (var writer = store.Store.Begin(TemporaryStore.Source("a")))
        {
            Assert.Equal((false, 10), (writer.IsComplete, writer.FlowsBefore));
            for (var i = 0; i < 20; i++) writer.Add(TemporaryStore.Flow(i), []);
            writer.Complete(TemporaryStore.Health);
            Assert.Equal(10, writer.FlowsWritten);
        }

        Assert.Equal(20, store.Flows().Select(f => f.Id).Distinct().Count());
        Assert.Equal(20, store.Ask.Causes(StoreRange.All).Causes.Sum(c => c.Flows));
        var source = Assert.Single(store.Ask.Status().Sources);
        Assert.Equal((true, 20), (source.IsComplete, source.Flows));
    }

    [Fact]
    public void Documents_replace_themselves_and_keep_their_bytes()
    {
        using var store = new TemporaryStore();
        byte[] json = [.. "{\"x\":\"\\u001b\"}"u8];
        for (var i = 0; i < 2; i++)
        {
            using var writer = store.Store.Begin(TemporaryStore.Source("a"));
            writer.Add(new StoredDocument(DocumentKinds.Finding, "id", TemporaryStore.At(0), TemporaryStore.At(9), "it", json));
            writer.Add(new ChannelBurst("channel", TemporaryStore.At(1), 4, 400, 0));
            writer.Add(new ChannelBurst("channel", TemporaryStore.At(6), 4, 400, 5_000_000_000));
            writer.Commit();
        }

        var document = Assert.Single(store.Ask.Documents(new DocumentQuery(DocumentKinds.Finding)));
        Assert.Equal(json, document.Json.ToArray());
        Assert.Empty(store.Ask.Documents(new DocumentQuery(DocumentKinds.Finding, new StoreRange(TemporaryStore.At(10), null))));
        Assert.Single(store.Ask.Documents(new DocumentQuery(DocumentKinds.Finding) { Id = "id", Subject = "it" }));
        Assert.Equal([0, 5_000_000_000], store.Ask.Bursts("channel", StoreRange.All).Select(b => b.Gap));
        Assert.Empty(store.Ask.Bursts("other", StoreRange.All));
    }

    [Fact]
    public void Who_asks_sees_a_whole_moment_while_another_writes()
    {
        using var store = new TemporaryStore();
        store.With(TemporaryStore.Flow(0));
        using var writer = store.Store.Begin(TemporaryStore.Source("b"));
        writer.Add(TemporaryStore.Flow(1), []);
        using var reader = SqliteStore.OpenToRead(store.Path);
        var revision = reader.Queries.Revision();
        Assert.Equal(1, reader.Queries.Status().Flows);
        writer.Commit();
        Assert.Equal(2, reader.Queries.Status().Flows);
        Assert.True(reader.Queries.Revision() > revision);
    }

    [Fact]
    public void A_batch_that_fails_while_the_next_is_filled_is_told_and_nothing_behind_it_is_written()
    {
        using var store = new TemporaryStore();
        store.With(TemporaryStore.Flow(0));
        store.Store.LimitPages(pagesMore: 40);
        var added = 0;
        using (var writer = store.Store.Begin(TemporaryStore.Source("more")))
        {
            var fault = Assert.Throws<StoreException>(() =>
            {
                for (; added < 1_000_000; added++) writer.Add(TemporaryStore.Flow(added, $"2001:db8:1::{added & 0xffff:x}"), []);
            });
            Assert.Equal(StoreFault.Full, fault.Fault);
            Assert.Throws<StoreException>(writer.Commit);
            Assert.Throws<StoreException>(() => writer.Complete(TemporaryStore.Health));
            Assert.Equal(0, writer.FlowsWritten);
        }

        Assert.Equal("ok", store.Store.CheckIntegrity());
        Assert.Equal((0, false), (store.Ask.Status().Sources[^1].Flows, store.Ask.Status().Sources[^1].IsComplete));
    }

    [Fact]
    public void The_portions_in_which_flows_come_do_not_matter()
    {
        List<FlowRecord> flows = [.. Enumerable.Range(0, 600).Select(i => TemporaryStore.Flow(i * 900.0, i % 3 == 0 ? $"198.51.100.{i % 9}" : $"2001:db8:{i % 7}::{i:x}", (CauseKind)(i % 5)) with
        {
            Name = i % 4 == 0 ? "" : $"n{i % 11}.example",
            Last = TemporaryStore.At((i * 900.0) + (i % 5 * 50)),
            Cause = new Cause((CauseKind)(i % 5), $"detail {i % 6}", Confidence.Likely, [new Evidence("rung", $"frame {i} of flow 9", [i])]),
        })];
        using var whole = new TemporaryStore();
        using var parts = new TemporaryStore();
        whole.With(flows);
        using (var writer = parts.Store.Begin(TemporaryStore.Source("parts")))
        {
            for (var i = 0; i < flows.Count; i++)
            {
                writer.Add(flows[(i * 7) % flows.Count], []);
                if (i % 13 == 0) writer.Commit();
            }

            writer.Complete(TemporaryStore.Health);
        }

        Assert.Equal(Told(whole), Told(parts));
    }

    /// <summary>Every flow and every sum.</summary>
    static string Told(TemporaryStore store) => System.Text.Json.JsonSerializer.Serialize(new
    {
        Flows = store.Flows().Select(f => $"{f.Id} {f.First.Nanoseconds} {f.Last.Nanoseconds} {f.Name} {f.Bytes} {f.Cause.Kind} {f.Cause.Detail} {f.Cause.Evidence[0].Says} {f.Cause.Evidence[0].Packets[0]}"),
        Series = Enum.GetValues<TimelineBy>().SelectMany(by => new[] { 20, 500, 100_000 }.Select(n => store.Ask.Timeline(new TimelineQuery(StoreRange.All, by, n)))),
        Peers = Told(store, StoreRange.All),
        Hours = Told(store, new StoreRange(TemporaryStore.At(0), TemporaryStore.At(90_000))),
        Causes = store.Ask.CauseDetails(StoreRange.All),
        Names = store.Ask.Complete("name", "n", StoreRange.All),
    });

    /// <summary>Those with as many bytes stand in the order in which they were met.</summary>
    static IEnumerable<string> Told(TemporaryStore store, StoreRange range) => store.Ask.Peers(new PeersQuery(range) { Limit = 1000 }).Peers.Select(p =>
        $"{p.Name} {p.Net} {p.Flows} {p.PacketsTo} {p.PacketsFrom} {p.BytesTo} {p.BytesFrom} {p.First.Nanoseconds} {p.Last.Nanoseconds} {string.Join(' ', p.Causes)}").Order(StringComparer.Ordinal);
}

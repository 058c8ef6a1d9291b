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
}

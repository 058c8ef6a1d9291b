using Kansatsu.Store;

namespace Kansatsu.Tests.Store;

public class FaultTests
{
    [Fact]
    public void A_file_that_is_no_store_is_not_touched()
    {
        using var store = new TemporaryStore();
        File.WriteAllText(store.Path, new string('x', 5000));
        Assert.Equal(StoreFault.NotAStore, Assert.Throws<StoreException>(() => SqliteStore.Open(store.Path)).Fault);
        Assert.Equal(StoreFault.NotAStore, Assert.Throws<StoreException>(() => SqliteStore.OpenToRead(store.Path)).Fault);
        Assert.Equal(new string('x', 5000), File.ReadAllText(store.Path));
    }

    [Fact]
    public void A_database_of_another_program_is_not_touched()
    {
        using var store = new TemporaryStore();
        using (var other = new Database(store.Path, isWriter: true)) other.Execute("CREATE TABLE theirs(x)");
        Assert.Equal(StoreFault.NotAStore, Assert.Throws<StoreException>(() => SqliteStore.Open(store.Path)).Fault);
    }

    [Fact]
    public void A_store_of_a_newer_program_is_left_alone()
    {
        using var store = new TemporaryStore();
        store.With(TemporaryStore.Flow(0)).Close();
        using (var newer = new Database(store.Path, isWriter: true)) newer.Execute("PRAGMA user_version = 99");
        var fault = Assert.Throws<StoreException>(() => SqliteStore.Open(store.Path));
        Assert.Equal(StoreFault.NewerVersion, fault.Fault);
        Assert.Contains("format 99", fault.Message, StringComparison.Ordinal);
        Assert.Contains("use that newer program", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_store_is_named_with_the_remedy()
    {
        var fault = Assert.Throws<StoreException>(() => SqliteStore.OpenToRead("/nowhere/obs.db"));
        Assert.Equal("/nowhere/obs.db: there is no such store; make one: kansatsu read FILE --store PATH", fault.Message);
        Assert.Equal(StoreFault.NotFound, Assert.Throws<StoreException>(() => SqliteStore.Open("/nowhere/obs.db")).Fault);
    }

    [Fact]
    public void Another_writer_is_named_as_the_reason()
    {
        using var store = new TemporaryStore();
        store.With(TemporaryStore.Flow(0));
        using var other = new Database(store.Path, isWriter: true);
        other.Execute("BEGIN IMMEDIATE");
        Assert.Equal(StoreFault.Locked, Assert.Throws<StoreException>(() => store.Store.Begin(TemporaryStore.Source("b"))).Fault);
        other.Execute("ROLLBACK");
        store.With(TemporaryStore.Flow(1));
        Assert.Equal(2, store.Flows().Count);
    }

    [Fact]
    public void A_store_opened_to_read_is_not_written_to()
    {
        using var store = new TemporaryStore();
        store.With(TemporaryStore.Flow(0));
        using var reader = SqliteStore.OpenToRead(store.Path);
        Assert.Equal(StoreFault.ReadOnly, Assert.Throws<StoreException>(() => reader.Begin(TemporaryStore.Source("b"))).Fault);
    }
}

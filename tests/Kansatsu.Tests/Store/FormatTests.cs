using System.IO.Compression;
using Kansatsu.Fuzz;
using Kansatsu.Store;

namespace Kansatsu.Tests.Store;

/// <summary>Stores that older versions of the program wrote. format-1.db.gz is samples/everyday.pcap, kept by the last program of format 1.</summary>
public class FormatTests
{
    static readonly string s_first = Path.Combine(Seeds.Root, "tests", "Kansatsu.Tests", "Store", "format-1.db.gz");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_store_of_the_first_format_is_brought_up_to_date_and_loses_nothing(bool byAsking)
    {
        using var store = OfFirstFormat();
        if (byAsking)
        {
            using var asked = SqliteStore.OpenToRead(store.Path);
            AssertWhole(asked.Queries);
        }

        AssertWhole(store.Ask);
        Assert.Equal(("ok", Schema.Version), (store.Store.CheckIntegrity(), VersionOf(store.Path)));
        store.With(TemporaryStore.Flow(0) with { Name = "www.example.net" });
        Assert.Equal(8, store.Ask.Complete("name", "www.", StoreRange.All).Single().Flows);
        Assert.Equal(56, store.Flows().Count);
    }

    [Fact]
    public void It_gets_what_a_new_store_has()
    {
        using var old = OfFirstFormat();
        using var made = new TemporaryStore();
        Assert.Equal(Layout(made), Layout(old));
    }

    [Fact]
    public void One_that_may_not_be_written_to_is_refused_with_the_remedy()
    {
        using var store = OfFirstFormat();
        var fault = Faults.Older(store.Path, Faults.Missing(store.Path));
        // Root may write to any file.
        if (!Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(store.Path, UnixFileMode.UserRead);
            fault = Assert.Throws<StoreException>(() => SqliteStore.OpenToRead(store.Path));
        }

        Assert.Equal($"{store.Path}: was written by an older Kansatsu and may not be written to; make it writable once, so that it can be brought up to date", fault.Message);
    }

    static TemporaryStore OfFirstFormat()
    {
        var store = new TemporaryStore();
        using var packed = new GZipStream(File.OpenRead(s_first), CompressionMode.Decompress);
        using var file = File.Create(store.Path);
        packed.CopyTo(file);
        return store;
    }

    static void AssertWhole(StoreQueries ask)
    {
        Assert.Equal(55, ask.Status().Flows);
        Assert.Equal(55, ask.EachFlow(StoreRange.All, FlowQuery.Everything).Count());
        Assert.Equal(
            [new Completion("ntp.example.net", 21), new Completion("www.example.net", 7), new Completion("broken.example.org", 4)], ask.Complete("name", "", StoreRange.All).Take(3));
    }

    static long VersionOf(string path)
    {
        using var database = new Database(path, isWriter: false);
        return database.Scalar("PRAGMA user_version");
    }

    static List<string> Layout(TemporaryStore store)
    {
        store.Store.CheckIntegrity();
        using var database = new Database(store.Path, isWriter: false);
        using var rows = database.Prepare("SELECT name || ': ' || ifnull(sql, '') FROM sqlite_schema ORDER BY name");
        var layout = new List<string>();
        while (rows.Step()) layout.Add(rows.Text(0));
        return layout;
    }
}

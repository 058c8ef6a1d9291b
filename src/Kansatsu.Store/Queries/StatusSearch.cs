namespace Kansatsu.Store;

/// <summary>The store as a whole.</summary>
static class StatusSearch
{
    public static StoreStatus Find(Database database)
    {
        var first = Meta.Find(database, Meta.First);
        var last = Meta.Find(database, Meta.Last);
        var before = Meta.Find(database, Meta.TrimmedBefore);
        return new StoreStatus(
            Meta.Get(database, Meta.Revision), SizeOf(database), Meta.Get(database, Meta.Flows),
            first is { } f ? Times.OfMicroseconds(f) : null, last is { } l ? Times.OfMicroseconds(l) : null, SqliteStore.BudgetOf(database),
            new Trimmed(Meta.Get(database, Meta.TrimmedFlows), Meta.Get(database, Meta.TrimmedUnexplained), before is { } b ? Times.OfMicroseconds(b) : null),
            Sources.All(database))
        { TimesFull = Meta.Get(database, Meta.TimesFull) };
    }

    static long SizeOf(Database database) => Length(database.Path) + Length(database.Path + "-wal");

    static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}

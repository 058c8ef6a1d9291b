using SQLitePCL;

namespace Kansatsu.Store;

/// <summary>What SQLite's codes mean to a person.</summary>
static class Faults
{
    public static StoreException Of(string path, int code, string message) => (code & 0xff) switch
    {
        raw.SQLITE_NOTADB => new(path, StoreFault.NotAStore, "is not a store of Kansatsu", "name another file; a new one is made by `kansatsu read FILE --store PATH`"),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(path, StoreFault.Locked, "another process is writing to it", "wait until it has finished, or end it"),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
            new(path, StoreFault.ReadOnly, "may not be written to", "check the permissions of the file and of its folder"),
        raw.SQLITE_FULL => new(path, StoreFault.Full, "the disk is full", "make room, or give the store a smaller budget: kansatsu store --store PATH --bytes 2G"),
        raw.SQLITE_CANTOPEN => new(path, StoreFault.NotFound, "cannot be opened", "check that it and its folder exist and may be read"),
        raw.SQLITE_CORRUPT => new(path, StoreFault.Damaged, "is damaged", "keep a copy, delete it, and read the captures again"),
        raw.SQLITE_IOERR => new(path, StoreFault.Failed, "could not be read or written", "check the disk and the file system"),
        _ => new(path, StoreFault.Failed, $"could not be used ({message})", "please report it with the command you gave"),
    };

    public static StoreException NotAStore(string path) => Of(path, raw.SQLITE_NOTADB, "");

    public static StoreException Newer(string path, long version, long known) => new(path, StoreFault.NewerVersion,
        $"was written by a newer Kansatsu (format {version}, this program knows {known})", "use that newer program");

    public static StoreException Older(string path, StoreException inner) => new(path, StoreFault.ReadOnly,
        "was written by an older Kansatsu and may not be written to", "make it writable once, so that it can be brought up to date", inner);

    public static StoreException Missing(string path) => new(path, StoreFault.NotFound, "there is no such store", "make one: kansatsu read FILE --store PATH");
}

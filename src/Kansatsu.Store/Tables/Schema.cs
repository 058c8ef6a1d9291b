namespace Kansatsu.Store;

/// <summary>The tables (docs/reference/store.md), and how a file of an older format becomes one of this.</summary>
static class Schema
{
    /// <summary>Of this program; kept in the file as SQLite's user_version.</summary>
    public const int Version = 2;

    /// <summary>"Knst": how this kind of file is known (SQLite's application_id).</summary>
    public const int ApplicationId = 0x4b6e7374;

    const int PageBytes = 8192;

    public const string Traffic = "family, way, kind, protocol, application";

    public const string Peers = "family, net, name, kind";

    /// <summary>Of a name flows by day, over all its far sides and causes.</summary>
    const string NamesTable = "CREATE TABLE names_day(t INTEGER NOT NULL, name INTEGER NOT NULL, flows INTEGER NOT NULL, PRIMARY KEY(t, name)) WITHOUT ROWID";

    static readonly string[] s_tables =
    [
        "CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE sources(id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, name TEXT NOT NULL, files INTEGER NOT NULL, bytes INTEGER NOT NULL, "
            + "flows INTEGER NOT NULL, complete INTEGER NOT NULL, first INTEGER, last INTEGER, health BLOB)",
        "CREATE TABLE source_files(digest BLOB PRIMARY KEY, source INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE texts(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
        "CREATE TABLE names(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
        "CREATE TABLE addresses(id INTEGER PRIMARY KEY, address BLOB NOT NULL UNIQUE, near INTEGER NOT NULL DEFAULT 0)",
        "CREATE TABLE causes(id INTEGER PRIMARY KEY, detail INTEGER NOT NULL, program INTEGER NOT NULL, purpose INTEGER NOT NULL, UNIQUE(detail, program, purpose))",
        FlowRow.Table.Definition,
        // A stretch of time comes first: what is written at one time is then written in one place, however large the table.
        $"CREATE INDEX flows_far ON flows({FlowKeys.Stretch}, far)",
        $"CREATE INDEX flows_name ON flows({FlowKeys.Stretch}, name) WHERE name <> 0",
        "CREATE TABLE documents(kind TEXT NOT NULL, source INTEGER NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, "
            + "subject TEXT NOT NULL, json BLOB NOT NULL, PRIMARY KEY(kind, source, id)) WITHOUT ROWID",
        "CREATE TABLE bursts(channel INTEGER NOT NULL, at INTEGER NOT NULL, packets INTEGER NOT NULL, bytes INTEGER NOT NULL, gap INTEGER NOT NULL, "
            + "PRIMARY KEY(channel, at)) WITHOUT ROWID",
        "CREATE TABLE subjects(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, key TEXT NOT NULL, label TEXT NOT NULL, detail TEXT NOT NULL, "
            + "first INTEGER NOT NULL, last INTEGER NOT NULL, UNIQUE(kind, key))",
        "CREATE TABLE sightings(subject INTEGER NOT NULL, day INTEGER NOT NULL, hours INTEGER NOT NULL, PRIMARY KEY(subject, day)) WITHOUT ROWID",
        TrafficTable("traffic_minute"), TrafficTable("traffic_hour"), TrafficTable("traffic_day"),
        NamesTable,
        "CREATE TABLE causes_hour(t INTEGER NOT NULL, kind INTEGER NOT NULL, cause INTEGER NOT NULL, ipv6 INTEGER NOT NULL, ipv4 INTEGER NOT NULL, bytes INTEGER NOT NULL, "
            + "flow INTEGER NOT NULL, PRIMARY KEY(t, kind, cause)) WITHOUT ROWID",
        PeersTable("peers_hour"), PeersTable("peers_day"),
        // The largest of each bin and cause are found at once; the many that came once with one packet are not looked at.
        "CREATE INDEX peers_hour_largest ON peers_hour(t, kind, bytes_to + bytes_from)",
        "CREATE INDEX peers_day_largest ON peers_day(t, kind, bytes_to + bytes_from)",
        "CREATE INDEX peers_day_name ON peers_day(t, name) WHERE name <> 0",
    ];

    /// <summary>From each format to the next.</summary>
    static readonly string[][] s_steps =
    [
        [], // There is no format 0.
        // 1 told flows of a name by day only far side by far side.
        [NamesTable, "INSERT INTO names_day SELECT t, name, sum(flows) FROM peers_day WHERE name <> 0 GROUP BY t, name"],
    ];

    /// <summary>A file to be read: it must be a store of this format.</summary>
    /// <returns>False for an older format, which <see cref="Prepare"/> brings up to date.</returns>
    public static bool Expect(Database database)
    {
        var version = VersionOf(database);
        if (version > Version) throw Faults.Newer(database.Path, version, Version);
        if (version == 0) throw Faults.NotAStore(database.Path);
        return version == Version;
    }

    /// <summary>A file to be written to: an empty one becomes a store, an older one a store of this format, in one transaction.</summary>
    /// <param name="logBytes">Bytes in the log before its pages go to their places.</param>
    public static void Prepare(Database database, long logBytes)
    {
        var version = VersionOf(database);
        if (version > Version) throw Faults.Newer(database.Path, version, Version);
        // Of an empty file only.
        database.Execute($"PRAGMA page_size = {PageBytes}");
        database.Execute("PRAGMA journal_mode = WAL");
        database.Execute("PRAGMA synchronous = NORMAL");
        database.Execute("PRAGMA cache_size = -131072");
        database.Execute("PRAGMA temp_store = MEMORY");
        database.Execute($"PRAGMA wal_autocheckpoint = {logBytes / database.Scalar("PRAGMA page_size")}");
        if (version == Version) return;
        database.Execute("BEGIN IMMEDIATE");
        // Another process may have done it meanwhile.
        version = VersionOf(database);
        if (version == 0) Make(database);
        else for (; version < Version; version++) Renew(database, s_steps[version]);
        database.Execute("COMMIT");
    }

    /// <summary>0 for an empty file.</summary>
    static long VersionOf(Database database)
    {
        if (database.Scalar("PRAGMA application_id") == ApplicationId) return database.Scalar("PRAGMA user_version");
        if (database.Scalar("SELECT count(*) FROM sqlite_schema") > 0) throw Faults.NotAStore(database.Path);
        return 0;
    }

    static void Make(Database database)
    {
        foreach (var table in s_tables) database.Execute(table);
        database.Execute($"PRAGMA application_id = {ApplicationId}");
        database.Execute($"PRAGMA user_version = {Version}");
    }

    static void Renew(Database database, string[] steps)
    {
        foreach (var step in steps) database.Execute(step);
        database.Execute($"PRAGMA user_version = {database.Scalar("PRAGMA user_version") + 1}");
    }

    static string TrafficTable(string name) =>
        $"CREATE TABLE {name}(t INTEGER NOT NULL, family INTEGER NOT NULL, way INTEGER NOT NULL, kind INTEGER NOT NULL, protocol INTEGER NOT NULL, "
        + "application INTEGER NOT NULL, flows INTEGER NOT NULL, packets INTEGER NOT NULL, bytes INTEGER NOT NULL, "
        + $"PRIMARY KEY(t, {Traffic})) WITHOUT ROWID";

    static string PeersTable(string name) =>
        $"CREATE TABLE {name}(t INTEGER NOT NULL, family INTEGER NOT NULL, net INTEGER NOT NULL, name INTEGER NOT NULL, kind INTEGER NOT NULL, "
        + "flows INTEGER NOT NULL, packets_to INTEGER NOT NULL, packets_from INTEGER NOT NULL, bytes_to INTEGER NOT NULL, bytes_from INTEGER NOT NULL, "
        + $"first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY(t, {Peers})) WITHOUT ROWID";
}

namespace Kansatsu.Store;

/// <summary>Single numbers about the whole store.</summary>
static class Meta
{
    public const string Revision = "revision";
    public const string Flows = "flows";
    public const string First = "first_us";
    public const string Last = "last_us";
    public const string TrimmedFlows = "trimmed_flows";
    public const string TrimmedUnexplained = "trimmed_unexplained";

    /// <summary>Flows that had been trimmed when names and addresses were last looked through.</summary>
    public const string PrunedAt = "pruned_at_trimmed";
    public const string RefusedSubjects = "refused_subjects";
    public const string TrimmedBefore = "trimmed_before_us";

    /// <summary>No flow with a known cause begins before this; absent while none had to go.</summary>
    public const string KnownFrom = "known_from_us";

    /// <summary>Sums of minutes begin here; those before are gone.</summary>
    public const string MinutesFrom = "minutes_from_us";

    /// <summary>Times that the disk was full and room was made.</summary>
    public const string TimesFull = "times_full";

    /// <summary>0 when it was never set.</summary>
    public static long Get(Database database, string name) => Find(database, name) ?? 0;

    public static long? Find(Database database, string name)
    {
        using var find = database.Prepare("SELECT value FROM meta WHERE name = ?1");
        find.Bind(1, name);
        return find.Step() ? find.Long(0) : null;
    }

    public static void Set(Database database, string name, long value)
    {
        using var set = database.Prepare("INSERT INTO meta(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value = excluded.value");
        set.Bind(1, name);
        set.Bind(2, value);
        set.Step();
    }

    public static void Add(Database database, string name, long value) => Set(database, name, Get(database, name) + value);
}

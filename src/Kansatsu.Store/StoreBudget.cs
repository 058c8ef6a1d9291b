namespace Kansatsu.Store;

/// <summary>How much a store may keep.</summary>
/// <param name="Days">Of so many days with traffic, the newest, flows with a known cause are kept; the clock on the wall is not asked.</param>
/// <param name="Bytes">Most bytes of the file.</param>
public sealed record StoreBudget(int Days, long Bytes)
{
    /// <summary>Sums by minute are kept of so many days with traffic, or of as many as flows; those by hour and day for ever.</summary>
    public const int MinuteDays = 90;

    public static readonly StoreBudget Default = new(Days: 14, Bytes: 8L << 30);
}

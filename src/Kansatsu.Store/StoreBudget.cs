namespace Kansatsu.Store;

/// <summary>How much a store may keep.</summary>
/// <param name="Days">Of so many days with traffic, the newest, flows with a known cause are kept; the clock on the wall is not asked.</param>
/// <param name="Bytes">Most bytes of the file.</param>
public sealed record StoreBudget(int Days, long Bytes)
{
    public static readonly StoreBudget Default = new(Days: 14, Bytes: 8L << 30);
}

using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Time in the units of the tables: whole microseconds and bins since 1970, rounded down.</summary>
static class Times
{
    public const long Minute = 60 * Timestamp.PerSecond;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    public static long Microseconds(Timestamp time) => Floor(time.Nanoseconds, 1000);

    public static Timestamp OfMicroseconds(long microseconds) => new(unchecked(microseconds * 1000));

    public static long BinOf(Timestamp time, long length) => Floor(time.Nanoseconds, length);

    public static long Floor(long value, long by) => (value / by) - (value % by < 0 ? 1 : 0);

    /// <summary>Nanoseconds of a bin.</summary>
    public static long LengthOf(Tier tier) => tier switch { Tier.Minute => Minute, Tier.Hour => Hour, _ => Day };
}

using Kansatsu.Wire;

namespace Kansatsu.App.Text;

/// <summary>The length of a bin as --bin takes it: 500ms, 10s, 1m, 1h, 1d.</summary>
static class BinText
{
    const long Millisecond = Timestamp.PerSecond / 1000;

    static readonly (long Length, string Unit)[] s_units =
    [
        (86400 * Timestamp.PerSecond, "d"), (3600 * Timestamp.PerSecond, "h"), (60 * Timestamp.PerSecond, "m"), (Timestamp.PerSecond, "s"), (Millisecond, "ms"),
    ];

    public static string Of(long nanoseconds)
    {
        foreach (var (length, unit) in s_units)
            if (nanoseconds % length == 0) return $"{nanoseconds / length}{unit}";
        return $"{nanoseconds / Millisecond}ms";
    }
}

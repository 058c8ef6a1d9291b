using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Lengths that bins of their own accord take: each is a multiple of the one before, so that bins can be joined, and each is one that people count in.</summary>
static class BinLengths
{
    const long Millisecond = Timestamp.PerSecond / 1000;
    const long Minute = 60 * Timestamp.PerSecond;
    const long Hour = 60 * Minute;

    static readonly long[] s_steps =
    [
        Millisecond, 5 * Millisecond, 10 * Millisecond, 50 * Millisecond, 100 * Millisecond, 500 * Millisecond,
        Timestamp.PerSecond, 5 * Timestamp.PerSecond, 10 * Timestamp.PerSecond, 30 * Timestamp.PerSecond,
        Minute, 5 * Minute, 10 * Minute, 30 * Minute, Hour, 2 * Hour, 6 * Hour, 12 * Hour, 24 * Hour,
    ];

    public static long Shortest => s_steps[0];

    /// <summary>How many bins become one: to the next step, or two when the length is none of ours.</summary>
    public static int FactorAfter(long length)
    {
        var at = Array.IndexOf(s_steps, length);
        return at < 0 || at == s_steps.Length - 1 ? 2 : (int)(s_steps[at + 1] / length);
    }
}

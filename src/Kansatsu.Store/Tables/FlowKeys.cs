using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>
/// The key of a flow is the microsecond of its first packet and a number among those that share it, so a range of time is a range of keys. Times before
/// 1684 or after 2255 are kept, but stand at the ends.
/// </summary>
static class FlowKeys
{
    public const int SequenceBits = 10;

    /// <summary>Of a key, the stretch of time that it lies in: some 38 hours.</summary>
    public const int StretchBits = 37 + SequenceBits;

    /// <summary>The same in SQL.</summary>
    public const string Stretch = "key >> 47";

    const long MostMicroseconds = (1L << (63 - SequenceBits)) - 1;

    public static long First(Timestamp time) => FirstOf(Times.Microseconds(time));

    public static long FirstOf(long microseconds) => Math.Clamp(microseconds, -MostMicroseconds, MostMicroseconds) << SequenceBits;

    /// <summary>What the key says of the time.</summary>
    public static Timestamp TimeOf(long key) => new(unchecked((key >> SequenceBits) * 1000));
}

using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>
/// The key of a flow is the microsecond of its first packet and a number among those that share it, so a range of time is a range of keys. Times before
/// 1684 or after 2255 are kept, but stand at the ends.
/// </summary>
static class FlowKeys
{
    public const int SequenceBits = 10;

    const long MostMicroseconds = (1L << (63 - SequenceBits)) - 1;

    public static long First(Timestamp time) => Math.Clamp(Times.Microseconds(time), -MostMicroseconds, MostMicroseconds) << SequenceBits;

    /// <summary>What the key says of the time.</summary>
    public static Timestamp TimeOf(long key) => new(unchecked((key >> SequenceBits) * 1000));
}

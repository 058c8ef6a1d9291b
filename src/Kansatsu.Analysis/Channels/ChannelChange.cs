using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What about a stream can change while it goes on.</summary>
public enum ChannelTrait : byte
{
    /// <summary>Nanoseconds from burst to burst.</summary>
    Period,

    /// <summary>Packets of a burst.</summary>
    Burst,

    /// <summary>The way here is shorter or longer.</summary>
    HopLimit,

    /// <summary>Another last hop, as a 48-bit number.</summary>
    LinkSource,

    SourcePort,
}

/// <summary>How one trait of a stream changed.</summary>
/// <param name="Times">How often it changed; the rest speaks of the latest time.</param>
/// <param name="Before">The time of the last packet before the change.</param>
public readonly record struct ChannelChange(ChannelTrait Trait, long Times, long From, long To, Timestamp Before, Timestamp At, uint Frame);

/// <summary>Silence of a stream that beat regularly before.</summary>
/// <param name="Times">How often it stopped and came back; the rest speaks of the latest time.</param>
public readonly record struct ChannelPause(long Times, Timestamp From, Timestamp To, uint LastFrame, uint Frame);

using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Traffic over time with everything that the sums tell apart.</summary>
/// <param name="Bin">Length of a bin in nanoseconds.</param>
public sealed record TrafficAnswer(Timestamp From, Timestamp To, long Bin, Tier Tier, IReadOnlyList<TrafficPart> Parts);

/// <summary>What flows of one sort carried in one bin.</summary>
/// <param name="Number">Of the bin, counted from 1970.</param>
public readonly record struct TrafficPart(long Number, byte Family, CauseKind Kind, byte Protocol, string Application, long Flows, long Packets, long Bytes);

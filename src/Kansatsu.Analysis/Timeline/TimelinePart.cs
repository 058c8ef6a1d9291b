using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What one flow, or the flows of one sort that made room for others, carried in one bin.</summary>
/// <param name="Bin">Number of the bin (<see cref="Timeline.StartOf"/>).</param>
/// <param name="Segment">Which side of the windows' edges it lies on (<see cref="Timeline.PlaceOf"/>).</param>
/// <param name="Application">What the flow's payload was recognised as.</param>
/// <param name="Bytes">Of IP packets, headers included, as declared.</param>
public readonly record struct TimelinePart(
    long Bin, int Segment, CauseKind Kind, byte Family, byte Protocol, LayerKind Application, long Packets, long Bytes);

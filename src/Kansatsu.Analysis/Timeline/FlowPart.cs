using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What one flow carried in one bin of a <see cref="Timeline"/>.</summary>
/// <param name="At">Begin of the bin.</param>
/// <param name="PacketsBack">From responder to initiator.</param>
/// <param name="BytesOut">Of IP packets, headers included, as declared.</param>
public readonly record struct FlowPart(Timestamp At, long PacketsOut, long PacketsBack, long BytesOut, long BytesBack);

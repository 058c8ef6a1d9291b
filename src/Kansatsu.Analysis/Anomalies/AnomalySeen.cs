using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>A kind of anomaly: how often, and the first frames as examples (the rest is counted only, so a flood of them stays short).</summary>
public sealed record AnomalySeen(Anomaly Anomaly, long Frames, IReadOnlyList<AnomalyExample> Examples, Timestamp First, Timestamp Last);

public sealed record AnomalyExample(long Frame, Timestamp Time, Ipv6Address Source, Ipv6Address Destination);

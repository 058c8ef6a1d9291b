namespace Kansatsu.Analysis;

public sealed record CauseShare(CauseKind Kind, long Flows, long Packets, long Bytes);

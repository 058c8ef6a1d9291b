using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>A burst of a channel.</summary>
/// <param name="Bytes">Of UDP payload.</param>
/// <param name="Gap">Nanoseconds since the burst before it began; 0 for the first.</param>
public sealed record StoredBurst(Timestamp At, long Packets, long Bytes, long Gap);

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Packets of a multicast stream that came together.</summary>
/// <param name="Channel">The stream's id (<see cref="ChannelSeen.Id"/>).</param>
/// <param name="At">Its first packet.</param>
/// <param name="Bytes">Of UDP payload.</param>
/// <param name="Gap">Nanoseconds since the burst before it began; 0 for the first.</param>
public sealed record ChannelBurst(string Channel, Timestamp At, long Packets, long Bytes, long Gap);

using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Traffic over time. All series have a value for each of <paramref name="Times"/>.</summary>
/// <param name="Bin">Length of a bin in nanoseconds.</param>
/// <param name="Tier">The sums that answered.</param>
/// <param name="Times">Begin of each bin.</param>
public sealed record TimelineAnswer(Timestamp From, Timestamp To, long Bin, Tier Tier, IReadOnlyList<Timestamp> Times, IReadOnlyList<TimelineSeries> Series);

/// <summary>One line of it.</summary>
/// <param name="Key">A cause, "6" or "4", or a protocol such as "tcp/tls".</param>
/// <param name="Flows">Counted in the bin of their first packet.</param>
public sealed record TimelineSeries(string Key, long[] Packets, long[] Bytes, long[] Flows);

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>One name: where it was seen, for which addresses, how often and when.</summary>
/// <param name="Frame">The first frame that spoke it.</param>
public sealed record NameSeen(
    string Name, IReadOnlyList<NameSource> Sources, IReadOnlyList<Ipv6Address> Addresses, long Times, Timestamp First, Timestamp Last, long Frame);

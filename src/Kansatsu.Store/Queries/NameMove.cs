using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>How a name was reached over each family, day by day.</summary>
/// <param name="Days">Of each day with traffic, the oldest first.</param>
public sealed record NameMove(string Name, long Ipv4Bytes, long Ipv6Bytes, Timestamp? FirstIpv6, IReadOnlyList<FamilyDay> Days);

/// <summary>Bytes and flows of one day by family; the day is UTC's.</summary>
public sealed record FamilyDay(Timestamp At, long Ipv4Flows, long Ipv6Flows, long Ipv4Bytes, long Ipv6Bytes);

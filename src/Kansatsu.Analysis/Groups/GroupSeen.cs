using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>A multicast group: who reported membership (MLD, IGMP), who queried, what traffic went to it.</summary>
/// <param name="Kind">What kind of group: solicited-node, SSM, embedded RP, unicast-prefix-based, well-known, …</param>
/// <param name="RegisteredName">Its name in the IANA registries, when it has one.</param>
/// <param name="Reports">Membership reports that named it.</param>
public sealed record GroupSeen(
    Ipv6Address Group, int Interface, string Kind, string? RegisteredName, long Reports, long Leaves, long Queries, long Packets, long Bytes,
    IReadOnlyList<Ipv6Address> Reporters, IReadOnlyList<Ipv6Address> Sources, Timestamp First, Timestamp Last, long Frame);

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What a router advertised (RFC 4861 §4.2 and its options).</summary>
/// <param name="LifetimeSeconds">0 = no default router, or no longer.</param>
/// <param name="Managed">M: addresses come by DHCPv6.</param>
/// <param name="OtherConfig">O: other settings come by DHCPv6.</param>
/// <param name="SearchDomains">DNSSL (RFC 8106), as text not yet escaped.</param>
/// <param name="Pref64">The NAT64 prefix (RFC 8781).</param>
/// <param name="Frame">The first advertisement.</param>
public sealed record RouterSeen(
    int LifetimeSeconds, bool Managed, bool OtherConfig, int? Mtu, IReadOnlyList<Ipv6Prefix> Routes, IReadOnlyList<string> SearchDomains,
    Ipv6Prefix? Pref64, long Advertisements, long Frame);

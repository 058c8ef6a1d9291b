using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>A host on the link as Neighbor Discovery, ARP and DHCP showed it: one device may have many addresses.</summary>
/// <param name="Prefixes">For a router: the prefixes it advertised.</param>
/// <param name="LifetimeSeconds">For a router: the lifetime it last advertised; 0 = no longer a default router.</param>
public sealed record NeighborSeen(
    MacAddress Mac, int Interface, IReadOnlyList<Ipv6Address> Addresses, bool IsRouter, IReadOnlyList<Ipv6Prefix> Prefixes, int? LifetimeSeconds,
    IReadOnlyList<Ipv6Address> DnsServers, IReadOnlyList<string> Names, Timestamp First, Timestamp Last, long Frame)
{
    /// <summary>What it advertised, when it sent router advertisements.</summary>
    public RouterSeen? Router { get; init; }
}

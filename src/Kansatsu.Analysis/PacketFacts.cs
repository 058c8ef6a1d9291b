using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What every table wants to know of a packet besides its content.</summary>
public readonly record struct PacketFacts(
    Timestamp Time, uint Frame, Ipv6Address Source, Ipv6Address Destination, MacAddress LinkSource, int Interface, byte HopLimit, int FlowIndex, bool Back);

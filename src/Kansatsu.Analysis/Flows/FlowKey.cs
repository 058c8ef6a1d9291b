using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>The ends of a packet as its headers give them, and the zone in which they mean something (RFC 4007).</summary>
readonly record struct FlowKey(
    Ipv6Address Source, Ipv6Address Destination, ushort SourcePort, ushort DestinationPort, byte Protocol, byte Family, ushort Zone)
{
    public FlowKey Turned() => new(Destination, Source, DestinationPort, SourcePort, Protocol, Family, Zone);
}

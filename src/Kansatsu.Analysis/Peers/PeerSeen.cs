using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Somebody home spoke with or heard from: a host, a site by its name, or a network whose addresses change.</summary>
/// <param name="Addresses">In the order of their numbers.</param>
/// <param name="Names">Most bytes first; empty when nothing named it.</param>
/// <param name="Network">The /64 that ties its nameless addresses; null when something else does.</param>
/// <param name="BegunByHome">Flows that home began.</param>
/// <param name="BegunByPeer">Flows that the peer began.</param>
/// <param name="BeginGuessed">Flows of both of which the beginning is a conclusion.</param>
/// <param name="Causes">Most bytes first.</param>
/// <param name="Listed">Names and addresses of it that are on the user's blocklist.</param>
public sealed record PeerSeen(
    IReadOnlyList<Ipv6Address> Addresses, IReadOnlyList<PeerName> Names, IReadOnlyList<MacAddress> Macs, Ipv6Prefix? Network, PeerFamily Ipv6, PeerFamily Ipv4,
    long BegunByHome, long BegunByPeer, long BeginGuessed, Timestamp First, Timestamp Last, IReadOnlyList<CauseShare> Causes, IReadOnlyList<string> Listed)
{
    public long Flows => Ipv6.Flows + Ipv4.Flows;

    public long Packets => Ipv6.Packets + Ipv4.Packets;

    public long Bytes => Ipv6.Bytes + Ipv4.Bytes;
}

/// <summary>A name of a peer and everything that spoke it.</summary>
public sealed record PeerName(string Name, IReadOnlyList<NameSource> Sources);

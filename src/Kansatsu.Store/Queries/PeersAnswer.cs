using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Far sides, most bytes first.</summary>
/// <param name="Total">How many there are without limit and offset; at least so many when not exact.</param>
/// <param name="IsExact">False: there are very many, so only the largest of each cause in each hour or day were added up.</param>
public sealed record PeersAnswer(Tier Tier, IReadOnlyList<StoredPeer> Peers, long Total, bool IsExact);

/// <summary>One of them.</summary>
/// <param name="Name">Null when it has none, or was not asked for by name.</param>
/// <param name="Net">The network of its largest part.</param>
/// <param name="First">The earliest time that the tier tells, to the second.</param>
public sealed record StoredPeer(
    string? Name, Ipv6Prefix Net, bool HasIpv4, bool HasIpv6, long Flows, long PacketsTo, long PacketsFrom, long BytesTo, long BytesFrom,
    Timestamp First, Timestamp Last, IReadOnlyList<CauseShare> Causes);

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Finds out which side is observed (docs/why/home.md), or is told. It collects nothing itself: when asked, it concludes from the flows, the
/// neighbors and the groups as they stand, and keeps the conclusion until they change.
/// </summary>
public sealed class HomeFinder
{
    readonly FlowTable _flows;
    readonly NeighborTable _neighbors;
    readonly GroupTable _groups;
    readonly IReadOnlyList<Ipv6Prefix> _given;
    HomeConclusion _conclusion = HomeConclusion.Nothing;
    long _version = -1;

    internal HomeFinder(FlowTable flows, NeighborTable neighbors, GroupTable groups, IReadOnlyList<Ipv6Prefix> given)
    {
        _flows = flows;
        _neighbors = neighbors;
        _groups = groups;
        _given = given;
    }

    /// <summary>What home is, with reasons; empty when nothing speaks for any side (<see cref="Doubt"/> then says why).</summary>
    public IReadOnlyList<HomePrefix> Home => Fresh().Home;

    /// <summary>Why the conclusion may be wrong, or why there is none; null when there is no reason to doubt.</summary>
    public string? Doubt => Fresh().Doubt;

    /// <summary>Home was told, not inferred.</summary>
    public bool IsGiven => _given.Count > 0;

    public bool IsHome(Ipv6Address address) => Fresh().Contains(address);

    /// <summary>The conclusion as it stands, made anew when anything was learnt since.</summary>
    internal HomeConclusion Fresh()
    {
        var version = _flows.Begun + _neighbors.Version + _groups.Version;
        if (version == _version) return _conclusion;
        _version = version;
        return _conclusion = Conclude();
    }

    /// <summary>A conclusion that may be a little old: it is made anew only when twice as much was seen.</summary>
    internal HomeConclusion Recent() => _version < 0 || _flows.Begun > _version * 2 ? Fresh() : _conclusion;

    HomeConclusion Conclude() =>
        _given.Count > 0 ? HomeInference.FromGiven(_given, _neighbors) : new HomeInference(_flows, _neighbors, _groups).Conclude();
}

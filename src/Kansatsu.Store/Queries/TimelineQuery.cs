using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>Traffic over time, as it is asked for.</summary>
/// <param name="Points">Most bins; the bin is a whole number of minutes, hours or days.</param>
public sealed record TimelineQuery(StoreRange Range, TimelineBy By, int Points = 200)
{
    public int? Family { get; init; }

    public CauseKind? Cause { get; init; }

    /// <summary>Only the traffic with far sides in here; its bins are hours or days.</summary>
    public Ipv6Prefix? Peer { get; init; }
}

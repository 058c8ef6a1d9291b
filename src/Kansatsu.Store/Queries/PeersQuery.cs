using Kansatsu.Analysis;

namespace Kansatsu.Store;

/// <summary>Far sides, as they are asked for.</summary>
public sealed record PeersQuery(StoreRange Range, PeersBy By = PeersBy.Name)
{
    public int? Family { get; init; }

    public CauseKind? Cause { get; init; }

    /// <summary>What the operator declared is left out.</summary>
    public bool WithoutOwn { get; init; }

    /// <summary>A part of the name.</summary>
    public string? Name { get; init; }

    public int Limit { get; init; } = 100;

    public int Offset { get; init; }
}

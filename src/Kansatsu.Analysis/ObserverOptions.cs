using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What the user may tell an <see cref="Observer"/> beforehand.</summary>
public sealed record ObserverOptions
{
    /// <summary>Home as given with --home; empty = find out.</summary>
    public IReadOnlyList<Ipv6Prefix> Home { get; init; } = [];

    /// <summary>Most flows kept at once.</summary>
    public int FlowCapacity { get; init; } = FlowTable.DefaultCapacity;

    /// <summary>Secret of the hash tables; random unless a test wants the same order of evictions twice.</summary>
    public ulong? HashSeed { get; init; }
}

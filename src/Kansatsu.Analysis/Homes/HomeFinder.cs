using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Finds out which side is observed (docs/why/home.md), or is told.</summary>
public sealed class HomeFinder
{
    /// <summary>What home is, with reasons; empty when nothing speaks for any side (<see cref="Doubt"/> then says why).</summary>
    public IReadOnlyList<HomePrefix> Home => [];

    public string? Doubt => null;

    public bool IsHome(Ipv6Address address) => false;
}

namespace Kansatsu.Analysis;

/// <summary>Who is on the link: addresses by link-layer address, routers with what they advertise.</summary>
public sealed class NeighborTable
{
    public IEnumerable<NeighborSeen> All => [];
}

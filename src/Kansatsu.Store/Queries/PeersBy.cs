namespace Kansatsu.Store;

/// <summary>What makes one peer of several far sides.</summary>
public enum PeersBy
{
    /// <summary>The name; without one the /64 (IPv4: the address).</summary>
    Name,

    /// <summary>The /64; of IPv4 the address.</summary>
    Net64,

    /// <summary>The /48; of IPv4 the /24.</summary>
    Net48,
}

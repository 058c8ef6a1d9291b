using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What is known of one link-layer address on one interface.</summary>
sealed class NeighborRecord(MacAddress mac, int @interface)
{
    /// <summary>Addresses kept of a neighbor: temporary ones come and go, and one that claims more is a router or a forger.</summary>
    public const int MaxAddresses = 64;

    /// <summary>Host names kept of a neighbor.</summary>
    public const int MaxNames = 8;

    public readonly MacAddress Mac = mac;
    public readonly int Interface = @interface;
    public readonly List<NeighborAddress> Addresses = [];
    public readonly List<string> Names = [];
    public int Index;
    public RouterRecord? Router;
    public Timestamp First;
    public Timestamp Last;
    public uint Frame;
    public long Refused;

    public void Note(Ipv6Address address, NeighborEvidence evidence, uint frame)
    {
        for (var i = 0; i < Addresses.Count; i++)
        {
            if (Addresses[i].Address != address) continue;
            var known = Addresses[i];
            if ((known.Evidence & evidence) == 0) Addresses[i] = known with { Evidence = known.Evidence | evidence };
            return;
        }

        if (Addresses.Count < MaxAddresses) Addresses.Add(new NeighborAddress(address, evidence, frame));
        else Refused++;
    }
}

/// <param name="Frame">The frame that first gave the address to this neighbor.</param>
readonly record struct NeighborAddress(Ipv6Address Address, NeighborEvidence Evidence, uint Frame);

/// <summary>How an address showed that it belongs to a neighbor.</summary>
[Flags]
enum NeighborEvidence : byte
{
    None = 0,

    /// <summary>Asked for another neighbor with it as source (NS).</summary>
    Asked = 1,

    /// <summary>Asked whether it is free (RFC 4862 §5.4, RFC 5227).</summary>
    Tested = 2,

    /// <summary>Answered for it (NA).</summary>
    Answered = 4,
    Arp = 8,

    /// <summary>A DHCP server gave it.</summary>
    Leased = 16,

    /// <summary>Source of router advertisements.</summary>
    Router = 32,

    /// <summary>Sought routers with it as source (RS), as hosts do.</summary>
    RouterSought = 64,
}

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Addresses that are home together or not at all, and what speaks for it.</summary>
struct HomeUnit
{
    public Ipv6Prefix Prefix;

    /// <summary>Conversations it takes part in, and those that it began by sending the first packet.</summary>
    public int Flows;
    public int Begun;

    /// <summary>Conversations that stay inside it.</summary>
    public int Inside;
    public bool IsTaken;

    /// <summary>Conversations with two-way traffic.</summary>
    public int Answered;

    /// <summary>Conversations in which its packets had a hop limit as hosts send it, so that no router was passed.</summary>
    public int Fresh;

    /// <summary>Conversations it began with something that a protocol was recognised in.</summary>
    public int Spoke;

    /// <summary>DNS questions that it asked.</summary>
    public int Lookups;
    public NeighborEvidence Link;

    /// <summary>A router advertised the prefix here.</summary>
    public bool IsAdvertised;

    /// <summary>It reported membership of groups.</summary>
    public bool Reports;

    /// <summary>Conversations without a home end so far, counted anew in every round.</summary>
    public int Open;

    /// <summary>Conversations with what is already home.</summary>
    public int WithHome;

    /// <summary>Addresses that nobody far away has. Those for documentation are used in labs.</summary>
    public readonly bool IsLocalUse
    {
        get
        {
            var kind = SpecialAddresses.KindOf(Prefix.Address);
            return SpecialAddresses.IsLocalUse(kind) || kind is AddressKind.Documentation or AddressKind.Benchmarking;
        }
    }

    public readonly bool IsOnLink => IsAdvertised || (Link & ~NeighborEvidence.Router & ~NeighborEvidence.Asked) != 0;

    /// <summary>An IPv6 /64, an IPv4 /24, or a single address where neighbors in number are not neighbors in place: link-local, loopback, Teredo.</summary>
    public static Ipv6Prefix PrefixOf(Ipv6Address address)
    {
        if (address.IsIpv4) return new Ipv6Prefix(address, 96 + 24);
        var isSingle = address.IsLinkLocal || SpecialAddresses.KindOf(address) is AddressKind.Loopback or AddressKind.Teredo;
        return new Ipv6Prefix(address, isSingle ? 128 : 64);
    }

    /// <summary>The site around it: IPv4 /16, IPv6 /48.</summary>
    public static Ipv6Prefix SiteOf(Ipv6Address address) => new(address, address.IsIpv4 ? 96 + 16 : 48);
}

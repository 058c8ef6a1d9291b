namespace Kansatsu.Wire;

/// <summary>What an address is set aside for (IANA special-purpose registries, <see cref="SpecialAddresses"/>).</summary>
public enum AddressKind : byte
{
    /// <summary>Global unicast: may be met anywhere on the Internet.</summary>
    Global,
    Unspecified,
    Loopback,
    LinkLocal,
    Multicast,
    Broadcast,

    /// <summary>RFC 1918.</summary>
    Private,

    /// <summary>Shared by carriers for their NAT (RFC 6598).</summary>
    Shared,

    /// <summary>fc00::/7 (RFC 4193).</summary>
    UniqueLocal,

    /// <summary>fec0::/10, deprecated (RFC 3879).</summary>
    SiteLocal,
    Documentation,
    Benchmarking,

    /// <summary>100::/64 (RFC 6666).</summary>
    DiscardOnly,

    /// <summary>Future use, protocol assignments, "this network": never a host's address out there.</summary>
    Reserved,

    /// <summary>2001::/32: an IPv6 address made of IPv4 addresses (RFC 4380).</summary>
    Teredo,

    /// <summary>2002::/16 (RFC 3056).</summary>
    SixToFour,

    /// <summary>64:ff9b::/96 and 64:ff9b:1::/48: IPv4 hosts behind a NAT64 (RFC 6052, RFC 8215).</summary>
    Nat64,

    /// <summary>2001:10::/28 and 2001:20::/28: identifiers, not routable (RFC 4843, RFC 7343).</summary>
    Orchid,

    /// <summary>3ffe::/16: the 6bone that ended in 2006 (RFC 3701).</summary>
    SixBone,

    /// <summary>IPv6 outside 2000::/3 and every other block: not given to anybody.</summary>
    Unallocated,
}

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What an address in ff00::/8 or 224.0.0.0/4 is made of; the words are stable and documented.</summary>
public static class GroupKinds
{
    /// <summary>
    /// solicited-node (RFC 4291 §2.7.1), node-information (RFC 4620 §5: ff02::2:ff00:0/104 and the older ff02::2:0:0/96), source-specific (RFC 4607), embedded-rp (RFC 3956),
    /// unicast-prefix (RFC 3306; IPv4 RFC 6034 234/8 and GLOP 233/8, RFC 3180), transient (T flag), scoped (IPv4 239/8, RFC 2365), local-control
    /// (224.0.0.0/24), well-known (in the registry), permanent (the rest).
    /// </summary>
    public static string Of(Ipv6Address group) => group.IsIpv4 ? OfIpv4(group) : OfIpv6(group);

    /// <summary>ff02::1 and the node's own scope are never reported (RFC 3810 §6), nor, by most hosts, 224.0.0.0/24 (RFC 4541 §2.1.2).</summary>
    public static bool IsEverybodys(Ipv6Address group) =>
        group == Ipv6Address.AllNodes || (group.IsIpv4 && group.Ipv4 >> 8 == 0xe0_0000) || (!group.IsIpv4 && AddressScopes.Of(group) <= AddressScope.InterfaceLocal);

    /// <summary>The unicast prefix whose owner made the group (RFC 3306 §4, and with an embedded rendezvous point RFC 3956 §4); null when there is none.</summary>
    public static Ipv6Prefix? PrefixOf(Ipv6Address group)
    {
        if (Of(group) is not ("unicast-prefix" or "embedded-rp") || group.IsIpv4) return null;
        var length = (int)(group.High >> 32 & 0xff);
        return length > 64 ? null : new Ipv6Prefix(new Ipv6Address((group.High << 32) | (group.Low >> 32), 0), length);
    }

    /// <summary>The rendezvous point that the group's address names (RFC 3956 §4): its prefix, and four bits of interface identifier.</summary>
    public static Ipv6Address? RendezvousPointOf(Ipv6Address group)
    {
        if (group.IsIpv4 || Of(group) != "embedded-rp" || PrefixOf(group) is not { Length: > 0 } prefix) return null;
        var identifier = group.High >> 40 & 0xf;
        return identifier == 0 ? null : new Ipv6Address(prefix.Address.High, identifier);
    }

    static string OfIpv6(Ipv6Address group)
    {
        if (group.IsSolicitedNode) return "solicited-node";
        if (GroupRegistry.NameOf(group) is not null) return "well-known";
        if (group.High == 0xff02_0000_0000_0000 && group.Low >> 32 == 2) return "node-information";
        var flags = (int)(group.High >> 52) & 0xf;
        if ((flags & 1) == 0) return "permanent";
        if ((flags & 6) == 6) return "embedded-rp";
        // P without a prefix is source-specific: ff3x::/96, with the whole ff3x::/32 set aside for it (RFC 4607 §1).
        if ((flags & 2) != 0) return (group.High & 0x0000_ffff_ffff_ffff) >> 32 == 0 ? "source-specific" : "unicast-prefix";
        return "transient";
    }

    static string OfIpv4(Ipv6Address group)
    {
        if (!group.IsMulticast) return "broadcast";
        if (GroupRegistry.NameOf(group) is not null) return "well-known";
        return (group.Ipv4 >> 24) switch
        {
            224 when group.Ipv4 >> 8 == 0xe0_0000 => "local-control",
            232 => "source-specific",
            233 or 234 => "unicast-prefix",
            239 => "scoped",
            _ => "permanent",
        };
    }
}

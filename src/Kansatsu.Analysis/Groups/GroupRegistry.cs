using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Names of well-known groups: the part of IANA's "IPv6 Multicast Address Space Registry" and "IPv4 Multicast Address Space Registry" (both as of
/// 2025-06) that is met on real links.
/// </summary>
public static class GroupRegistry
{
    /// <summary>Groups registered for every scope ("variable scope"), by the 112 bits behind flags and scope.</summary>
    static string? VariableScope(ulong group) => group switch
    {
        0x0c => "SSDP",
        0xfb => "mDNS",
        0xfd => "All CoAP nodes",
        0x101 => "NTP",
        0x108 => "NIS+",
        0x116 => "SLP",
        0x123 => "SVRLOC-DA",
        0x181 => "PTP primary",
        0x182 => "PTP alternate 1",
        0x183 => "PTP alternate 2",
        _ => null,
    };

    static string? LinkLocal(ulong group) => group switch
    {
        0x01 => "All nodes",
        0x02 => "All routers",
        0x04 => "DVMRP routers",
        0x05 => "OSPFv3 routers",
        0x06 => "OSPFv3 designated routers",
        0x07 => "ST routers",
        0x08 => "ST hosts",
        0x09 => "RIPng routers",
        0x0a => "EIGRP routers",
        0x0b => "Mobile agents",
        0x0d => "PIM routers",
        0x0e => "RSVP encapsulation",
        0x10 => "All homenet nodes",
        0x11 => "All BIER routers",
        0x12 => "VRRP",
        0x16 => "MLDv2-capable routers",
        0x1a => "All RPL nodes",
        0x66 => "HSRP version 2",
        0x6a => "All snoopers",
        0x6b => "PTP peer delay",
        0x1_0001 => "Link name",
        0x1_0002 => "DHCPv6 servers and relay agents",
        0x1_0003 => "LLMNR",
        0x1_0004 => "DTCP announcement",
        0x1_0005 => "afore_vdp",
        0x1_0006 => "Babel routers",
        _ => null,
    };

    static string? Ipv4(uint group) => group switch
    {
        0xe000_0001 => "All systems",
        0xe000_0002 => "All routers",
        0xe000_0004 => "DVMRP routers",
        0xe000_0005 => "OSPF routers",
        0xe000_0006 => "OSPF designated routers",
        0xe000_0009 => "RIP2 routers",
        0xe000_000a => "EIGRP routers",
        0xe000_000d => "PIM routers",
        0xe000_0012 => "VRRP",
        0xe000_0013 => "All L1 intermediate systems",
        0xe000_0016 => "IGMPv3-capable routers",
        0xe000_0066 => "HSRP version 2, GLBP",
        0xe000_006b => "PTP peer delay",
        0xe000_00fb => "mDNS",
        0xe000_00fc => "LLMNR",
        0xe000_0101 => "NTP",
        0xe000_0116 => "SLP",
        0xe000_0118 => "Microsoft DS",
        0xe000_0123 => "SVRLOC-DA",
        0xe000_0127 => "Cisco RP announce",
        0xe000_0128 => "Cisco RP discovery",
        0xe000_0181 => "PTP primary",
        0xe000_0182 => "PTP alternate 1",
        0xefff_fffa => "SSDP, WS-Discovery",
        0xefff_fffd => "SLP",
        _ => null,
    };

    /// <summary>The registered name, or null.</summary>
    public static string? NameOf(Ipv6Address group)
    {
        if (group.IsIpv4) return Ipv4(group.Ipv4);
        if (group.High >> 56 != 0xff || (group.High & 0x00f0_ffff_ffff_ffff) != 0) return null;
        var scope = AddressScopes.Of(group);
        if (group.Low == 1 && scope == AddressScope.InterfaceLocal) return "All nodes of this interface";
        if (group.Low == 2 && scope is AddressScope.InterfaceLocal or AddressScope.SiteLocal) return "All routers";
        if (scope == AddressScope.SiteLocal && group.Low == 0x1_0003) return "DHCPv6 servers";
        if (scope == AddressScope.RealmLocal && group.Low == 0xfc) return "MPL forwarders";
        if (scope == AddressScope.LinkLocal && LinkLocal(group.Low) is { } name) return name;
        return VariableScope(group.Low);
    }
}

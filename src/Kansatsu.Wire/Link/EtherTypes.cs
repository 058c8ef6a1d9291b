namespace Kansatsu.Wire;

/// <summary>The layer that an EtherType announces (IEEE 802 numbers registry); below 0x0600 it is a length and LLC follows.</summary>
static class EtherTypes
{
    public const ushort Ipv4 = 0x0800;
    public const ushort Ipv6 = 0x86dd;
    public const ushort Arp = 0x0806;
    public const ushort TransparentEthernet = 0x6558;
    public const ushort SmallestType = 0x0600;

    public const ushort VnTag = 0x8926;
    public const ushort FabricPath = 0x8903;
    public const ushort BackboneService = 0x88e7;
    public const ushort CiscoMetaData = 0x8909;
    public const ushort HighAvailabilityRing = 0x892f;

    const int LargestLength = 1500;

    /// <summary>As the type field of an Ethernet header has it: a type, or the length of an 802.3 frame.</summary>
    public static LayerKind Next(ushort type, ref Dissection d)
    {
        // Nearly all are one of these two.
        if (type is Ipv6 or Ipv4) return type == Ipv6 ? LayerKind.Ipv6 : LayerKind.Ipv4;
        if (type >= SmallestType) return NextNamed(type, ref d);
        if (type <= LargestLength) d.Limit(Math.Min(type, d.DeclaredRemaining));
        return LayerKind.Llc;
    }

    /// <summary>As carriers other than Ethernet have it: always a type.</summary>
    public static LayerKind NextNamed(ushort type, ref Dissection d)
    {
        switch (type)
        {
            case Ipv6: return LayerKind.Ipv6;
            case Ipv4: return LayerKind.Ipv4;
            case Arp or 0x8035: return LayerKind.Arp;
            case 0x8100 or 0x88a8 or 0x9100 or 0x9200 or 0x9300: return LayerKind.Vlan;
            case 0x8847 or 0x8848: return LayerKind.Mpls;
            case 0x8863: return LayerKind.PppoeDiscovery;
            case 0x8864: return LayerKind.Pppoe;
            case TransparentEthernet: return LayerKind.Ethernet;
            case 0x880b: return LayerKind.Ppp;
            case 0x88cc: return LayerKind.Lldp;
            case 0x888e: return LayerKind.Eapol;
            case 0x894f: return LayerKind.Nsh;
            case VnTag or FabricPath or BackboneService or CiscoMetaData or HighAvailabilityRing: return LayerKind.EtherTag;
            default: return Unknown(type, ref d);
        }
    }

    /// <summary>Nothing here reads what follows; its number is kept.</summary>
    public static LayerKind Unknown(ushort number, ref Dissection d)
    {
        d.Push(LayerKind.Unknown, 0).Value = number;
        return d.End(StopReason.Unsupported, LayerKind.Unknown);
    }

    /// <summary>The type is one that traffic is often seen to carry: a hint that a guess at a header's place was right.</summary>
    public static bool IsCommon(ushort type) => type is Ipv4 or Ipv6 or Arp or 0x8100 or 0x88a8 or 0x8847 or 0x8863 or 0x8864 or 0x88cc or 0x888e
        or 0x8035 or 0x9000 or 0x88f7 or 0x8902;
}

namespace Kansatsu.Wire;

/// <summary>The layer that an EtherType announces (IEEE 802 numbers registry); below 0x0600 it is a length and LLC follows.</summary>
static class EtherTypes
{
    public const ushort Ipv4 = 0x0800;
    public const ushort Ipv6 = 0x86dd;
    public const ushort SmallestType = 0x0600;

    public static LayerKind Next(ushort type, ref Dissection d)
    {
        switch (type)
        {
            case Ipv6: return LayerKind.Ipv6;
            case Ipv4: return LayerKind.Ipv4;
            case 0x0806: return LayerKind.Arp;
            case 0x8100 or 0x88a8 or 0x9100 or 0x9200: return LayerKind.Vlan;
            case 0x8847 or 0x8848: return LayerKind.Mpls;
            case 0x8863: return LayerKind.PppoeDiscovery;
            case 0x8864: return LayerKind.Pppoe;
            case 0x6558: return LayerKind.Ethernet;
            case 0x880b: return LayerKind.Ppp;
            case 0x88cc: return LayerKind.Lldp;
            case 0x888e: return LayerKind.Eapol;
            case 0x88be or 0x22eb: return LayerKind.Erspan;
            case < SmallestType:
                if (type <= 1500) d.Limit(Math.Min(type, d.DeclaredRemaining));
                return LayerKind.Llc;
            default:
                d.Push(LayerKind.Unknown, 0).Value = type;
                return d.End(StopReason.Unsupported, LayerKind.Unknown);
        }
    }
}

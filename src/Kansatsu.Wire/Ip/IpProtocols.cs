using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>The layer that an IP protocol number announces (IANA protocol numbers).</summary>
public static class IpProtocols
{
    public const byte HopByHop = 0;
    public const byte Icmp = 1;
    public const byte Igmp = 2;
    public const byte Ipv4 = 4;
    public const byte Tcp = 6;
    public const byte Udp = 17;
    public const byte Ipv6 = 41;
    public const byte Routing = 43;
    public const byte Fragment = 44;
    public const byte Gre = 47;
    public const byte Esp = 50;
    public const byte Authentication = 51;
    public const byte Icmpv6 = 58;
    public const byte NoNextHeader = 59;
    public const byte DestinationOptions = 60;
    public const byte Sctp = 132;
    public const byte Mobility = 135;
    public const byte UdpLite = 136;
    public const byte Hip = 139;
    public const byte Shim6 = 140;

    /// <summary>From here on no number is assigned; 253 and 254 are for experiments, 255 is reserved.</summary>
    const byte FirstUnassigned = 147;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static LayerKind Next(byte protocol, ref Dissection d)
    {
        if (d.ComesFromNobody) InspectNobody(protocol, ref d);
        return protocol switch
        {
            Tcp => LayerKind.Tcp,
            Udp => LayerKind.Udp,
            Icmpv6 => LayerKind.Icmpv6,
            _ => NextRare(protocol, ref d),
        };
    }

    static LayerKind NextRare(byte protocol, ref Dissection d)
    {
        switch (protocol)
        {
            case Icmp: return LayerKind.Icmp;
            case HopByHop: return LayerKind.HopByHop;
            case Routing: return LayerKind.Routing;
            case Fragment: return LayerKind.Fragment;
            case DestinationOptions: return LayerKind.DestinationOptions;
            case Authentication: return LayerKind.Authentication;
            case Esp: return LayerKind.Esp;
            case Mobility: return LayerKind.Mobility;
            case Hip: return LayerKind.Hip;
            case Shim6: return LayerKind.Shim6;
            case NoNextHeader: return LayerKind.NoNextHeader;
            case Ipv4: return LayerKind.Ipv4;
            case Ipv6: return LayerKind.Ipv6;
            case Igmp: return LayerKind.Igmp;
            case Gre: return LayerKind.Gre;
            case 88: return LayerKind.Eigrp;
            case 89: return d.Slot(d.IpLayer).Kind == LayerKind.Ipv6 ? LayerKind.Ospfv3 : LayerKind.Ospf;
            case 103: return LayerKind.Pim;
            case 112: return LayerKind.Vrrp;
            case 115: return LayerKind.L2tpv3;
            case 137: return LayerKind.Mpls;
            case 33: return LayerKind.Dccp;
            case Sctp: return LayerKind.Sctp;
            case UdpLite: return LayerKind.UdpLite;
            case 143: return LayerKind.EtherIp;
            default:
                if (protocol >= FirstUnassigned && !d.IsQuoting && d.EnclosingIp.Kind == LayerKind.Ipv6) d.Flag(Anomaly.Ipv6UnknownNextHeader);
                d.Push(LayerKind.Unknown, 0).Value = protocol;
                return d.End(StopReason.Unsupported, LayerKind.Unknown);
        }
    }

    /// <summary>
    /// Extension headers, which every node must be able to skip (RFC 7045 §1.1), and "nothing follows".
    /// </summary>
    internal static bool IsExtension(byte protocol) => protocol is HopByHop or Routing or Fragment or Authentication or NoNextHeader or DestinationOptions
        or Mobility or Hip or Shim6;

    /// <summary>ICMPv6 has rules of its own for packets without a source; nothing else may be sent like that (RFC 4291 §2.5.2).</summary>
    static void InspectNobody(byte protocol, ref Dissection d)
    {
        if (protocol != Icmpv6 && !IsExtension(protocol) && !d.IsQuoting && d.EnclosingIp.Kind == LayerKind.Ipv6) d.Flag(Anomaly.Ipv6UnspecifiedSource);
    }
}

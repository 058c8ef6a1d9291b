namespace Kansatsu.Wire;

/// <summary>Which layer a frame of a link type begins with.</summary>
static class LinkTypes
{
    public static LayerKind First(LinkType type, ref Dissection d)
    {
        switch (type)
        {
            case LinkType.Ethernet: return LayerKind.Ethernet;
            case LinkType.Raw or LinkType.Raw12 or LinkType.Raw14: return ByVersion(ref d);
            case LinkType.Raw4: return LayerKind.Ipv4;
            case LinkType.Raw6: return LayerKind.Ipv6;
            case LinkType.Null or LinkType.Loopback: return LayerKind.NullLoopback;
            case LinkType.LinuxSll: return LayerKind.LinuxCooked;
            case LinkType.LinuxSll2: return LayerKind.LinuxCooked2;
            case LinkType.Ppp or LinkType.PppHdlc or LinkType.PppPppd: return LayerKind.Ppp;
            case LinkType.PppEthernet: return LayerKind.Pppoe;
            case LinkType.CiscoHdlc: return LayerKind.CiscoHdlc;
            case LinkType.FrameRelay: return LayerKind.FrameRelay;
            case LinkType.Ieee80211: return LayerKind.Ieee80211;
            case LinkType.Ieee80211Radiotap: return LayerKind.Radiotap;
            case LinkType.Ieee80211Prism: return LayerKind.Prism;
            case LinkType.PpiPacket: return LayerKind.Ppi;
            case LinkType.Nflog: return LayerKind.Nflog;
            case LinkType.Erf: return LayerKind.Erf;
            case LinkType.Fddi: return LayerKind.Fddi;
            case LinkType.ArcnetLinux: return LayerKind.Arcnet;
            default:
                d.Push(LayerKind.Unknown, 0).Value = (ushort)type;
                return d.End(StopReason.Unsupported, LayerKind.Unknown);
        }
    }

    /// <summary>IPv4 or IPv6 by the version nibble at the cursor.</summary>
    public static LayerKind ByVersion(ref Dissection d)
    {
        if (d.Remaining == 0) return d.EndShort(LayerKind.Unknown, 1, Anomaly.LinkTooShort);
        switch (d.Rest[0] >> 4)
        {
            case 4: return LayerKind.Ipv4;
            case 6: return LayerKind.Ipv6;
            default: return d.End(StopReason.Malformed, LayerKind.Unknown, Anomaly.EtherTypeVersionMismatch);
        }
    }
}

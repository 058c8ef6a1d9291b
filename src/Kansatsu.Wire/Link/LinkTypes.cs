namespace Kansatsu.Wire;

/// <summary>Which layer a frame of a link type begins with.</summary>
static class LinkTypes
{
    /// <summary>SLIP: direction and the (de)compressed header stand before the packet.</summary>
    const int SlipHeader = 16;

    /// <summary>IP over IEEE 1394 (Apple): two EUI-64 addresses and an EtherType.</summary>
    const int FirewireHeader = 18;

    public static LayerKind First(LinkType type, ref Dissection d) => type == LinkType.Ethernet ? LayerKind.Ethernet : Other(type, ref d);

    static LayerKind Other(LinkType type, ref Dissection d)
    {
        switch (type)
        {
            case LinkType.Raw or LinkType.Raw12 or LinkType.Raw14: return ByVersion(ref d);
            case LinkType.Raw4: return LayerKind.Ipv4;
            case LinkType.Raw6: return LayerKind.Ipv6;
            case LinkType.Null or LinkType.Loopback: return LayerKind.NullLoopback;
            case LinkType.LinuxSll: return LayerKind.LinuxCooked;
            case LinkType.LinuxSll2: return LayerKind.LinuxCooked2;
            case LinkType.Ppp or LinkType.PppHdlc: return LayerKind.Ppp;
            case LinkType.PppPppd: return AfterPppd(ref d);
            case LinkType.PppWithDirection: return After(1, LayerKind.Ppp, ref d);
            case LinkType.PppEthernet: return LayerKind.Pppoe;
            case LinkType.CiscoHdlc: return LayerKind.CiscoHdlc;
            case LinkType.CiscoHdlcWithDirection: return After(1, LayerKind.CiscoHdlc, ref d);
            case LinkType.FrameRelay: return LayerKind.FrameRelay;
            case LinkType.FrameRelayWithDirection: return After(1, LayerKind.FrameRelay, ref d);
            case LinkType.Ieee80211: return LayerKind.Ieee80211;
            case LinkType.Ieee80211Radiotap: return LayerKind.Radiotap;
            case LinkType.Ieee80211Prism or LinkType.Ieee80211Avs: return LayerKind.Prism;
            case LinkType.PpiPacket: return LayerKind.Ppi;
            default: return Rare(type, ref d);
        }
    }

    static LayerKind Rare(LinkType type, ref Dissection d)
    {
        switch (type)
        {
            case LinkType.Nflog: return LayerKind.Nflog;
            case LinkType.Erf: return LayerKind.Erf;
            case LinkType.Ieee802154 or LinkType.Ieee802154NoFrameCheck or LinkType.Ieee802154Tap: return Ieee802154Layer.First(type, ref d);
            case LinkType.Fddi: return LayerKind.Fddi;
            case LinkType.ArcnetLinux or LinkType.ArcnetBsd: return LayerKind.Arcnet;
            case LinkType.PacketFilterLog: return PacketFilterLog(ref d);
            case LinkType.OpenBsdEnc: return After(12, LayerKind.None, ref d);
            // The direction byte is 0 or 1; anything else is not what the link type says.
            case LinkType.Slip when d.Remaining > 0 && d.Rest[0] <= 1: return After(SlipHeader, LayerKind.None, ref d);
            case LinkType.Firewire: return Firewire(ref d);
            default: return EtherTypes.Unknown((ushort)type, ref d);
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

    /// <summary>Skips what only the capture added; <see cref="LayerKind.None"/> stands for an IP packet of either family.</summary>
    static LayerKind After(int length, LayerKind next, ref Dissection d)
    {
        if (d.Remaining < length) return d.EndShort(LayerKind.Unknown, length, Anomaly.LinkTooShort);
        d.Skip(length);
        return next == LayerKind.None ? ByVersion(ref d) : next;
    }

    /// <summary>pppd writes the direction over the HDLC address byte: 0 in, 1 out (then the control byte and the protocol follow).</summary>
    static LayerKind AfterPppd(ref Dissection d)
    {
        var bytes = d.Rest;
        return bytes.Length >= 2 && bytes[0] <= 1 && bytes[1] == 0x03 ? After(2, LayerKind.Ppp, ref d) : LayerKind.Ppp;
    }

    /// <summary>OpenBSD's pf: the first byte is the header's length, padded to four.</summary>
    static LayerKind PacketFilterLog(ref Dissection d)
    {
        if (d.Remaining == 0) return d.EndShort(LayerKind.Unknown, 1, Anomaly.LinkTooShort);
        return After((d.Rest[0] + 3) & ~3, LayerKind.None, ref d);
    }

    static LayerKind Firewire(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < FirewireHeader) return d.EndShort(LayerKind.Unknown, FirewireHeader, Anomaly.LinkTooShort);
        d.Skip(FirewireHeader);
        return EtherTypes.NextNamed((ushort)((bytes[FirewireHeader - 2] << 8) | bytes[FirewireHeader - 1]), ref d);
    }
}

namespace Kansatsu.Wire;

/// <summary>Dispatches to the readers of link-layer protocols other than Ethernet II.</summary>
static class LinkLayers
{
    public static LayerKind Read(LayerKind kind, ref Dissection d) => kind switch
    {
        LayerKind.Vlan => VlanLayer.Read(ref d),
        LayerKind.Mpls => MplsLayer.Read(ref d),
        LayerKind.LinuxCooked or LayerKind.LinuxCooked2 => LinuxCookedLayer.Read(kind, ref d),
        LayerKind.NullLoopback => NullLoopbackLayer.Read(ref d),
        LayerKind.Ppp => PppLayer.Read(ref d),
        LayerKind.Pppoe or LayerKind.PppoeDiscovery => PppoeLayer.Read(kind, ref d),
        LayerKind.CiscoHdlc => CiscoHdlcLayer.Read(ref d),
        LayerKind.FrameRelay => FrameRelayLayer.Read(ref d),
        LayerKind.Radiotap => CaptureHeaders.ReadRadiotap(ref d),
        LayerKind.Ppi => CaptureHeaders.ReadPpi(ref d),
        LayerKind.Prism => CaptureHeaders.ReadPrism(ref d),
        LayerKind.Ieee80211 => Ieee80211Layer.Read(ref d),
        LayerKind.Llc => LlcLayer.Read(ref d),
        LayerKind.Snap => LlcLayer.ReadSnap(ref d),
        LayerKind.Nflog => NflogLayer.Read(ref d),
        LayerKind.Erf => ErfLayer.Read(ref d),
        LayerKind.Fddi => FddiLayer.Read(ref d),
        LayerKind.Arcnet => ArcnetLayer.Read(ref d),
        LayerKind.Infiniband => InfinibandLayer.Read(ref d),
        LayerKind.EtherTag => EtherTagLayer.Read(ref d),
        LayerKind.Ieee802154 => Ieee802154Layer.Read(ref d),
        LayerKind.SixLowpan => SixLowpanLayer.Read(ref d),
        LayerKind.Arp => ReadArp(ref d),
        LayerKind.Lldp => Last(kind, 2, ref d),
        LayerKind.Eapol => Last(kind, EapolHeader.HeaderLength, ref d),
        LayerKind.PppControl => ReadPppControl(ref d),
        _ => d.End(StopReason.Unsupported, kind),
    };

    static LayerKind ReadArp(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < ArpPacket.HeaderLength) return d.EndShort(LayerKind.Arp, ArpPacket.HeaderLength, Anomaly.LinkTooShort);
        // What stands behind the addresses is Ethernet padding.
        d.Limit(Math.Min(ArpPacket.LengthFor(bytes), d.DeclaredRemaining));
        return Last(LayerKind.Arp, ArpPacket.LengthFor(bytes), ref d);
    }

    static LayerKind ReadPppControl(ref Dissection d)
    {
        var type = d.Count == 0 ? (ushort)0 : d[d.Count - 1].Value;
        if (PppControlPacket.TryRead(d.Rest, out var packet) && packet.Length >= PppControlPacket.HeaderLength && packet.Length <= d.DeclaredRemaining)
            d.Limit(packet.Length);
        if (d.Remaining < PppControlPacket.HeaderLength) return d.EndShort(LayerKind.PppControl, PppControlPacket.HeaderLength, Anomaly.LinkTooShort);
        d.Push(LayerKind.PppControl, d.Remaining).Value = type;
        return LayerKind.None;
    }

    /// <summary>A layer that takes the rest and carries nothing.</summary>
    static LayerKind Last(LayerKind kind, int needed, ref Dissection d)
    {
        if (d.Remaining < needed) return d.EndShort(kind, needed, Anomaly.LinkTooShort);
        d.Push(kind, d.Remaining);
        return LayerKind.None;
    }
}

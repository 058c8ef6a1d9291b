namespace Kansatsu.Wire;

/// <summary>The lines and blocks of link-layer protocols.</summary>
static class LinkListing
{
    /// <returns>False when the layer has nothing to say in a line.</returns>
    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        switch (layer.Kind)
        {
            case LayerKind.Arp: return NeighborProtocolListing.SummarizeArp(d.BytesOf(layer), to);
            case LayerKind.Lldp: return NeighborProtocolListing.SummarizeLldp(d.BytesOf(layer), to);
            case LayerKind.Eapol: return NeighborProtocolListing.SummarizeEapol(d.BytesOf(layer), to);
            case LayerKind.PppControl: return PppListing.SummarizeControl(d.BytesOf(layer), layer.Value, to);
            case LayerKind.PppoeDiscovery: return PppListing.SummarizeDiscovery(d.BytesOf(layer), to);
            case LayerKind.Ieee80211: return WirelessListing.Summarize(d, layer, to);
            case LayerKind.Ieee802154 or LayerKind.SixLowpan: return LowpanListing.Summarize(d, layer, to);
            case LayerKind.Llc: return SummarizeLlc(layer.Value, to);
            case LayerKind.Ethernet or LayerKind.Vlan or LayerKind.Snap or LayerKind.LinuxCooked or LayerKind.LinuxCooked2 or LayerKind.CiscoHdlc:
                to.Text("Type ").Hex(layer.Value, 4);
                return true;
            case LayerKind.Mpls: return SummarizeMpls(d.HeaderOf(layer), to);
            default: return false;
        }
    }

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        to.Title(LayerNames.Short(layer.Kind)).Text(" (").Number(layer.Length).Text(" bytes)");
        var bytes = d.BytesOf(layer);
        switch (layer.Kind)
        {
            case LayerKind.Ethernet: ListEthernet(bytes, to); break;
            case LayerKind.Vlan: ListVlan(bytes, to); break;
            case LayerKind.Mpls: ListMpls(bytes, to); break;
            case LayerKind.LinuxCooked or LayerKind.LinuxCooked2: ListCooked(bytes, layer.Kind == LayerKind.LinuxCooked2, to); break;
            case LayerKind.NullLoopback or LayerKind.Nflog: to.Field("Address family").Number(layer.Value); break;
            case LayerKind.Llc: to.Field("Service access points").Hex(layer.Value, 4); break;
            case LayerKind.Erf: ListErf(bytes, to); break;
            case LayerKind.Radiotap: WirelessListing.ListRadiotap(bytes, to); break;
            case LayerKind.Ieee80211: WirelessListing.List(d, layer, to); break;
            case LayerKind.Ieee802154 or LayerKind.SixLowpan: LowpanListing.List(d, layer, to); break;
            case LayerKind.Ppi or LayerKind.Prism: to.Field("Link type").Number(layer.Value); break;
            case LayerKind.Ppp: to.Field("Protocol").Hex(layer.Value, 4); break;
            case LayerKind.PppControl: PppListing.ListControl(bytes, layer.Value, to); break;
            case LayerKind.Pppoe or LayerKind.PppoeDiscovery: PppListing.ListPppoe(bytes, layer.Kind, to); break;
            case LayerKind.Arp: NeighborProtocolListing.ListArp(bytes, to); break;
            case LayerKind.Lldp: NeighborProtocolListing.ListLldp(bytes, to); break;
            case LayerKind.Eapol: NeighborProtocolListing.ListEapol(bytes, to); break;
            case LayerKind.Fddi: to.Field("Frame control").Hex(layer.Value, 2); break;
            default: to.Field("Type").Hex(layer.Value, 4); break;
        }
    }

    static bool SummarizeLlc(ushort saps, ListingWriter to)
    {
        to.Text((saps >> 8) switch
        {
            0x42 => "Spanning tree",
            0xe0 => "IPX",
            0xf0 => "NetBIOS",
            0xfe => "OSI network layer",
            _ => "",
        });
        return true;
    }

    static bool SummarizeMpls(ReadOnlySpan<byte> header, ListingWriter to)
    {
        to.Text("MPLS label");
        foreach (var entry in new MplsStack(header)) to.Text(" ").Number(entry.Label);
        return true;
    }

    static void ListEthernet(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!EthernetHeader.TryRead(bytes, out var header)) return;
        to.Field("Destination").Mac(header.Destination);
        to.Field("Source").Mac(header.Source);
        if (header.Type < EtherTypes.SmallestType) to.Field("Length").Number(header.Type);
        else to.Field("Type").Hex(header.Type, 4);
    }

    static void ListVlan(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!VlanTag.TryRead(bytes, out var tag)) return;
        to.Field("Priority").Number(tag.Priority);
        to.Field("Drop eligible").Text(tag.IsDropEligible ? "yes" : "no");
        to.Field("VLAN").Number(tag.Vlan);
        to.Field("Type").Hex(tag.Type, 4);
    }

    static void ListMpls(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        foreach (var entry in new MplsStack(bytes))
        {
            to.Field("Label").Number(entry.Label).Text(", traffic class ").Number(entry.TrafficClass);
            to.Text(", TTL ").Number(entry.TimeToLive);
        }
    }

    static void ListCooked(ReadOnlySpan<byte> bytes, bool isVersion2, ListingWriter to)
    {
        if (!LinuxCookedHeader.TryRead(bytes, isVersion2, out var header)) return;
        to.Field("Packet type").Text(header.PacketType switch
        {
            0 => "to us",
            1 => "broadcast",
            2 => "multicast",
            3 => "to another host",
            4 => "sent by us",
            _ => "unknown",
        });
        if (isVersion2) to.Field("Interface index").Number(header.InterfaceIndex);
        to.Field("Hardware type").Number(header.Hardware);
        to.Field("Address").Bytes(header.Address);
        to.Field("Protocol").Hex(header.Protocol, 4);
    }

    static void ListErf(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        if (!ErfHeader.TryRead(bytes, out var header)) return;
        to.Field("Record type").Number(header.Type);
        to.Field("Interface").Number(header.Interface);
        to.Field("Wire length").Number(header.WireLength);
    }
}

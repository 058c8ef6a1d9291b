namespace Kansatsu.Wire;

/// <summary>The lines and blocks of IP headers.</summary>
static class IpListing
{
    const int Ipv4ChecksumOffset = 10;

    /// <returns>False when the layer has nothing to say in a line.</returns>
    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        switch (layer.Kind)
        {
            case LayerKind.Ipv6:
                to.Text("IPv6 ").Text(IpProtocolNames.Of((byte)layer.Value)).Text(" (").Number(layer.Value).Text(")");
                return true;
            case LayerKind.Ipv4:
                if (!Ipv4Header.TryRead(d.HeaderOf(layer), out var ipv4)) return false;
                if (layer.IsFragment)
                {
                    to.Text("Fragmented IP protocol (proto=").Text(IpProtocolNames.Of(ipv4.Protocol)).Text(" ").Number(ipv4.Protocol).Text(", off=")
                        .Number(ipv4.FragmentOffset).Text(", ID=").Hex(ipv4.Identification, 4).Text(")");
                    return true;
                }

                to.Text("IPv4 ").Text(IpProtocolNames.Of(ipv4.Protocol)).Text(" (").Number(ipv4.Protocol).Text(")");
                return true;
            default: return ExtensionListing.Summarize(d, layer, to);
        }
    }

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        switch (layer.Kind)
        {
            case LayerKind.Ipv6: ListIpv6(d, layer, to); break;
            case LayerKind.Ipv4: ListIpv4(d, layer, to); break;
            default: ExtensionListing.List(d, layer, to); break;
        }
    }

    static void ListIpv6(in Dissection d, in Layer layer, ListingWriter to)
    {
        to.Title(layer.IsQuoted ? "Internet Protocol Version 6 (quoted)" : "Internet Protocol Version 6");
        if (!Ipv6Header.TryRead(d.HeaderOf(layer), out var ip)) return;
        to.Text(", Src: ").Address(ip.Source).Text(", Dst: ").Address(ip.Destination);
        to.Field("Traffic class").Hex(ip.TrafficClass, 2).Text(" (DSCP ").Number(ip.TrafficClass >> 2).Text(", ECN ").Number(ip.TrafficClass & 3).Text(")");
        to.Field("Flow label").Hex((ulong)ip.FlowLabel, 5);
        to.Field("Payload length").Number(ip.PayloadLength);
        WriteProtocol("Next header", ip.NextHeader, to);
        to.Field("Hop limit").Number(ip.HopLimit);
        ListAddress("Source", ip.Source, to);
        ListAddress("Destination", ip.Destination, to);
        ListFragmentation(layer, to);
    }

    static void ListIpv4(in Dissection d, in Layer layer, ListingWriter to)
    {
        to.Title(layer.IsQuoted ? "Internet Protocol Version 4 (quoted)" : "Internet Protocol Version 4");
        var header = d.HeaderOf(layer);
        if (!Ipv4Header.TryRead(header, out var ip)) return;
        to.Text(", Src: ").Address(ip.Source).Text(", Dst: ").Address(ip.Destination);
        to.Field("Header length").Number(ip.HeaderLength).Text(" bytes");
        to.Field("Type of service").Hex(ip.TypeOfService, 2).Text(" (DSCP ").Number(ip.TypeOfService >> 2).Text(", ECN ").Number(ip.TypeOfService & 3).Text(")");
        to.Field("Total length").Number(ip.TotalLength);
        to.Field("Identification").Hex(ip.Identification, 4);
        to.Field("Flags").Text(ip.DontFragment ? "don't fragment" : "may fragment").Text(ip.MoreFragments ? ", more fragments" : "");
        to.Field("Fragment offset").Number(ip.FragmentOffset);
        to.Field("Time to live").Number(ip.TimeToLive);
        WriteProtocol("Protocol", ip.Protocol, to);
        ChecksumListing.List(d, layer, header, Ipv4ChecksumOffset, 0, to, "Header checksum");
        to.Field("Source").Address(ip.Source);
        to.Field("Destination").Address(ip.Destination);
        var options = new Ipv4Options(ip.Options);
        while (options.MoveNext()) to.Field("Option").Text(NameOf(options.Type)).Text(" (").Number(options.Type).Text(") ").Bytes(options.Value);
        if (!options.IsClean) to.Field("Options").Text("end in a length that points outside");
        ListFragmentation(layer, to);
    }

    /// <summary>A number and its name.</summary>
    public static void WriteProtocol(string name, byte protocol, ListingWriter to) =>
        to.Field(name).Text(IpProtocolNames.Of(protocol)).Text(" (").Number(protocol).Text(")");

    static void ListAddress(string name, Ipv6Address address, ListingWriter to)
    {
        to.Field(name).Address(address);
        var scope = AddressScopes.Of(address);
        if (address.IsMulticast) to.Text(" (multicast, scope ").Text(ScopeName(scope)).Text(")");
        else if (address.IsLinkLocal) to.Text(" (link-local)");
    }

    static string ScopeName(AddressScope scope) => scope switch
    {
        AddressScope.InterfaceLocal => "interface",
        AddressScope.LinkLocal => "link",
        AddressScope.RealmLocal => "realm",
        AddressScope.AdminLocal => "admin",
        AddressScope.SiteLocal => "site",
        AddressScope.OrganizationLocal => "organization",
        AddressScope.Global => "global",
        AddressScope.Reserved => "reserved",
        _ => "unassigned",
    };

    static void ListFragmentation(in Layer layer, ListingWriter to)
    {
        if (layer.IsFragment) to.Field("Fragment").Text("the rest of the packet is missing");
        else if ((layer.Flags & LayerFlags.Reassembled) != 0) to.Field("Fragment").Text("reassembled: what follows is the whole packet");
    }

    static string NameOf(byte option) => option switch
    {
        Ipv4Options.NoOperation => "no operation",
        Ipv4Options.RecordRoute => "record route",
        Ipv4Options.InternetTimestamp => "timestamp",
        Ipv4Options.LooseSourceRoute => "loose source route",
        Ipv4Options.StrictSourceRoute => "strict source route",
        Ipv4Options.RouterAlert => "router alert",
        _ => "other",
    };
}

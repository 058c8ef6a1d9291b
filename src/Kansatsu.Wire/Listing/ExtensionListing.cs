namespace Kansatsu.Wire;

/// <summary>The lines and blocks of IPv6 extension headers.</summary>
static class ExtensionListing
{
    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        var header = d.HeaderOf(layer);
        switch (layer.Kind)
        {
            case LayerKind.Fragment when FragmentHeader.TryRead(header, out var fragment):
                to.Text("IPv6 fragment (off=").Number(fragment.FragmentOffset).Text(fragment.MoreFragments ? " more=y" : " more=n").Text(" ident=")
                    .Hex(fragment.Identification, 8).Text(" nxt=").Number(fragment.NextHeader).Text(")");
                return true;
            case LayerKind.NoNextHeader:
                to.Text("IPv6 no next header");
                return true;
            case LayerKind.Esp:
                var reader = new WireReader(header);
                if (!reader.TryReadUInt32(out var spi)) return false;
                to.Text("ESP (SPI=").Hex(spi, 8).Text(")");
                return true;
            case LayerKind.Mobility when MobilityHeader.TryRead(header, out var mobility):
                to.Text(MobilityHeader.NameOf(mobility.Type));
                return true;
            case LayerKind.Hip or LayerKind.Shim6:
                to.Text(LayerNames.Short(layer.Kind)).Text(" (").Number(layer.Length).Text(" bytes)");
                return true;
            default: return false;
        }
    }

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        var header = d.HeaderOf(layer);
        to.Title(TitleOf(layer.Kind));
        if (layer.Kind is LayerKind.NoNextHeader) return;
        if (layer.Kind is not LayerKind.Esp) IpListing.WriteProtocol("Next header", (byte)layer.Value, to);
        if (layer.Kind is not (LayerKind.Esp or LayerKind.Fragment)) to.Field("Length").Number(layer.HeaderLength).Text(" bytes");
        switch (layer.Kind)
        {
            case LayerKind.HopByHop or LayerKind.DestinationOptions: ListOptions(header, to); break;
            case LayerKind.Routing when RoutingHeader.TryRead(header, out var routing): ListRouting(routing, header, to); break;
            case LayerKind.Fragment when FragmentHeader.TryRead(header, out var fragment): ListFragment(fragment, to); break;
            case LayerKind.Authentication or LayerKind.Esp: ListSecurity(layer.Kind, header, to); break;
            case LayerKind.Mobility when MobilityHeader.TryRead(header, out var mobility):
                to.Field("Message").Text(MobilityHeader.NameOf(mobility.Type)).Text(" (").Number(mobility.Type).Text(")");
                to.Field("Checksum").Hex(mobility.Checksum, 4);
                to.Field("Content").Bytes(mobility.Message);
                break;
            default: to.Field("Content").Bytes(header[2..]); break;
        }
    }

    static string TitleOf(LayerKind kind) => kind switch
    {
        LayerKind.HopByHop => "IPv6 Hop-by-Hop Options",
        LayerKind.DestinationOptions => "IPv6 Destination Options",
        LayerKind.Routing => "IPv6 Routing Header",
        LayerKind.Fragment => "IPv6 Fragment Header",
        LayerKind.Authentication => "Authentication Header",
        LayerKind.Esp => "Encapsulating Security Payload",
        LayerKind.Mobility => "Mobility Header",
        LayerKind.Hip => "Host Identity Protocol",
        LayerKind.Shim6 => "Shim6",
        _ => "No Next Header",
    };

    static void ListFragment(in FragmentHeader fragment, ListingWriter to)
    {
        to.Field("Offset").Number(fragment.FragmentOffset);
        to.Field("More fragments").Text(fragment.MoreFragments ? "yes" : "no");
        to.Field("Identification").Hex(fragment.Identification, 8);
        if (fragment.Reserved != 0) to.Field("Reserved").Hex((ulong)fragment.Reserved, 2);
    }

    static void ListRouting(in RoutingHeader routing, ReadOnlySpan<byte> header, ListingWriter to)
    {
        to.Field("Type").Number(routing.RoutingType).Text(routing.RoutingType switch
        {
            RoutingHeader.SourceRoute => " (source route, deprecated)",
            RoutingHeader.Nimrod => " (Nimrod, deprecated)",
            RoutingHeader.MobileIpv6 => " (mobile IPv6)",
            RoutingHeader.Rpl => " (RPL source route)",
            RoutingHeader.SegmentRouting => " (segment routing)",
            _ => " (unknown)",
        });
        to.Field("Segments left").Number(routing.SegmentsLeft);
        for (var i = 0; i < routing.AddressCount; i++) to.Field("Address").Address(routing.Address(i));
        if (routing.AddressCount == 0) to.Field("Content").Bytes(header[4..]);
    }

    static void ListSecurity(LayerKind kind, ReadOnlySpan<byte> header, ListingWriter to)
    {
        var reader = new WireReader(header);
        if (kind == LayerKind.Authentication) reader.TrySkip(4);
        if (reader.TryReadUInt32(out var spi)) to.Field("SPI").Hex(spi, 8);
        if (reader.TryReadUInt32(out var sequence)) to.Field("Sequence number").Number(sequence);
        if (!reader.IsAtEnd) to.Field("Integrity check value").Bytes(reader.Rest);
    }

    static void ListOptions(ReadOnlySpan<byte> header, ListingWriter to)
    {
        var options = new Ipv6Options(header);
        while (options.MoveNext())
        {
            var option = options.Current;
            to.Field(Ipv6OptionNames.Of(option.Type));
            WriteOption(option, to);
        }

        if (!options.IsClean) to.Field("Options").Text("end in a length that points outside");
    }

    static void WriteOption(Ipv6Option option, ListingWriter to)
    {
        var value = new WireReader(option.Value);
        switch (option.Type)
        {
            case Ipv6Options.Pad1: to.Text("1 byte"); break;
            case Ipv6Options.PadN: to.Number(option.Value.Length + 2).Text(" bytes"); break;
            case Ipv6Options.RouterAlert when value.TryReadUInt16(out var alert):
                to.Text(Ipv6OptionNames.RouterAlert(alert)).Text(" (").Number(alert).Text(")");
                break;
            case Ipv6Options.Jumbo when value.TryReadUInt32(out var length): to.Number(length).Text(" bytes"); break;
            case Ipv6Options.TunnelLimit when value.TryReadByte(out var limit): to.Number(limit); break;
            case Ipv6Options.HomeAddress when value.TryReadAddress(out var home): to.Address(home); break;
            case Ipv6Options.MinimumPathMtu when value.TryReadUInt16(out var lowest): to.Number(lowest).Text(" bytes"); break;
            default:
                to.Bytes(option.Value).Text(" (type ").Hex(option.Type, 2).Text(", ").Number(option.Value.Length).Text(" bytes)");
                break;
        }
    }
}

namespace Kansatsu.Wire;

/// <summary>
/// The one human-readable form of a packet: a line, or a block per layer. The command line, the golden tests, bug reports and the fuzz target
/// all use it.
/// </summary>
public static class Listing
{
    /// <summary>What the packet is, in a few words: "Multicast listener query", "Source port: 32794  Destination port: 6101".</summary>
    public static void Summarize(in Dissection d, ListingWriter to)
    {
        for (var i = d.Count - 1; i >= 0; i--)
        {
            ref readonly var layer = ref d[i];
            var before = to.Length;
            if (!layer.IsQuoted && Summarize(d, layer, to) && to.Length > before) return;
        }
    }

    /// <summary>The protocol column: the innermost own layer that has a name, as the field writes it.</summary>
    public static string Protocol(in Dissection d)
    {
        for (var i = d.Count - 1; i >= 0; i--)
            if (!d[i].IsQuoted && d[i].Kind is not (LayerKind.Data or LayerKind.Unknown or LayerKind.NoNextHeader)) return LayerNames.Short(d[i].Kind);
        return "?";
    }

    /// <summary>Every layer with its fields, checksum verdicts included, and what ended the reading.</summary>
    public static void List(in Dissection d, ListingWriter to)
    {
        for (var i = 0; i < d.Count; i++) List(d, d[i], to);
        foreach (var anomaly in d.Anomalies) to.Title("Anomaly").Text(": ").Text(AnomalyNames.Of(anomaly));
        if (!d.Stop.IsNone)
            to.Title("Reading ended").Text(": ").Text(StopNames.Of(d.Stop.Reason)).Text(" in ").Text(LayerNames.Short(d.Stop.Layer)).Text(" at offset ").Number(d.Stop.Offset);
    }

    static bool Summarize(in Dissection d, in Layer layer, ListingWriter to) => layer.Kind switch
    {
        >= LayerKind.Ethernet and <= LayerKind.PppControl => LinkListing.Summarize(d, layer, to),
        >= LayerKind.Ipv6 and <= LayerKind.NoNextHeader => IpListing.Summarize(d, layer, to),
        >= LayerKind.Icmpv6 and <= LayerKind.Hsrp => ControlListing.Summarize(d, layer, to),
        >= LayerKind.Tcp and <= LayerKind.Dccp => TransportListing.Summarize(d, layer, to),
        >= LayerKind.Gre and <= LayerKind.Wireguard => TunnelListing.Summarize(d, layer, to),
        >= LayerKind.Dns => ApplicationListing.Summarize(d, layer, to),
        _ => false,
    };

    static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        switch (layer.Kind)
        {
            case >= LayerKind.Ethernet and <= LayerKind.PppControl: LinkListing.List(d, layer, to); break;
            case >= LayerKind.Ipv6 and <= LayerKind.NoNextHeader: IpListing.List(d, layer, to); break;
            case >= LayerKind.Icmpv6 and <= LayerKind.Hsrp: ControlListing.List(d, layer, to); break;
            case >= LayerKind.Tcp and <= LayerKind.Dccp: TransportListing.List(d, layer, to); break;
            case >= LayerKind.Gre and <= LayerKind.Wireguard: TunnelListing.List(d, layer, to); break;
            case >= LayerKind.Dns: ApplicationListing.List(d, layer, to); break;
            default: to.Title(layer.Kind == LayerKind.Data ? "Data (" : "Unknown protocol (").Number(layer.Length).Text(" bytes)"); break;
        }
    }
}

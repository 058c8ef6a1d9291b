namespace Kansatsu.Wire;

/// <summary>The lines and blocks of ICMP, group membership and routing protocols.</summary>
static class ControlListing
{
    /// <returns>False when the layer has nothing to say in a line.</returns>
    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to) => layer.Kind switch
    {
        LayerKind.Icmpv6 => Icmpv6Listing.Summarize(d, layer, to),
        LayerKind.Icmp => IcmpListing.Summarize(d, layer, to),
        LayerKind.Igmp => IgmpListing.Summarize(d, layer, to),
        LayerKind.Pim => PimListing.Summarize(d, layer, to),
        LayerKind.Ospf or LayerKind.Ospfv3 => OspfListing.Summarize(d, layer, to),
        _ => RouterListing.Summarize(d, layer, to),
    };

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        switch (layer.Kind)
        {
            case LayerKind.Icmpv6: Icmpv6Listing.List(d, layer, to); break;
            case LayerKind.Icmp: IcmpListing.List(d, layer, to); break;
            case LayerKind.Igmp: IgmpListing.List(d, layer, to); break;
            case LayerKind.Pim: PimListing.List(d, layer, to); break;
            case LayerKind.Ospf or LayerKind.Ospfv3: OspfListing.List(d, layer, to); break;
            default: RouterListing.List(d, layer, to); break;
        }
    }
}

namespace Kansatsu.Wire;

/// <summary>The lines and blocks of the layers of this group.</summary>
static class ApplicationListing
{
    /// <returns>False when the layer has nothing to say in a line.</returns>
    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to) =>
        UdpApplicationListing.Summarize(d, layer, to) || TcpApplicationListing.Summarize(d, layer, to);

    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        to.Title(LayerNames.Short(layer.Kind)).Text(" (").Number(layer.Length).Text(" bytes)");
        TcpApplicationListing.List(d, layer, to);
        UdpApplicationListing.List(d, layer, to);
    }
}

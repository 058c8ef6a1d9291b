namespace Kansatsu.Wire;

/// <summary>The lines and blocks of the layers of this group.</summary>
static class TransportListing
{
    /// <returns>False when the layer has nothing to say in a line.</returns>
    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to) => false;

    public static void List(in Dissection d, in Layer layer, ListingWriter to) =>
        to.Title(LayerNames.Short(layer.Kind)).Text(" (").Number(layer.Length).Text(" bytes)");
}

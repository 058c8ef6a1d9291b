namespace Kansatsu.Wire;

/// <summary>Dispatches to the readers of link-layer protocols other than Ethernet II.</summary>
static class LinkLayers
{
    public static LayerKind Read(LayerKind kind, ref Dissection d) => kind switch
    {
        _ => d.End(StopReason.Unsupported, kind),
    };
}

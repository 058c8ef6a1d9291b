namespace Kansatsu.Wire;

/// <summary>Dispatches to the readers of carriers of other packets.</summary>
static class TunnelLayers
{
    public static LayerKind Read(LayerKind kind, ref Dissection d) => kind switch
    {
        _ => d.End(StopReason.Unsupported, kind),
    };
}

namespace Kansatsu.Wire;

/// <summary>Dispatches to the readers of routing and membership protocols that sit on IP or UDP.</summary>
static class ControlLayers
{
    public static LayerKind Read(LayerKind kind, ref Dissection d) => kind switch
    {
        _ => d.End(StopReason.Unsupported, kind),
    };
}

namespace Kansatsu.Wire;

/// <summary>Dispatches to the readers of transports other than TCP and UDP.</summary>
static class OtherTransports
{
    public static LayerKind Read(LayerKind kind, ref Dissection d) => kind switch
    {
        _ => d.End(StopReason.Unsupported, kind),
    };
}

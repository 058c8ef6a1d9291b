namespace Kansatsu.Wire;

/// <summary>Application payloads: one layer that takes the rest. Their content is read by views, on demand.</summary>
static class ApplicationLayers
{
    public static LayerKind Read(LayerKind kind, ref Dissection d)
    {
        d.PushApplication(kind);
        return LayerKind.None;
    }
}

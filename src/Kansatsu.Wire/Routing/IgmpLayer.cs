namespace Kansatsu.Wire;

/// <summary>Reads an IGMP message.</summary>
static class IgmpLayer
{
    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!IgmpMessage.TryRead(bytes, out var igmp)) return d.EndShort(LayerKind.Igmp, IgmpMessage.MinLength, Anomaly.IgmpTooShort);
        var complete = d.IsComplete && !d.IsQuoting;
        ControlLayers.Push(ref d, LayerKind.Igmp, bytes.Length, ControlLayers.Verify(d, bytes), igmp.Type);
        if (!complete) return LayerKind.None;
        var records = igmp.Records;
        while (records.MoveNext())
        {
        }

        if (!records.IsClean) d.Flag(Anomaly.IgmpRecordInvalid);
        return LayerKind.None;
    }
}

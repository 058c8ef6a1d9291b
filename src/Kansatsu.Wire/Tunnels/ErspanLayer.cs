namespace Kansatsu.Wire;

/// <summary>Mirrored Ethernet frames inside GRE.</summary>
static class ErspanLayer
{
    const ushort TypeThreeProtocol = 0x22eb;

    public static LayerKind Read(ref Dissection d)
    {
        // Type I has no header of its own; its GRE header has no sequence number, and that is how it is told from type II.
        if (IsTypeOne(d))
        {
            d.Push(LayerKind.Erspan, 0);
            return LayerKind.Ethernet;
        }

        var bytes = d.Rest;
        if (!ErspanHeader.TryRead(bytes, out var header)) return d.EndShort(LayerKind.Erspan, ErspanHeader.MinLength, Anomaly.TunnelLengthInvalid);
        if (!header.IsKnown) return d.End(StopReason.Unsupported, LayerKind.Erspan);
        if (bytes.Length < header.Length) return d.EndShort(LayerKind.Erspan, header.Length, Anomaly.TunnelLengthInvalid);
        d.Push(LayerKind.Erspan, header.Length).Value = header.SessionId;
        return LayerKind.Ethernet;
    }

    static bool IsTypeOne(in Dissection d)
    {
        if (d.Count == 0 || d[d.Count - 1].Kind != LayerKind.Gre) return false;
        return GreHeader.TryRead(d.HeaderOf(d[d.Count - 1]), out var gre) && !gre.HasSequence && gre.Protocol != TypeThreeProtocol;
    }
}

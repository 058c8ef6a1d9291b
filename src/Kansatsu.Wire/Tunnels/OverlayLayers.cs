namespace Kansatsu.Wire;

/// <summary>Data-centre overlays: VXLAN, Geneve, NSH.</summary>
static class OverlayLayers
{
    public static LayerKind ReadVxlan(ref Dissection d)
    {
        if (!VxlanHeader.TryRead(d.Rest, out var header)) return d.EndShort(LayerKind.Vxlan, VxlanHeader.Length, Anomaly.TunnelLengthInvalid);
        d.Push(LayerKind.Vxlan, VxlanHeader.Length);
        return header.HasNextProtocol ? ByNextProtocol(header.NextProtocol, ref d) : LayerKind.Ethernet;
    }

    public static LayerKind ReadGeneve(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!GeneveHeader.TryRead(bytes, out var header)) return d.EndShort(LayerKind.Geneve, GeneveHeader.MinLength, Anomaly.TunnelLengthInvalid);
        if (header.Version != 0) return d.End(StopReason.Unsupported, LayerKind.Geneve);
        if (bytes.Length < header.Length) return d.EndShort(LayerKind.Geneve, header.Length, Anomaly.TunnelLengthInvalid);
        d.Push(LayerKind.Geneve, header.Length).Value = header.Protocol;
        return d.DeclaredRemaining == 0 ? LayerKind.None : EtherTypes.NextNamed(header.Protocol, ref d);
    }

    /// <summary>Network service header (RFC 8300 §2).</summary>
    public static LayerKind ReadNsh(ref Dissection d)
    {
        const int minLength = 8;
        var bytes = d.Rest;
        if (bytes.Length < minLength) return d.EndShort(LayerKind.Nsh, minLength, Anomaly.TunnelLengthInvalid);
        var length = (bytes[1] & 0x3f) * 4;
        if (length < minLength) return d.End(StopReason.Malformed, LayerKind.Nsh, Anomaly.TunnelLengthInvalid);
        if (bytes.Length < length) return d.EndShort(LayerKind.Nsh, length, Anomaly.TunnelLengthInvalid);
        var next = bytes[3];
        d.Push(LayerKind.Nsh, length).Value = next;
        return ByNextProtocol(next, ref d);
    }

    /// <summary>The small numbers that VXLAN-GPE and NSH share (RFC 8300 §2.2).</summary>
    static LayerKind ByNextProtocol(byte next, ref Dissection d) => next switch
    {
        1 => LayerKind.Ipv4,
        2 => LayerKind.Ipv6,
        3 => LayerKind.Ethernet,
        4 => LayerKind.Nsh,
        5 => LayerKind.Mpls,
        _ => EtherTypes.Unknown(next, ref d),
    };
}

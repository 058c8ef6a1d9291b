namespace Kansatsu.Wire;

/// <summary>CAPWAP between wireless controllers and access points: the data channel (UDP port 5247) carries frames.</summary>
static class CapwapLayer
{
    const int DtlsPreamble = 4;
    const int BindingIeee80211 = 1;
    const ushort ControlPort = 5246;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < DtlsPreamble) return d.EndShort(LayerKind.Capwap, DtlsPreamble, Anomaly.TunnelLengthInvalid);
        if ((bytes[0] & 0xf) == 1)
        {
            d.Push(LayerKind.Capwap, DtlsPreamble);
            return d.Remaining == 0 ? LayerKind.None : LayerKind.Dtls;
        }

        if (!CapwapHeader.TryRead(bytes, out var header)) return d.EndShort(LayerKind.Capwap, CapwapHeader.MinLength, Anomaly.TunnelLengthInvalid);
        if (header.Length < CapwapHeader.MinLength) return d.End(StopReason.Malformed, LayerKind.Capwap, Anomaly.TunnelLengthInvalid);
        if (bytes.Length < header.Length) return d.EndShort(LayerKind.Capwap, header.Length, Anomaly.TunnelLengthInvalid);
        if (header.IsKeepAlive || IsControlChannel(d))
        {
            d.Push(LayerKind.Capwap, bytes.Length);
            return LayerKind.None;
        }

        d.Push(LayerKind.Capwap, header.Length).Value = (ushort)header.Binding;
        if (header.IsFragment || d.Remaining == 0) return LayerKind.Data;
        if (!header.IsNative) return LayerKind.Ethernet;
        return header.Binding == BindingIeee80211 ? LayerKind.Ieee80211 : d.End(StopReason.Unsupported, LayerKind.Capwap);
    }

    static bool IsControlChannel(in Dissection d) =>
        TunnelLayers.TryReadPorts(d, out var udp) && (udp.SourcePort == ControlPort || udp.DestinationPort == ControlPort);
}

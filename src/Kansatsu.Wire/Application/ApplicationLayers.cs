namespace Kansatsu.Wire;

/// <summary>Application payloads: one layer that takes the rest. Their content is read by views, on demand.</summary>
static class ApplicationLayers
{
    public static LayerKind Read(LayerKind kind, ref Dissection d)
    {
        if (kind == LayerKind.Sflow) return SflowLayer.Read(ref d);
        ref var layer = ref d.PushApplication(kind);
        if (d.IsQuoting) return LayerKind.None;
        switch (kind)
        {
            case LayerKind.Dns or LayerKind.Mdns or LayerKind.Llmnr or LayerKind.Nbns: DnsInspection.Inspect(ref d, layer); break;
            case LayerKind.Tls: TcpInspection.Tls(ref d, d.BytesOf(layer)); break;
            case LayerKind.Http: TcpInspection.Http(ref d, d.BytesOf(layer)); break;
            case LayerKind.Dhcpv6: UdpInspection.Dhcpv6(ref d, layer); break;
            case LayerKind.Quic: UdpInspection.Quic(ref d, layer); break;
        }

        return LayerKind.None;
    }
}

namespace Kansatsu.Wire;

/// <summary>Dispatches to the readers of carriers of other packets.</summary>
static class TunnelLayers
{
    const int LispLength = 8;
    const int LispControlLength = 4;
    const ushort LispDataPort = 4341;
    const int LispEncapsulatedControl = 8;
    const int EtherIpLength = 2;
    const int EtherIpVersion = 3;
    const int WireguardLength = 4;

    public static LayerKind Read(LayerKind kind, ref Dissection d) => kind switch
    {
        LayerKind.Gre => GreLayer.Read(ref d),
        LayerKind.Erspan => ErspanLayer.Read(ref d),
        LayerKind.L2tp => L2tpLayer.Read(ref d),
        LayerKind.L2tpv3 => L2tpLayer.ReadOverIp(ref d),
        LayerKind.Vxlan => OverlayLayers.ReadVxlan(ref d),
        LayerKind.Geneve => OverlayLayers.ReadGeneve(ref d),
        LayerKind.Nsh => OverlayLayers.ReadNsh(ref d),
        LayerKind.Gtp => GtpLayer.Read(ref d),
        LayerKind.Teredo => ReadTeredo(ref d),
        LayerKind.Lisp => ReadLisp(ref d),
        LayerKind.Capwap => CapwapLayer.Read(ref d),
        LayerKind.EtherIp => ReadEtherIp(ref d),
        LayerKind.Ayiya => ReadAyiya(ref d),
        LayerKind.Wireguard => ReadWireguard(ref d),
        _ => d.End(StopReason.Unsupported, kind),
    };

    /// <summary>The UDP header right before the cursor.</summary>
    public static bool TryReadPorts(in Dissection d, out UdpHeader udp)
    {
        udp = default;
        return d.Count > 0 && d[d.Count - 1].Kind == LayerKind.Udp && UdpHeader.TryRead(d.HeaderOf(d[d.Count - 1]), out udp);
    }

    static LayerKind ReadTeredo(ref Dissection d)
    {
        if (!TeredoHeader.TryRead(d.Rest, out var header)) return d.EndShort(LayerKind.Teredo, header.Length, Anomaly.TunnelLengthInvalid);
        d.Push(LayerKind.Teredo, header.Length);
        return LayerKind.Ipv6;
    }

    /// <summary>LISP (RFC 9300 §5.1): data has a header of eight bytes; of control only the encapsulated kind carries a packet.</summary>
    static LayerKind ReadLisp(ref Dissection d)
    {
        var bytes = d.Rest;
        var isControl = TryReadPorts(d, out var udp) && udp.SourcePort != LispDataPort && udp.DestinationPort != LispDataPort;
        var length = isControl ? LispControlLength : LispLength;
        if (bytes.Length < length) return d.EndShort(LayerKind.Lisp, length, Anomaly.TunnelLengthInvalid);
        if (isControl && (bytes[0] >> 4 != LispEncapsulatedControl || (bytes[0] & 0x8) != 0)) length = bytes.Length;
        d.Push(LayerKind.Lisp, length);
        return d.Remaining == 0 ? LayerKind.None : LinkTypes.ByVersion(ref d);
    }

    /// <summary>EtherIP (RFC 3378): a version and twelve reserved bits.</summary>
    static LayerKind ReadEtherIp(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < EtherIpLength) return d.EndShort(LayerKind.EtherIp, EtherIpLength, Anomaly.TunnelLengthInvalid);
        if (bytes[0] >> 4 != EtherIpVersion) return d.End(StopReason.Unsupported, LayerKind.EtherIp);
        d.Push(LayerKind.EtherIp, EtherIpLength);
        return LayerKind.Ethernet;
    }

    static LayerKind ReadAyiya(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!AyiyaHeader.TryRead(bytes, out var header)) return d.EndShort(LayerKind.Ayiya, AyiyaHeader.MinLength, Anomaly.TunnelLengthInvalid);
        if (bytes.Length < header.Length) return d.EndShort(LayerKind.Ayiya, header.Length, Anomaly.TunnelLengthInvalid);
        d.Push(LayerKind.Ayiya, header.Length).Value = header.NextHeader;
        if (header.OperationCode != AyiyaHeader.Forward) return LayerKind.None;
        return header.NextHeader switch
        {
            IpProtocols.Ipv6 => LayerKind.Ipv6,
            IpProtocols.Ipv4 => LayerKind.Ipv4,
            _ => LayerKind.Data,
        };
    }

    /// <summary>Everything behind the type is encrypted.</summary>
    static LayerKind ReadWireguard(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < WireguardLength) return d.EndShort(LayerKind.Wireguard, WireguardLength, Anomaly.TunnelLengthInvalid);
        d.Push(LayerKind.Wireguard, bytes.Length).Value = bytes[0];
        return LayerKind.None;
    }
}

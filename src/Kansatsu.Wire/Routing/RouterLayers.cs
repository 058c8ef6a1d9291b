namespace Kansatsu.Wire;

/// <summary>Readers of the smaller protocols among routers.</summary>
static class RouterLayers
{
    const byte VrrpProtocol = 112;

    public static LayerKind ReadVrrp(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!VrrpMessage.TryRead(bytes, out var vrrp)) return d.EndShort(LayerKind.Vrrp, VrrpMessage.HeaderLength, Anomaly.RoutingMalformed);
        var isIpv6 = d.IpLayer >= 0 && d.EnclosingIp.Kind == LayerKind.Ipv6;
        var verdict = ControlLayers.Verify(d, bytes);
        // Version 3 sums the pseudo-header; over IPv4 implementations differ, so either is right (RFC 9568 §5.2.8).
        if (verdict == ChecksumVerdict.Bad && vrrp.Version == 3) verdict = PseudoHeader.Verify(d, VrrpProtocol, bytes, d.DeclaredRemaining, vrrp.Checksum);
        var complete = d.IsComplete && !d.IsQuoting;
        ControlLayers.Push(ref d, LayerKind.Vrrp, bytes.Length, verdict, vrrp.VirtualRouterId);
        var there = (isIpv6 ? vrrp.Ipv6Addresses.Count : vrrp.Ipv4AddressCount) == vrrp.AddressCount;
        return there || !complete ? LayerKind.None : d.End(StopReason.Malformed, LayerKind.Vrrp, Anomaly.RoutingMalformed);
    }

    public static LayerKind ReadEigrp(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!EigrpHeader.TryRead(bytes, out var eigrp)) return d.EndShort(LayerKind.Eigrp, EigrpHeader.Length, Anomaly.RoutingMalformed);
        ControlLayers.Push(ref d, LayerKind.Eigrp, bytes.Length, ControlLayers.Verify(d, bytes), eigrp.Opcode);
        return LayerKind.None;
    }

    public static LayerKind ReadRip(LayerKind kind, ref Dissection d)
    {
        var bytes = d.Rest;
        if (!RipMessage.TryRead(bytes, out var rip)) return d.EndShort(kind, RipMessage.HeaderLength, Anomaly.RoutingMalformed);
        var complete = d.IsComplete;
        d.PushApplication(kind).Value = rip.Command;
        return rip.IsClean || !complete ? LayerKind.None : d.End(StopReason.Malformed, kind, Anomaly.RoutingMalformed);
    }

    public static LayerKind ReadHsrp(ref Dissection d)
    {
        var bytes = d.Rest;
        var complete = d.IsComplete;
        d.PushApplication(LayerKind.Hsrp);
        // Version 2 also sends other TLVs (interface state, authentication): those alone are not wrong.
        if (bytes.Length >= 2 && (HsrpMessage.TryRead(bytes, out _) || bytes[0] is > 1 and < 5)) return LayerKind.None;
        return complete ? d.End(StopReason.Malformed, LayerKind.Hsrp, Anomaly.RoutingMalformed) : d.End(StopReason.CutByCapture, LayerKind.Hsrp);
    }

    public static LayerKind ReadBgp(ref Dissection d)
    {
        // A segment may begin in the middle of a message: without the marker there is nothing to say.
        var messages = new BgpMessages(d.Rest);
        var begins = BgpMessages.LooksLike(d.Rest);
        ref var layer = ref d.PushApplication(LayerKind.Bgp);
        if (!begins) return LayerKind.None;
        if (messages.MoveNext()) layer.Value = messages.Type;
        return messages.IsClean ? LayerKind.None : d.End(StopReason.Malformed, LayerKind.Bgp, Anomaly.RoutingMalformed);
    }
}

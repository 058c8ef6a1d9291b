namespace Kansatsu.Wire;

/// <summary>Reads an OSPF packet of either version.</summary>
static class OspfLayer
{
    const byte Protocol = 89;
    const int AuthenticationOffset = 16;
    const int AuthenticationLength = 8;
    const ushort Cryptographic = 2;

    public static LayerKind Read(LayerKind kind, ref Dissection d)
    {
        var bytes = d.Rest;
        var needed = kind == LayerKind.Ospf ? OspfHeader.Version2Length : OspfHeader.Version3Length;
        if (bytes.Length < needed) return d.EndShort(kind, needed, Anomaly.RoutingMalformed);
        if (!OspfHeader.TryRead(bytes, out var ospf) || ospf.HeaderLength != needed || ospf.PacketLength < needed || ospf.PacketLength > d.DeclaredRemaining)
        {
            d.PushTransport(kind, bytes.Length).Checksum = ChecksumVerdict.NotCaptured;
            return d.IsQuoting ? LayerKind.None : d.End(StopReason.Malformed, kind, Anomaly.RoutingMalformed);
        }

        // Bytes behind the packet's own length are authentication data or a signalling block (RFC 2328 §D.3, RFC 5613).
        var packet = bytes[..Math.Min(bytes.Length, ospf.PacketLength)];
        ControlLayers.Push(ref d, kind, bytes.Length, Verify(d, ospf, packet), ospf.Type);
        if (packet.Length < ospf.PacketLength || d.IsQuoting) return LayerKind.None;
        var lsas = ospf.Lsas;
        while (lsas.MoveNext())
        {
        }

        return lsas.IsClean ? LayerKind.None : d.End(StopReason.Malformed, kind, Anomaly.RoutingMalformed);
    }

    static ChecksumVerdict Verify(in Dissection d, in OspfHeader ospf, ReadOnlySpan<byte> packet)
    {
        if (d.IsQuoting || packet.Length < ospf.PacketLength) return ChecksumVerdict.NotCaptured;
        if (ospf.Version == 3) return PseudoHeader.Verify(d, Protocol, packet, ospf.PacketLength, ospf.Checksum);
        if (ospf.AuthenticationType == Cryptographic) return ChecksumVerdict.NotPresent;
        // The password is left out of the sum (RFC 2328 §D.4.1).
        var sum = Checksum.Add(Checksum.Add(0, packet[..AuthenticationOffset]), packet[(AuthenticationOffset + AuthenticationLength)..]);
        return Checksum.Fold(sum) == 0xffff ? ChecksumVerdict.Good : ChecksumVerdict.Bad;
    }
}

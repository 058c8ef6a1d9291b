namespace Kansatsu.Wire;

/// <summary>ERF records: header, extension headers, a little padding that depends on the type, the frame.</summary>
static class ErfLayer
{
    const int ExtensionLength = 8;
    const int EthernetPadding = 2;
    const int MultiChannelHeader = 4;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!ErfHeader.TryRead(bytes, out var header)) return d.EndShort(LayerKind.Erf, ErfHeader.MinLength, Anomaly.LinkTooShort);
        var length = ErfHeader.MinLength;
        var more = header.HasExtensions;
        while (more)
        {
            if (bytes.Length < length + ExtensionLength) return d.EndShort(LayerKind.Erf, length + ExtensionLength, Anomaly.LinkTooShort);
            more = (bytes[length] & 0x80) != 0;
            length += ExtensionLength;
        }

        length += header.Type switch
        {
            2 or 11 or 16 or 20 => EthernetPadding,
            5 or 17 => MultiChannelHeader,
            _ => 0,
        };
        if (bytes.Length < length) return d.EndShort(LayerKind.Erf, length, Anomaly.LinkTooShort);
        d.Push(LayerKind.Erf, length).Value = (ushort)header.Type;
        if (header.WireLength < d.DeclaredRemaining) d.Limit(header.WireLength);
        return Next(header.Type, ref d);
    }

    static LayerKind Next(int type, ref Dissection d)
    {
        switch (type)
        {
            case 2 or 11 or 16 or 20: return LayerKind.Ethernet;
            // Packet over SONET, whole or in channels: Cisco HDLC or PPP, told apart by the first byte.
            case 1 or 5 or 10 or 15 or 17 or 19: return LayerKind.Ppp;
            case 21: return LayerKind.Infiniband;
            case 22: return LayerKind.Ipv4;
            case 23: return LayerKind.Ipv6;
            default: return EtherTypes.Unknown((ushort)type, ref d);
        }
    }
}

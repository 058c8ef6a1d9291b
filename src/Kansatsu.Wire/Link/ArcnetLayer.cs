namespace Kansatsu.Wire;

/// <summary>ARCNET with the encapsulations of RFC 1201 (fragment header), RFC 1051 (none) and RFC 2497 (IPv6).</summary>
static class ArcnetLayer
{
    const int LinuxType = 4;
    const int BsdType = 2;
    const int SplitLength = 3;
    const int ExceptionPadding = 4;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        var typeOffset = d.Frame.LinkType == LinkType.ArcnetBsd ? BsdType : LinuxType;
        if (bytes.Length <= typeOffset) return d.EndShort(LayerKind.Arcnet, typeOffset + 1, Anomaly.LinkTooShort);
        var type = bytes[typeOffset];
        var length = typeOffset + 1;
        var isSplit = false;
        if (type is 0xd4 or 0xd5 or 0xd6 or 0xc4)
        {
            // A split flag of 0xff marks a packet of awkward size that was padded by four bytes (RFC 1201 §2.1).
            if (bytes.Length > length && bytes[length] == 0xff) length += ExceptionPadding;
            if (bytes.Length < length + SplitLength) return d.EndShort(LayerKind.Arcnet, length + SplitLength, Anomaly.LinkTooShort);
            isSplit = bytes[length] != 0;
            length += SplitLength;
        }

        d.Push(LayerKind.Arcnet, length).Value = type;
        if (isSplit) return LayerKind.Data;
        return type switch
        {
            0xd4 or 0xf0 => LayerKind.Ipv4,
            0xc4 => LayerKind.Ipv6,
            0xd5 or 0xd6 or 0xf1 => LayerKind.Arp,
            _ => EtherTypes.Unknown(type, ref d),
        };
    }
}

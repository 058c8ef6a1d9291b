using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>Linux netfilter log messages (LINKTYPE_NFLOG): a family and attributes, one of which is the packet.</summary>
static class NflogLayer
{
    public const int HeaderLength = 4;

    const int AttributeHeader = 4;
    const int Payload = 9;
    const byte FamilyIpv4 = 2;
    const byte FamilyIpv6 = 10;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < HeaderLength) return d.EndShort(LayerKind.Nflog, HeaderLength, Anomaly.LinkTooShort);
        var family = bytes[0];
        var at = HeaderLength;
        while (bytes.Length - at >= AttributeHeader)
        {
            var (length, type) = Attribute(bytes[at..]);
            if (length < AttributeHeader) return d.End(StopReason.Malformed, LayerKind.Nflog);
            if (type == Payload) return Carry(ref d, family, at + AttributeHeader, length - AttributeHeader);
            at += (length + 3) & ~3;
        }

        if (at > bytes.Length) return d.EndShort(LayerKind.Nflog, at, Anomaly.LinkTooShort);
        d.Push(LayerKind.Nflog, bytes.Length).Value = family;
        return LayerKind.None;
    }

    static LayerKind Carry(ref Dissection d, byte family, int start, int length)
    {
        var fits = d.Limit(start + length);
        d.Push(LayerKind.Nflog, start).Value = family;
        if (!fits) d.Note(StopReason.Truncated, LayerKind.Nflog);
        return family switch
        {
            FamilyIpv4 => LayerKind.Ipv4,
            FamilyIpv6 => LayerKind.Ipv6,
            _ => EtherTypes.Unknown(family, ref d),
        };
    }

    /// <summary>Attributes are in the logging host's byte order, which nothing states: types are small, so the smaller reading is right.</summary>
    static (int Length, int Type) Attribute(ReadOnlySpan<byte> bytes)
    {
        var little = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
        var big = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        return (little & 0x7fff) <= (big & 0x7fff)
            ? (BinaryPrimitives.ReadUInt16LittleEndian(bytes), little & 0x7fff)
            : (BinaryPrimitives.ReadUInt16BigEndian(bytes), big & 0x7fff);
    }
}

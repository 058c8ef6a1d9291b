using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>PPP (RFC 1661), with or without HDLC's address and control bytes (RFC 1662) and with a one-byte protocol (§6.5 of RFC 1661).</summary>
static class PppLayer
{
    public const ushort Ipv4 = 0x0021;
    public const ushort Ipv6 = 0x0057;
    public const ushort Ipv6Control = 0x8057;
    public const ushort FirstControl = 0x8000;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        // Captures of link type PPP hold Cisco HDLC as well; its address bytes are no PPP protocol.
        if (bytes is [0x0f or 0x8f, 0x00, ..]) return LayerKind.CiscoHdlc;
        var at = bytes is [0xff, 0x03, ..] ? 2 : 0;
        if (bytes.Length <= at) return d.EndShort(LayerKind.Ppp, at + 1, Anomaly.LinkTooShort);
        var isCompressed = (bytes[at] & 1) != 0;
        var length = at + (isCompressed ? 1 : 2);
        if (bytes.Length < length) return d.EndShort(LayerKind.Ppp, length, Anomaly.LinkTooShort);
        var protocol = isCompressed ? bytes[at] : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
        d.Push(LayerKind.Ppp, length).Value = protocol;
        return protocol switch
        {
            Ipv4 => LayerKind.Ipv4,
            Ipv6 => LayerKind.Ipv6,
            0x0281 or 0x0283 => LayerKind.Mpls,
            >= FirstControl => LayerKind.PppControl,
            _ => EtherTypes.Unknown(protocol, ref d),
        };
    }
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>IEEE 802.2 LLC, and the SNAP extension behind SAP 0xaa (IEEE 802).</summary>
static class LlcLayer
{
    public const int SnapLength = 5;
    public const ushort Ipx = 0x8137;

    const byte SapIp = 0x06;
    const byte SapSnap = 0xaa;
    const int OuiEthernet = 0x000000;
    const int OuiBridgeTunnel = 0x0000f8;
    const int OuiBridged = 0x0080c2;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < 3) return d.EndShort(LayerKind.Llc, 3, Anomaly.LinkTooShort);
        // Novell put IPX straight into 802.3; its checksum field is always 0xffff.
        if (bytes is [0xff, 0xff, ..]) return EtherTypes.Unknown(Ipx, ref d);
        // Unnumbered frames have one control byte, the others two.
        var length = (bytes[2] & 3) == 3 ? 3 : 4;
        if (bytes.Length < length) return d.EndShort(LayerKind.Llc, length, Anomaly.LinkTooShort);
        var saps = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        d.Push(LayerKind.Llc, length).Value = saps;
        return bytes[0] switch
        {
            SapSnap => LayerKind.Snap,
            SapIp => LayerKind.Ipv4,
            _ => EtherTypes.Unknown(saps, ref d),
        };
    }

    public static LayerKind ReadSnap(ref Dissection d)
    {
        var reader = new WireReader(d.Rest);
        if (!reader.TryReadUInt24(out var oui) || !reader.TryReadUInt16(out var type)) return d.EndShort(LayerKind.Snap, SnapLength, Anomaly.LinkTooShort);
        d.Push(LayerKind.Snap, SnapLength).Value = type;
        if (oui is OuiEthernet or OuiBridgeTunnel && type >= EtherTypes.SmallestType) return EtherTypes.NextNamed(type, ref d);
        // Bridged 802.3 with and without its frame check sequence (RFC 2427 §4.2).
        if (oui == OuiBridged && type is 1 or 7) return LayerKind.Ethernet;
        return EtherTypes.Unknown(type, ref d);
    }
}

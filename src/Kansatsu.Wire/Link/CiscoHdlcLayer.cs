using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>Cisco HDLC: an address byte, a zero, an EtherType (RFC 1547 §4.3.1).</summary>
static class CiscoHdlcLayer
{
    public const int HeaderLength = 4;

    const ushort KeepAlive = 0x8035;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < HeaderLength) return d.EndShort(LayerKind.CiscoHdlc, HeaderLength, Anomaly.LinkTooShort);
        var type = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        d.Push(LayerKind.CiscoHdlc, HeaderLength).Value = type;
        // SLARP uses the number that Ethernet gives to RARP.
        return type == KeepAlive ? EtherTypes.Unknown(type, ref d) : EtherTypes.NextNamed(type, ref d);
    }
}

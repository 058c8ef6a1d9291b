using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>InfiniBand's datagrams as far as IP over InfiniBand needs them (InfiniBand specification volume 1 §9, RFC 4391).</summary>
static class InfinibandLayer
{
    const int LocalRouting = 8;
    const int GlobalRouting = 40;
    const int BaseTransport = 12;
    const int DatagramTransport = 8;
    const int IpEncapsulation = 4;
    const int NextIsGlobal = 3;
    const int NextIsTransport = 2;
    const byte SendOnlyDatagram = 0x64;
    const byte SendOnlyReliable = 0x04;
    const int CrcLength = 6;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < LocalRouting) return d.EndShort(LayerKind.Infiniband, LocalRouting, Anomaly.LinkTooShort);
        var next = bytes[1] & 3;
        var transport = LocalRouting + (next == NextIsGlobal ? GlobalRouting : 0);
        if (next < NextIsTransport || bytes.Length <= transport) return Opaque(ref d);
        var length = transport + BaseTransport + IpEncapsulation;
        // Whole messages only: datagrams have a header more than messages of a reliable connection.
        if (bytes[transport] == SendOnlyDatagram) length += DatagramTransport;
        else if (bytes[transport] != SendOnlyReliable) return Opaque(ref d);
        if (bytes.Length < length) return Opaque(ref d);
        var type = BinaryPrimitives.ReadUInt16BigEndian(bytes[(length - IpEncapsulation)..]);
        if (type is not (EtherTypes.Ipv4 or EtherTypes.Ipv6 or EtherTypes.Arp)) return Opaque(ref d);
        if (d.DeclaredRemaining >= length + CrcLength) d.Limit(d.DeclaredRemaining - CrcLength);
        d.Push(LayerKind.Infiniband, length).Value = type;
        return EtherTypes.NextNamed(type, ref d);
    }

    static LayerKind Opaque(ref Dissection d)
    {
        d.Push(LayerKind.Infiniband, LocalRouting);
        return d.End(StopReason.Unsupported, LayerKind.Infiniband);
    }
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The four-byte address family of BSD loopback captures (LINKTYPE_NULL, in the host's byte order; LINKTYPE_LOOP, in network order).</summary>
static class NullLoopbackLayer
{
    public const int HeaderLength = 4;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < HeaderLength) return d.EndShort(LayerKind.NullLoopback, HeaderLength, Anomaly.LinkTooShort);
        var family = Family(bytes);
        d.Push(LayerKind.NullLoopback, HeaderLength).Value = family;
        switch (family)
        {
            case 2: return LayerKind.Ipv4;
            // Every BSD has its own AF_INET6: Linux 10, NetBSD and OpenBSD 24, FreeBSD 28, macOS 30 (and Windows' 23 in Npcap).
            case 10 or 23 or 24 or 28 or 30: return LayerKind.Ipv6;
            case >= EtherTypes.SmallestType: return EtherTypes.NextNamed(family, ref d);
            default: return EtherTypes.Unknown(family, ref d);
        }
    }

    /// <summary>The number in whichever byte order makes it small: no family needs more than 16 bits.</summary>
    public static ushort Family(ReadOnlySpan<byte> bytes)
    {
        var big = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var little = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        return (ushort)Math.Min(big, little);
    }
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>Ethernet II and IEEE 802.3 (with LLC).</summary>
static class EthernetLayer
{
    public const int HeaderLength = 14;
    public const int DestinationOffset = 0;
    public const int SourceOffset = 6;
    public const int TypeOffset = 12;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < HeaderLength) return d.EndShort(LayerKind.Ethernet, HeaderLength, Anomaly.LinkTooShort);
        var type = BinaryPrimitives.ReadUInt16BigEndian(bytes[TypeOffset..]);
        d.Push(LayerKind.Ethernet, HeaderLength).Value = type;
        return EtherTypes.Next(type, ref d);
    }
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>
/// Tags of fixed size that switches put between the Ethernet header and what it carries. The layer's own EtherType is the
/// <see cref="Layer.Value"/> of the layer before it.
/// </summary>
static class EtherTagLayer
{
    public static LayerKind Read(ref Dissection d)
    {
        var kind = d.Count == 0 ? (ushort)0 : d[d.Count - 1].Value;
        // VN-Tag (802.1BR), Cisco meta data and HSR end in the next EtherType; FabricPath and the 802.1ah I-tag carry a whole Ethernet frame.
        var (length, carriesFrame) = kind switch
        {
            EtherTypes.FabricPath => (2, true),
            EtherTypes.BackboneService => (4, true),
            EtherTypes.VnTag => (6, false),
            EtherTypes.CiscoMetaData => (8, false),
            _ => (6, false),
        };
        var bytes = d.Rest;
        if (bytes.Length < length) return d.EndShort(LayerKind.EtherTag, length, Anomaly.LinkTooShort);
        ref var layer = ref d.Push(LayerKind.EtherTag, length);
        if (carriesFrame)
        {
            layer.Value = EtherTypes.TransparentEthernet;
            return LayerKind.Ethernet;
        }

        // Inside GRE the Cisco meta data tag has the type of what follows at its beginning.
        var isInGre = kind == EtherTypes.CiscoMetaData && d[d.Count - 2].Kind == LayerKind.Gre;
        var type = BinaryPrimitives.ReadUInt16BigEndian(bytes[(isInGre ? 0 : length - 2)..]);
        layer.Value = type;
        return isInGre ? EtherTypes.NextNamed(type, ref d) : EtherTypes.Next(type, ref d);
    }
}

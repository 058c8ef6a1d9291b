namespace Kansatsu.Wire;

/// <summary>Dispatches to the readers of routing and membership protocols that sit on IP, UDP or TCP.</summary>
static class ControlLayers
{
    public static LayerKind Read(LayerKind kind, ref Dissection d) => kind switch
    {
        LayerKind.Igmp => IgmpLayer.Read(ref d),
        LayerKind.Pim => PimLayer.Read(ref d),
        LayerKind.Ospf or LayerKind.Ospfv3 => OspfLayer.Read(kind, ref d),
        LayerKind.Vrrp => RouterLayers.ReadVrrp(ref d),
        LayerKind.Eigrp => RouterLayers.ReadEigrp(ref d),
        LayerKind.Rip or LayerKind.Ripng => RouterLayers.ReadRip(kind, ref d),
        LayerKind.Hsrp => RouterLayers.ReadHsrp(ref d),
        LayerKind.Bgp => RouterLayers.ReadBgp(ref d),
        _ => d.End(StopReason.Unsupported, kind),
    };

    /// <summary>Judges a checksum that covers only the message itself.</summary>
    public static ChecksumVerdict Verify(in Dissection d, ReadOnlySpan<byte> message) =>
        d.IsQuoting || !d.IsComplete ? ChecksumVerdict.NotCaptured
        : Checksum.Fold(Checksum.Add(0, message)) == 0xffff ? ChecksumVerdict.Good : ChecksumVerdict.Bad;

    /// <summary>Appends the layer, all of it header, with its verdict.</summary>
    public static void Push(ref Dissection d, LayerKind kind, int headerLength, ChecksumVerdict verdict, ushort value)
    {
        ref var layer = ref d.PushTransport(kind, headerLength);
        layer.Checksum = verdict;
        layer.Value = value;
        if (verdict is ChecksumVerdict.Bad or ChecksumVerdict.Offloaded) d.Flag(Anomaly.ChecksumOther);
    }
}

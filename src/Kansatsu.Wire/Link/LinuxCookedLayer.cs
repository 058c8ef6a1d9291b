namespace Kansatsu.Wire;

/// <summary>Linux cooked captures, versions 1 and 2.</summary>
static class LinuxCookedLayer
{
    const ushort HardwareFrameRelay = 770;
    const ushort Hardware80211 = 801;
    const ushort Hardware80211Prism = 802;
    const ushort HardwareRadiotap = 803;
    const ushort HardwareNetlink = 824;

    /// <summary>Linux's number for frames that have an 802.2 header (ETH_P_802_2).</summary>
    const ushort ProtocolLlc = 4;

    public static LayerKind Read(LayerKind kind, ref Dissection d)
    {
        var isVersion2 = kind == LayerKind.LinuxCooked2;
        var length = isVersion2 ? LinuxCookedHeader.Length2 : LinuxCookedHeader.Length1;
        if (!LinuxCookedHeader.TryRead(d.Rest, isVersion2, out var header)) return d.EndShort(kind, length, Anomaly.LinkTooShort);
        d.Push(kind, length).Value = header.Protocol;
        switch (header.Hardware)
        {
            case HardwareFrameRelay: return LayerKind.FrameRelay;
            case Hardware80211: return LayerKind.Ieee80211;
            case Hardware80211Prism: return LayerKind.Prism;
            case HardwareRadiotap: return LayerKind.Radiotap;
            case HardwareNetlink: return EtherTypes.Unknown(header.Protocol, ref d);
        }

        return header.Protocol == ProtocolLlc ? LayerKind.Llc : EtherTypes.NextNamed(header.Protocol, ref d);
    }
}

namespace Kansatsu.Analysis;

/// <summary>Protocols by which routers speak on a link and keep saying that they are there.</summary>
public enum ControlKind : byte
{
    MldQuerier,
    IgmpQuerier,
    Pim,
    MulticastRouter,
    RouterAdvertisement,
    Ospfv3,
    Ospf,
    Vrrp,
    Eigrp,
    Ripng,
    Hsrp,
}

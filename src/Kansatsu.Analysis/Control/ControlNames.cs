namespace Kansatsu.Analysis;

/// <summary>The stable names of what speaks in the control plane, and what people call it.</summary>
public static class ControlNames
{
    public static string Of(ControlKind kind) => kind switch
    {
        ControlKind.MldQuerier => "mld-querier",
        ControlKind.IgmpQuerier => "igmp-querier",
        ControlKind.Pim => "pim",
        ControlKind.MulticastRouter => "multicast-router",
        ControlKind.RouterAdvertisement => "router-advertisement",
        ControlKind.Ospfv3 => "ospfv3",
        ControlKind.Ospf => "ospf",
        ControlKind.Vrrp => "vrrp",
        ControlKind.Eigrp => "eigrp",
        ControlKind.Ripng => "ripng",
        _ => "hsrp",
    };

    public static Wording In(ControlKind kind) => kind switch
    {
        ControlKind.MldQuerier => new("the MLD querier", "MLD クエリア"),
        ControlKind.IgmpQuerier => new("the IGMP querier", "IGMP クエリア"),
        ControlKind.Pim => Same("PIM"),
        ControlKind.MulticastRouter => new("multicast router discovery", "マルチキャストルーター発見(MRD)"),
        ControlKind.RouterAdvertisement => new("router advertisements", "ルーター広告(RA)"),
        ControlKind.Ospfv3 => Same("OSPFv3"),
        ControlKind.Ospf => Same("OSPF"),
        ControlKind.Vrrp => Same("VRRP"),
        ControlKind.Eigrp => Same("EIGRP"),
        ControlKind.Ripng => Same("RIPng"),
        _ => Same("HSRP"),
    };

    static Wording Same(string name) => new(name, name);
}

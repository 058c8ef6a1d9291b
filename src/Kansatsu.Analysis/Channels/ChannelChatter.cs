using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Protocols by which hosts and routers find each other: they come and go with every host, which is no news.</summary>
static class ChannelChatter
{
    public static bool Is(LayerKind application) => application is LayerKind.Mdns or LayerKind.Llmnr or LayerKind.Ssdp or LayerKind.WsDiscovery or LayerKind.Nbns
        or LayerKind.NetBiosDatagram or LayerKind.Dhcp or LayerKind.Dhcpv6 or LayerKind.Rip or LayerKind.Ripng or LayerKind.Hsrp or LayerKind.Coap or LayerKind.Dns;
}

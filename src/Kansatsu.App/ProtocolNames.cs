using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App;

/// <summary>Names of IP protocols, of what flows carry, and of where names came from, as the views and JSON write them.</summary>
static class ProtocolNames
{
    public static string Of(byte protocol) => protocol switch
    {
        IpProtocols.HopByHop => "hopopt",
        IpProtocols.Icmp => "icmp",
        IpProtocols.Igmp => "igmp",
        IpProtocols.Ipv4 => "ipv4",
        IpProtocols.Tcp => "tcp",
        IpProtocols.Udp => "udp",
        33 => "dccp",
        IpProtocols.Ipv6 => "ipv6",
        IpProtocols.Routing => "ipv6-route",
        IpProtocols.Fragment => "ipv6-frag",
        IpProtocols.Gre => "gre",
        IpProtocols.Esp => "esp",
        IpProtocols.Authentication => "ah",
        IpProtocols.Icmpv6 => "icmpv6",
        IpProtocols.NoNextHeader => "no-next-header",
        IpProtocols.DestinationOptions => "ipv6-opts",
        88 => "eigrp",
        89 => "ospf",
        103 => "pim",
        112 => "vrrp",
        115 => "l2tp",
        IpProtocols.Sctp => "sctp",
        IpProtocols.Mobility => "mobility",
        IpProtocols.UdpLite => "udp-lite",
        139 => "hip",
        140 => "shim6",
        _ => $"ip-{protocol}",
    };

    /// <summary>Lower-case application name, or "" when nothing was recognised.</summary>
    public static string OfApplication(in Flow flow) => flow.Application == LayerKind.None ? "" : LayerNames.Short(flow.Application).ToLowerInvariant();

    /// <summary>The protocol, and what it carries where that was recognised: tcp/tls.</summary>
    public static string Of(byte protocol, LayerKind carried)
    {
        var (name, application) = (Of(protocol), carried == LayerKind.None ? "" : LayerNames.Short(carried).ToLowerInvariant());
        return application.Length == 0 || application == name ? name : $"{name}/{application}";
    }

    public static string Of(NameSource source) => source switch
    {
        NameSource.Registry => "registry",
        NameSource.Nbns => "nbns",
        NameSource.Llmnr => "llmnr",
        NameSource.Mdns => "mdns",
        NameSource.Dhcp => "dhcp",
        NameSource.Dns => "dns",
        NameSource.Certificate => "certificate",
        NameSource.HttpHost => "http",
        NameSource.TlsSni => "sni",
        NameSource.DtlsSni => "dtls-sni",
        NameSource.QuicSni => "quic-sni",
        _ => "none",
    };
}

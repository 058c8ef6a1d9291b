using System.Globalization;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Names of IP protocols, as printed and exported.</summary>
public static class FlowProtocols
{
    const string Unnamed = "ip-";

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
        _ => $"{Unnamed}{protocol}",
    };

    /// <summary>The protocol with this name, whatever its case.</summary>
    public static bool TryParse(string name, out byte protocol)
    {
        protocol = 0;
        if (name.StartsWith(Unnamed, StringComparison.OrdinalIgnoreCase) && byte.TryParse(name.AsSpan(Unnamed.Length), NumberStyles.None, CultureInfo.InvariantCulture, out protocol)) return true;
        for (var number = 0; number < 256; number++)
        {
            if (!Of((byte)number).Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            protocol = (byte)number;
            return true;
        }

        return false;
    }
}

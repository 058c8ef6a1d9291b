using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>Suricata's words for protocols and states.</summary>
static class EveNames
{
    public static string Transport(byte protocol) => protocol switch
    {
        IpProtocols.Tcp => "TCP",
        IpProtocols.Udp => "UDP",
        IpProtocols.Icmp => "ICMP",
        IpProtocols.Icmpv6 => "IPv6-ICMP",
        IpProtocols.Igmp => "IGMP",
        IpProtocols.Sctp => "SCTP",
        IpProtocols.Gre => "GRE",
        IpProtocols.Esp => "ESP",
        IpProtocols.Authentication => "AH",
        IpProtocols.Ipv4 => "IPIP",
        IpProtocols.Ipv6 => "IPv6",
        103 => "PIM",
        89 => "OSPFIGP",
        112 => "VRRP",
        _ => $"{protocol:000}",
    };

    /// <summary>Null for what Suricata has no name for.</summary>
    public static string? Application(LayerKind application) => application switch
    {
        LayerKind.Dns => "dns",
        LayerKind.Mdns => "mdns",
        LayerKind.Tls or LayerKind.Dtls => "tls",
        LayerKind.Quic => "quic",
        LayerKind.Http => "http",
        LayerKind.Http2 => "http2",
        LayerKind.Ntp => "ntp",
        LayerKind.Dhcp => "dhcp",
        LayerKind.Snmp => "snmp",
        LayerKind.Sip => "sip",
        LayerKind.Ssh => "ssh",
        LayerKind.Smtp => "smtp",
        LayerKind.Imap => "imap",
        LayerKind.Pop => "pop3",
        LayerKind.Ftp => "ftp",
        LayerKind.Tftp => "tftp",
        LayerKind.Rdp => "rdp",
        LayerKind.Smb => "smb",
        LayerKind.Mqtt => "mqtt",
        LayerKind.Kerberos => "krb5",
        LayerKind.Telnet => "telnet",
        LayerKind.Ldap => "ldap",
        LayerKind.Isakmp => "ike",
        LayerKind.BitTorrentDht => "bittorrent-dht",
        LayerKind.Irc => "irc",
        _ => null,
    };

    public static string State(in Flow flow)
    {
        if ((flow.Flags & FlowFlags.Closed) != 0) return "closed";
        var isEstablished = flow.Protocol == IpProtocols.Tcp ? (flow.Flags & FlowFlags.Established) != 0 : flow.PacketsOut > 0 && flow.PacketsBack > 0;
        return isEstablished ? "established" : "new";
    }

    /// <summary>1 is the gravest.</summary>
    public static int SeverityOf(Severity severity) => severity switch
    {
        Severity.Alert => 1,
        Severity.Warning => 2,
        Severity.Notice => 3,
        _ => 4,
    };
}

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

    /// <summary>From the letters of the history: reset or closed from both sides; for TCP a handshake makes it established, for others an answer.</summary>
    public static string State(FlowRecord flow)
    {
        var history = flow.History.AsSpan();
        if (flow.Protocol != IpProtocols.Tcp) return flow.PacketsOut > 0 && flow.PacketsBack > 0 ? "established" : "new";
        if (history.ContainsAny('R', 'r') || (history.Contains('F') && history.Contains('f'))) return "closed";
        return history.Contains('S') && history.Contains('h') && history.ContainsAny('A', 'D') ? "established" : "new";
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

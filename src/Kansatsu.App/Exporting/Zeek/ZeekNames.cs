using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>Zeek's words for protocols, DNS numbers and TLS versions.</summary>
static class ZeekNames
{
    public static string Transport(byte protocol) => protocol switch
    {
        IpProtocols.Tcp => "tcp",
        IpProtocols.Udp => "udp",
        IpProtocols.Icmp or IpProtocols.Icmpv6 => "icmp",
        _ => "unknown_transport",
    };

    /// <summary>The name of Zeek's analyzer; null for what Zeek has none for.</summary>
    public static string? Service(LayerKind application) => application switch
    {
        LayerKind.Dns or LayerKind.Mdns or LayerKind.Llmnr or LayerKind.Nbns => "dns",
        LayerKind.Tls => "ssl",
        LayerKind.Dtls => "dtls",
        LayerKind.Quic => "quic",
        LayerKind.Http => "http",
        LayerKind.Ntp => "ntp",
        LayerKind.Dhcp => "dhcp",
        LayerKind.Snmp => "snmp",
        LayerKind.Syslog => "syslog",
        LayerKind.Sip => "sip",
        LayerKind.Ssh => "ssh",
        LayerKind.Smtp => "smtp",
        LayerKind.Imap => "imap",
        LayerKind.Pop => "pop3",
        LayerKind.Ftp => "ftp",
        LayerKind.Irc => "irc",
        LayerKind.Rdp => "rdp",
        LayerKind.Smb => "smb",
        LayerKind.Mqtt => "mqtt",
        LayerKind.Kerberos => "krb",
        LayerKind.Ldap => "ldap",
        LayerKind.Radius => "radius",
        LayerKind.BitTorrent => "bittorrent",
        LayerKind.Teredo => "teredo",
        LayerKind.Vxlan => "vxlan",
        LayerKind.Geneve => "geneve",
        LayerKind.Ayiya => "ayiya",
        LayerKind.Gtp => "gtpv1",
        _ => null,
    };

    public static string QueryType(ushort type)
    {
        if (type == DnsTypes.Any) return "*";
        var name = DnsTypes.Name(type);
        return name.StartsWith("TYPE", StringComparison.Ordinal) ? $"query-{type}" : name;
    }

    public static string QueryClass(ushort @class) => @class switch
    {
        1 => "C_INTERNET",
        3 => "C_CHAOS",
        4 => "C_HESOD",
        254 => "C_NONE",
        255 => "C_ANY",
        _ => $"qclass-{@class}",
    };

    public static string Rcode(int rcode) => rcode switch
    {
        7 => "YXRRSet",
        8 => "NXRRSet",
        <= 10 => DnsTypes.RcodeName(rcode),
        _ => $"rcode-{rcode}",
    };

    public static string TlsVersion(ushort version) => version switch
    {
        0x0002 => "SSLv2",
        0x0300 => "SSLv3",
        0x0301 => "TLSv10",
        0x0302 => "TLSv11",
        0x0303 => "TLSv12",
        0x0304 => "TLSv13",
        0xfeff => "DTLSv10",
        0xfefd => "DTLSv12",
        0xfefc => "DTLSv13",
        _ => $"unknown-{version}",
    };
}

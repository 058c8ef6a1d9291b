namespace Kansatsu.Wire;

/// <summary>
/// What a UDP payload is: tunnels and applications, by port and then by content. The lower port is asked first, because servers have the low one;
/// a port whose protocol the content contradicts counts for nothing.
/// </summary>
static class UdpApplications
{
    /// <returns><see cref="LayerKind.Data"/> when nothing speaks for a protocol.</returns>
    public static LayerKind Identify(ushort source, ushort destination, ReadOnlySpan<byte> payload, in Dissection d)
    {
        if (payload.IsEmpty) return LayerKind.Data;
        var (low, high) = source < destination ? (source, destination) : (destination, source);
        var kind = ByPort(low, payload);
        if (kind == LayerKind.None && high != low) kind = ByPort(high, payload);
        if (kind == LayerKind.None) kind = UdpContent.Guess(source, destination, payload);
        return kind == LayerKind.None ? LayerKind.Data : kind;
    }

    static LayerKind ByPort(ushort port, ReadOnlySpan<byte> payload) =>
        port < 1024 ? BySystemPort(port, payload) : port < 10_000 ? ByUserPort(port, payload) : ByHighPort(port, payload);

    static LayerKind BySystemPort(ushort port, ReadOnlySpan<byte> payload) => port switch
    {
        53 => LayerKind.Dns,
        67 or 68 => If(LayerKind.Dhcp, payload[0] is 1 or 2 && payload.Length >= 44),
        69 => If(LayerKind.Tftp, UdpContent.IsTftp(payload)),
        88 or 464 => If(LayerKind.Kerberos, UdpContent.IsKerberos(payload)),
        123 => If(LayerKind.Ntp, UdpContent.IsNtp(payload)),
        137 => LayerKind.Nbns,
        138 => If(LayerKind.NetBiosDatagram, payload[0] is >= 0x10 and <= 0x16),
        161 or 162 => If(LayerKind.Snmp, payload[0] == 0x30),
        389 => If(LayerKind.Ldap, payload[0] == 0x30),
        443 or 80 => If(LayerKind.Quic, UdpContent.IsQuicOnItsPort(payload)),
        500 => If(LayerKind.Isakmp, UdpContent.IsIsakmp(payload)),
        514 => If(LayerKind.Syslog, payload[0] is >= 0x20 and < 0x7f or >= 0x80),
        520 => If(LayerKind.Rip, payload[0] is >= 1 and <= 11 && payload.Length >= 4),
        521 => If(LayerKind.Ripng, payload[0] is 1 or 2 && payload.Length >= 4),
        546 or 547 => LayerKind.Dhcpv6,
        _ => LayerKind.None,
    };

    static LayerKind ByUserPort(ushort port, ReadOnlySpan<byte> payload) => port switch
    {
        1194 => If(LayerKind.OpenVpn, UdpContent.IsOpenVpn(payload)),
        1645 or 1646 or 1700 or 1812 or 1813 or 3799 => If(LayerKind.Radius, UdpContent.IsRadius(payload)),
        1701 => If(LayerKind.L2tp, payload.Length >= 6 && (payload[1] & 0x0f) is 2 or 3),
        1900 => LayerKind.Ssdp,
        1985 or 2029 => If(LayerKind.Hsrp, payload[0] <= 2),
        2055 or 4739 or 9995 or 9996 => If(LayerKind.Netflow, UdpContent.IsNetflow(payload)),
        2123 or 2152 or 3386 => If(LayerKind.Gtp, payload.Length >= 8 && payload[0] >> 5 is >= 0 and <= 2),
        3478 => If(LayerKind.Stun, UdpContent.IsStunOnItsPort(payload)),
        3544 => If(LayerKind.Teredo, UdpContent.IsTeredo(payload)),
        3702 => If(LayerKind.WsDiscovery, payload[0] is (byte)'<' or 0xef),
        4011 => If(LayerKind.Dhcp, payload[0] is 1 or 2 && payload.Length >= 240),
        4341 or 4342 => LayerKind.Lisp,
        4500 => UdpContent.InUdpEncapsulation(payload),
        4665 or 4672 => If(LayerKind.Edonkey, payload[0] is 0xe3 or 0xc5 or 0xd4 or 0xe4 or 0xe5),
        4754 => If(LayerKind.Gre, payload.Length >= 4 && (payload[1] & 7) == 0),
        4789 or 8472 => If(LayerKind.Vxlan, payload.Length >= 8 && (payload[0] & 0x08) != 0),
        4790 => If(LayerKind.Vxlan, payload.Length >= 8 && (payload[0] & 0x04) != 0),
        5060 => If(LayerKind.Sip, payload[0] is >= (byte)'A' and <= (byte)'Z'),
        5072 => If(LayerKind.Ayiya, payload.Length >= 8 + (1 << (payload[0] >> 4)) && payload[3] is 41 or 4 or 59),
        5246 or 5247 => LayerKind.Capwap,
        5353 => LayerKind.Mdns,
        5355 => LayerKind.Llmnr,
        5683 => If(LayerKind.Coap, payload.Length >= 4 && payload[0] >> 6 == 1 && (payload[0] & 0x0f) <= 8),
        6081 => If(LayerKind.Geneve, payload.Length >= 8 && payload[0] >> 6 == 0),
        6343 => If(LayerKind.Sflow, payload.Length >= 28 && payload[..3].IndexOfAnyExcept((byte)0) < 0 && payload[3] is >= 2 and <= 5),
        6346 or 6347 => If(LayerKind.Gnutella, UdpContent.IsGnutella(payload)),
        6635 => If(LayerKind.Mpls, payload.Length >= 4),
        9899 => If(LayerKind.Sctp, payload.Length >= 12),
        _ => LayerKind.None,
    };

    static LayerKind ByHighPort(ushort port, ReadOnlySpan<byte> payload) => port switch
    {
        11211 => If(LayerKind.Memcached, payload.Length > 8 && payload[4] == 0 && payload[5] > 0 && payload[6] == 0 && payload[7] == 0),
        _ => LayerKind.None,
    };

    static LayerKind If(LayerKind kind, bool holds) => holds ? kind : LayerKind.None;
}

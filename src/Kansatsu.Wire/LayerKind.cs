namespace Kansatsu.Wire;

/// <summary>Every protocol layer that has a name here. The order groups them; the numbers are not stored anywhere.</summary>
public enum LayerKind : byte
{
    None,

    /// <summary>Bytes that belong to a payload nothing here reads.</summary>
    Data,

    /// <summary>A protocol whose number is in <see cref="Layer.Value"/> and that nothing here reads.</summary>
    Unknown,

    // Link
    Ethernet, Vlan, Mpls, LinuxCooked, LinuxCooked2, NullLoopback, Ppp, Pppoe, PppoeDiscovery, CiscoHdlc, FrameRelay, Radiotap, Ppi, Prism,
    Ieee80211, Llc, Snap, Nflog, Erf, Fddi, Arcnet, Infiniband, EtherTag, Ieee802154, SixLowpan, Arp, Lldp, Eapol, PppControl,

    // IP
    Ipv6, Ipv4, HopByHop, Routing, Fragment, DestinationOptions, Authentication, Esp, Mobility, Hip, Shim6, NoNextHeader,

    // Control
    Icmpv6, Icmp, Igmp, Pim, Ospf, Ospfv3, Ripng, Rip, Vrrp, Eigrp, Bgp, Hsrp,

    // Transport
    Tcp, Udp, UdpLite, Sctp, Dccp,

    // Tunnels
    Gre, Erspan, L2tp, L2tpv3, Vxlan, Geneve, Gtp, Teredo, Lisp, Capwap, EtherIp, Ayiya, Nsh, Wireguard,

    // Application
    Dns, Mdns, Llmnr, Nbns, Dhcpv6, Dhcp, Ntp, Tls, Dtls, Quic, Http, Http2, Ssdp, WsDiscovery, Syslog, Snmp, Stun, Sip, Rtp, Rtcp, Rtsp,
    BitTorrent, BitTorrentDht, Smtp, Imap, Pop, Ssh, Rdp, Smb, Telnet, Memcached, Ftp, Tftp, Mqtt, Coap, Irc, NetBiosDatagram, NetBiosSession,
    Netflow, Sflow, Isakmp, OpenVpn, Kerberos, Ldap, Radius, Gnutella, Edonkey,
}

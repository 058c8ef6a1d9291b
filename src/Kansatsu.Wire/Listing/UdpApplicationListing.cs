namespace Kansatsu.Wire;

/// <summary>Which listing speaks for an application over UDP (DNS and SIP also over TCP).</summary>
static class UdpApplicationListing
{
    /// <returns>False when the payload has nothing to say in a line.</returns>
    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        var bytes = d.BytesOf(layer);
        return layer.Kind switch
        {
            LayerKind.Dns or LayerKind.Mdns or LayerKind.Llmnr or LayerKind.Nbns => DnsListing.Summarize(d, layer, to),
            LayerKind.Dhcpv6 => Dhcpv6Listing.Summarize(bytes, to),
            LayerKind.Dhcp => DhcpListing.Summarize(bytes, to),
            LayerKind.Quic => QuicListing.Summarize(bytes, to),
            LayerKind.Ntp => MonitoringListing.SummarizeNtp(bytes, to),
            LayerKind.Snmp => MonitoringListing.SummarizeSnmp(bytes, to),
            LayerKind.Syslog => MonitoringListing.SummarizeSyslog(bytes, to),
            LayerKind.Netflow or LayerKind.Sflow => MonitoringListing.SummarizeFlowExport(bytes, to),
            LayerKind.Ssdp => DiscoveryListing.SummarizeSsdp(bytes, to),
            LayerKind.WsDiscovery => DiscoveryListing.SummarizeWsDiscovery(bytes, to),
            LayerKind.NetBiosDatagram => DiscoveryListing.SummarizeNetBios(bytes, to),
            LayerKind.Stun => CallListing.SummarizeStun(bytes, to),
            LayerKind.Sip => CallListing.SummarizeSip(bytes, to),
            LayerKind.Rtp => CallListing.SummarizeRtp(bytes, to),
            LayerKind.Rtcp => CallListing.SummarizeRtcp(bytes, to),
            LayerKind.Isakmp => AccessListing.SummarizeIsakmp(bytes, to),
            LayerKind.OpenVpn => AccessListing.SummarizeOpenVpn(bytes, to),
            LayerKind.Radius => AccessListing.SummarizeRadius(bytes, to),
            LayerKind.Tftp => DeviceListing.SummarizeTftp(bytes, to),
            LayerKind.Coap => DeviceListing.SummarizeCoap(bytes, to),
            LayerKind.BitTorrentDht => PeerListing.SummarizeDht(bytes, to),
            LayerKind.BitTorrent when IsOverUdp(d) => PeerListing.SummarizeMicroTransport(bytes, to),
            _ => false,
        };
    }

    /// <summary>Writes the fields under a title that is already there.</summary>
    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        var bytes = d.BytesOf(layer);
        switch (layer.Kind)
        {
            case LayerKind.Dns or LayerKind.Mdns or LayerKind.Llmnr or LayerKind.Nbns: DnsListing.List(d, layer, to); break;
            case LayerKind.Dhcpv6: Dhcpv6Listing.List(bytes, to); break;
            case LayerKind.Dhcp: DhcpListing.List(bytes, to); break;
            case LayerKind.Quic: QuicListing.List(bytes, to); break;
            case LayerKind.Ntp: MonitoringListing.ListNtp(bytes, to); break;
            case LayerKind.Snmp: MonitoringListing.ListSnmp(bytes, to); break;
            case LayerKind.Syslog: MonitoringListing.ListSyslog(bytes, to); break;
            case LayerKind.Netflow or LayerKind.Sflow: MonitoringListing.ListFlowExport(bytes, to); break;
            case LayerKind.Ssdp: DiscoveryListing.ListSsdp(bytes, to); break;
            case LayerKind.WsDiscovery: DiscoveryListing.ListWsDiscovery(bytes, to); break;
            case LayerKind.NetBiosDatagram: DiscoveryListing.ListNetBios(bytes, to); break;
            case LayerKind.Stun: CallListing.ListStun(bytes, to); break;
            case LayerKind.Sip: CallListing.ListSip(bytes, to); break;
            case LayerKind.Rtp: CallListing.ListRtp(bytes, to); break;
            case LayerKind.Rtcp: CallListing.ListRtcp(bytes, to); break;
            case LayerKind.Isakmp: AccessListing.ListIsakmp(bytes, to); break;
            case LayerKind.Radius: AccessListing.ListRadius(bytes, to); break;
            case LayerKind.Tftp: DeviceListing.ListTftp(bytes, to); break;
            case LayerKind.Coap: DeviceListing.ListCoap(bytes, to); break;
            case LayerKind.BitTorrentDht: PeerListing.ListDht(bytes, to); break;
            case LayerKind.BitTorrent when IsOverUdp(d): PeerListing.ListMicroTransport(bytes, to); break;
        }
    }

    static bool IsOverUdp(in Dissection d) => d.Transport >= 0 && d[d.Transport].Kind == LayerKind.Udp;
}

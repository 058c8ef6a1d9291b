namespace Kansatsu.Wire;

/// <summary>
/// Traffic that breaks a rule, named. The names of <see cref="AnomalyNames"/> are stable and documented in docs/reference/anomalies.md;
/// Suricata's 26 IPv6 and 8 ICMPv6 decoder events are all among the conditions.
/// </summary>
public enum Anomaly : byte
{
    None,

    // IPv6 header and chain (RFC 8200)
    Ipv6TooShort, Ipv6Truncated, Ipv6WrongVersion, Ipv6TruncatedExtension, Ipv6DuplicateFragment, Ipv6DuplicateRouting, Ipv6DuplicateHopByHop,
    Ipv6DuplicateDestination, Ipv6DuplicateAuthentication, Ipv6DuplicateEsp, Ipv6HopByHopNotFirst, Ipv6OptionLengthInvalid, Ipv6AuthenticationReserved,
    Ipv6HopByHopUnknownOption, Ipv6HopByHopOnlyPadding, Ipv6DestinationUnknownOption, Ipv6DestinationOnlyPadding, Ipv6ZeroLengthPadN, Ipv6PadNNotZero,
    Ipv6RoutingType0, Ipv6RoutingUnknownType, Ipv6DataAfterNoNextHeader, Ipv6UnknownNextHeader, Ipv6IcmpOverWrongFamily, Ipv6TooManyExtensions,
    Ipv6JumboInvalid, Ipv6PayloadLengthZero, Ipv6MulticastSource, Ipv6LoopbackOnWire, Ipv6UnspecifiedDestination, Ipv6SameSourceAndDestination,
    Ipv6MulticastScopeReserved, Ipv6TrailingBytes, Ipv6UnspecifiedSource,

    // Fragments (RFC 8200 §4.5, 5722, 6946, 6980, 7112)
    FragmentAtomic, FragmentReservedNotZero, FragmentTooLarge, FragmentOverlap, FragmentLengthInvalid, FragmentIgnored, FragmentTiny,
    FragmentTimeout, FragmentLimit, FragmentOfNeighborDiscovery, FragmentHeaderChainIncomplete,

    // Tunnels
    Ipv4InIpv6TooShort, Ipv4InIpv6WrongVersion, Ipv6InIpv6TooShort, Ipv6InIpv6WrongVersion, Ipv6InIpv4TooShort, Ipv6InIpv4WrongVersion,
    TunnelTooDeep, TunnelLengthInvalid, EtherTypeVersionMismatch,

    // ICMPv6, NDP, MLD (RFC 4443, 4861, 2710, 3810)
    Icmpv6UnknownType, Icmpv6UnknownCode, Icmpv6UnassignedType, Icmpv6ExperimentalType, Icmpv6TooShort, Icmpv6QuotedWrongVersion, Icmpv6QuotedTruncated,
    Icmpv6PacketTooBigUnder1280, Icmpv6ErrorAboutError, Icmpv6ErrorToMulticast,
    MldHopLimitNot1, MldWithoutRouterAlert, MldSourceNotLinkLocal, MldRecordInvalid,
    NdpHopLimitNot255, NdpOptionLengthZero, NdpOptionTruncated, NdpTargetMulticast, NdpSourceNotLinkLocal, NdpRedirectInvalid, NdpUnknownOption,
    NdpDadWithSourceOption, NdpDadDestinationInvalid, NdpFloodOptions, NdpOptionLengthInvalid, NdpPrefixInvalid, NdpMtuUnder1280,
    NdpSolicitedToMulticast,

    // IPv4, ICMP, IGMP
    Ipv4TooShort, Ipv4Truncated, Ipv4WrongVersion, Ipv4HeaderLengthInvalid, Ipv4OptionInvalid, Ipv4TrailingBytes, Ipv4MulticastSource, Ipv4SameSourceAndDestination,
    IcmpTooShort, IcmpUnknownType, IcmpQuotedTruncated, IgmpTooShort, IgmpRecordInvalid,

    // Transport
    TcpTooShort, TcpHeaderLengthInvalid, TcpOptionInvalid, TcpPortZero, TcpNullFlags, TcpSynFin, TcpXmas,
    UdpTooShort, UdpLengthInvalid, UdpZeroChecksumIpv6, UdpPortZero, SctpTooShort, DccpTooShort, UdpLiteCoverageInvalid,

    // Checksums
    ChecksumIpv4, ChecksumTcp, ChecksumUdp, ChecksumIcmpv6, ChecksumIcmp, ChecksumOther,

    // Link and application
    LinkTooShort, LinkLayerLimit, MplsUnknownPayload, VlanTooDeep, DnsMalformed, DnsPointerLoop, TlsMalformed, QuicMalformed,
    Dhcpv6Malformed, HttpMalformed, RoutingMalformed, PimMalformed, ApplicationTruncated,
}

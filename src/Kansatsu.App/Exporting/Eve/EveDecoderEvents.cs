using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>Which decoder event of Suricata is raised by the same condition (docs/reference/anomalies.md); null where there is none.</summary>
static class EveDecoderEvents
{
    /// <param name="isIpv4">The packet's flow is IPv4: fragments have events of either family.</param>
    public static string? Of(Anomaly anomaly, bool isIpv4) => anomaly switch
    {
        Anomaly.FragmentTooLarge => isIpv4 ? "decoder.ipv4.frag_pkt_too_large" : "decoder.ipv6.frag_pkt_too_large",
        Anomaly.FragmentOverlap => isIpv4 ? "decoder.ipv4.frag_overlap" : "decoder.ipv6.frag_overlap",
        Anomaly.FragmentIgnored => isIpv4 ? "decoder.ipv4.frag_ignored" : "decoder.ipv6.frag_ignored",
        Anomaly.Ipv6IcmpOverWrongFamily => isIpv4 ? "decoder.ipv4.icmpv6" : "decoder.ipv6.icmpv4",
        Anomaly.FragmentLengthInvalid => isIpv4 ? null : "decoder.ipv6.frag_invalid_length",
        >= Anomaly.Icmpv6UnknownType and <= Anomaly.MldHopLimitNot1 => OfIcmpv6(anomaly),
        >= Anomaly.Ipv4TooShort and <= Anomaly.UdpLiteCoverageInvalid => OfIpv4(anomaly),
        _ => OfIpv6(anomaly),
    };

    static string? OfIpv6(Anomaly anomaly) => anomaly switch
    {
        Anomaly.Ipv6TooShort => "decoder.ipv6.pkt_too_small",
        Anomaly.Ipv6Truncated => "decoder.ipv6.trunc_pkt",
        Anomaly.Ipv6TruncatedExtension => "decoder.ipv6.trunc_exthdr",
        Anomaly.Ipv6DuplicateFragment => "decoder.ipv6.exthdr_dupl_fh",
        Anomaly.Ipv6DuplicateRouting => "decoder.ipv6.exthdr_dupl_rh",
        Anomaly.Ipv6DuplicateHopByHop => "decoder.ipv6.exthdr_dupl_hh",
        Anomaly.Ipv6DuplicateDestination => "decoder.ipv6.exthdr_dupl_dh",
        Anomaly.Ipv6DuplicateAuthentication => "decoder.ipv6.exthdr_dupl_ah",
        Anomaly.Ipv6DuplicateEsp => "decoder.ipv6.exthdr_dupl_eh",
        Anomaly.Ipv6OptionLengthInvalid => "decoder.ipv6.exthdr_invalid_optlen",
        Anomaly.Ipv6AuthenticationReserved => "decoder.ipv6.exthdr_ah_res_not_null",
        Anomaly.Ipv6HopByHopUnknownOption => "decoder.ipv6.hopopts_unknown_opt",
        Anomaly.Ipv6HopByHopOnlyPadding => "decoder.ipv6.hopopts_only_padding",
        Anomaly.Ipv6DestinationUnknownOption => "decoder.ipv6.dstopts_unknown_opt",
        Anomaly.Ipv6DestinationOnlyPadding => "decoder.ipv6.dstopts_only_padding",
        Anomaly.Ipv6ZeroLengthPadN => "decoder.ipv6.zero_len_padn",
        Anomaly.Ipv6RoutingType0 => "decoder.ipv6.rh_type_0",
        Anomaly.Ipv6DataAfterNoNextHeader => "decoder.ipv6.data_after_none_header",
        Anomaly.Ipv6UnknownNextHeader => "decoder.ipv6.unknown_next_header",
        Anomaly.FragmentAtomic => "decoder.ipv6.exthdr_useless_fh",
        Anomaly.FragmentReservedNotZero => "decoder.ipv6.fh_non_zero_reserved_field",
        Anomaly.Ipv4InIpv6TooShort => "decoder.ipv6.ipv4_in_ipv6_too_small",
        Anomaly.Ipv4InIpv6WrongVersion => "decoder.ipv6.ipv4_in_ipv6_wrong_version",
        Anomaly.Ipv6InIpv6TooShort => "decoder.ipv6.ipv6_in_ipv6_too_small",
        Anomaly.Ipv6InIpv6WrongVersion => "decoder.ipv6.ipv6_in_ipv6_wrong_version",
        Anomaly.VlanTooDeep => "decoder.vlan.too_many_layers",
        Anomaly.MplsUnknownPayload => "decoder.mpls.unknown_payload_type",
        _ => null,
    };

    static string? OfIcmpv6(Anomaly anomaly) => anomaly switch
    {
        Anomaly.Icmpv6TooShort => "decoder.icmpv6.pkt_too_small",
        Anomaly.Icmpv6UnknownType => "decoder.icmpv6.unknown_type",
        Anomaly.Icmpv6UnassignedType => "decoder.icmpv6.unassigned_type",
        Anomaly.Icmpv6ExperimentalType => "decoder.icmpv6.experimentation_type",
        Anomaly.Icmpv6UnknownCode => "decoder.icmpv6.unknown_code",
        Anomaly.Icmpv6QuotedWrongVersion => "decoder.icmpv6.ipv6_unknown_version",
        Anomaly.Icmpv6QuotedTruncated => "decoder.icmpv6.ipv6_trunc_pkt",
        Anomaly.MldHopLimitNot1 => "decoder.icmpv6.mld_message_with_invalid_hl",
        _ => null,
    };

    static string? OfIpv4(Anomaly anomaly) => anomaly switch
    {
        Anomaly.Ipv4TooShort => "decoder.ipv4.pkt_too_small",
        Anomaly.Ipv4Truncated => "decoder.ipv4.trunc_pkt",
        Anomaly.Ipv4WrongVersion => "decoder.ipv4.wrong_ip_version",
        Anomaly.Ipv4HeaderLengthInvalid => "decoder.ipv4.hlen_too_small",
        Anomaly.Ipv4OptionInvalid => "decoder.ipv4.opt_invalid",
        Anomaly.IcmpTooShort => "decoder.icmpv4.pkt_too_small",
        Anomaly.IcmpUnknownType => "decoder.icmpv4.unknown_type",
        Anomaly.IcmpQuotedTruncated => "decoder.icmpv4.ipv4_trunc_pkt",
        Anomaly.TcpTooShort => "decoder.tcp.pkt_too_small",
        Anomaly.TcpHeaderLengthInvalid => "decoder.tcp.hlen_too_small",
        Anomaly.TcpOptionInvalid => "decoder.tcp.invalid_optlen",
        Anomaly.UdpTooShort => "decoder.udp.pkt_too_small",
        Anomaly.UdpLengthInvalid => "decoder.udp.hlen_invalid",
        Anomaly.SctpTooShort => "decoder.sctp.pkt_too_small",
        _ => null,
    };
}

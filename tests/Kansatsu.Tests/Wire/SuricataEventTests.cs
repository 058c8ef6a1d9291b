using Kansatsu.Wire;

namespace Kansatsu.Tests.Wire;

/// <summary>The decoder events that Suricata's rules know for IPv6 and ICMPv6, each under its name here.</summary>
public class SuricataEventTests
{
    [Theory]
    [InlineData("ipv6.pkt_too_small", Anomaly.Ipv6TooShort)]
    [InlineData("ipv6.trunc_pkt", Anomaly.Ipv6Truncated)]
    [InlineData("ipv6.trunc_exthdr", Anomaly.Ipv6TruncatedExtension)]
    [InlineData("ipv6.exthdr_dupl_fh", Anomaly.Ipv6DuplicateFragment)]
    [InlineData("ipv6.exthdr_useless_fh", Anomaly.FragmentAtomic)]
    [InlineData("ipv6.exthdr_dupl_rh", Anomaly.Ipv6DuplicateRouting)]
    [InlineData("ipv6.exthdr_dupl_hh", Anomaly.Ipv6DuplicateHopByHop)]
    [InlineData("ipv6.exthdr_dupl_dh", Anomaly.Ipv6DuplicateDestination)]
    [InlineData("ipv6.exthdr_dupl_ah", Anomaly.Ipv6DuplicateAuthentication)]
    [InlineData("ipv6.exthdr_dupl_eh", Anomaly.Ipv6DuplicateEsp)]
    [InlineData("ipv6.exthdr_invalid_optlen", Anomaly.Ipv6OptionLengthInvalid)]
    [InlineData("ipv6.exthdr_ah_res_not_null", Anomaly.Ipv6AuthenticationReserved)]
    [InlineData("ipv6.hopopts_unknown_opt", Anomaly.Ipv6HopByHopUnknownOption)]
    [InlineData("ipv6.hopopts_only_padding", Anomaly.Ipv6HopByHopOnlyPadding)]
    [InlineData("ipv6.dstopts_unknown_opt", Anomaly.Ipv6DestinationUnknownOption)]
    [InlineData("ipv6.dstopts_only_padding", Anomaly.Ipv6DestinationOnlyPadding)]
    [InlineData("ipv6.rh_type_0", Anomaly.Ipv6RoutingType0)]
    [InlineData("ipv6.zero_len_padn", Anomaly.Ipv6ZeroLengthPadN)]
    [InlineData("ipv6.fh_non_zero_reserved_field", Anomaly.FragmentReservedNotZero)]
    [InlineData("ipv6.data_after_none_header", Anomaly.Ipv6DataAfterNoNextHeader)]
    [InlineData("ipv6.unknown_next_header", Anomaly.Ipv6UnknownNextHeader)]
    [InlineData("ipv6.icmpv4", Anomaly.Ipv6IcmpOverWrongFamily)]
    [InlineData("ipv6.frag_pkt_too_large", Anomaly.FragmentTooLarge)]
    [InlineData("ipv6.frag_overlap", Anomaly.FragmentOverlap)]
    [InlineData("ipv6.frag_invalid_length", Anomaly.FragmentLengthInvalid)]
    [InlineData("ipv6.frag_ignored", Anomaly.FragmentIgnored)]
    [InlineData("ipv6.ipv4_in_ipv6_too_small", Anomaly.Ipv4InIpv6TooShort)]
    [InlineData("ipv6.ipv4_in_ipv6_wrong_version", Anomaly.Ipv4InIpv6WrongVersion)]
    [InlineData("ipv6.ipv6_in_ipv6_too_small", Anomaly.Ipv6InIpv6TooShort)]
    [InlineData("ipv6.ipv6_in_ipv6_wrong_version", Anomaly.Ipv6InIpv6WrongVersion)]
    [InlineData("icmpv6.pkt_too_small", Anomaly.Icmpv6TooShort)]
    [InlineData("icmpv6.unknown_type", Anomaly.Icmpv6UnknownType)]
    [InlineData("icmpv6.unknown_code", Anomaly.Icmpv6UnknownCode)]
    [InlineData("icmpv6.unassigned_type", Anomaly.Icmpv6UnassignedType)]
    [InlineData("icmpv6.experimentation_type", Anomaly.Icmpv6ExperimentalType)]
    [InlineData("icmpv6.ipv6_unknown_version", Anomaly.Icmpv6QuotedWrongVersion)]
    [InlineData("icmpv6.ipv6_trunc_pkt", Anomaly.Icmpv6QuotedTruncated)]
    [InlineData("icmpv6.mld_message_with_invalid_hl", Anomaly.MldHopLimitNot1)]
    public void A_packet_that_raises_the_event_is_named(string name, Anomaly anomaly)
    {
        var packets = Samples.Ip.Concat(Samples.Control).Single(s => s.Anomaly == anomaly).Packets;
        Assert.True(Packets.AnomaliesOf(packets).Contains(anomaly), name);
    }
}

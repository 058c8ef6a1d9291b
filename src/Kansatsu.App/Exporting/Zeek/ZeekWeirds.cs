using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>Which of Zeek's weirds an anomaly is (docs/reference/exports.md); null where Zeek has no name for it.</summary>
static class ZeekWeirds
{
    public static string? Of(Anomaly anomaly) => anomaly switch
    {
        Anomaly.Ipv6TooShort or Anomaly.Ipv4TooShort => "truncated_IP",
        Anomaly.Ipv6Truncated or Anomaly.Ipv4Truncated => "truncated_IP_len",
        Anomaly.Ipv6WrongVersion or Anomaly.Ipv4WrongVersion => "unknown_ip_version",
        Anomaly.Ipv4HeaderLengthInvalid => "invalid_IP_header_size",
        Anomaly.ChecksumIpv4 => "bad_IP_checksum",
        Anomaly.ChecksumTcp => "bad_TCP_checksum",
        Anomaly.ChecksumUdp => "bad_UDP_checksum",
        Anomaly.ChecksumIcmp or Anomaly.ChecksumIcmpv6 => "bad_ICMP_checksum",
        Anomaly.FragmentTooLarge => "excessively_large_fragment",
        Anomaly.FragmentTiny => "excessively_small_fragment",
        Anomaly.FragmentOverlap => "fragment_overlap",
        Anomaly.TcpHeaderLengthInvalid => "bad_TCP_header_len",
        Anomaly.TcpXmas => "TCP_christmas",
        Anomaly.UdpLengthInvalid => "UDP_datagram_length_mismatch",
        Anomaly.TcpTooShort or Anomaly.UdpTooShort or Anomaly.Icmpv6TooShort or Anomaly.IcmpTooShort => "truncated_header",
        Anomaly.DnsPointerLoop => "DNS_label_forward_compress_offset",
        _ => null,
    };
}

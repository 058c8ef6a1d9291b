using Kansatsu.Wire;
using static Kansatsu.Tests.Wire.Packets;

namespace Kansatsu.Tests.Wire;

/// <summary>One packet (or a few) for every way that IP, ICMP, membership and transport headers can be wrong.</summary>
static class Samples
{
    static readonly byte[] SourceMac = Hex("01 01 02 00 5e 00 00 01");
    static readonly byte[] PrefixOption = Join(Hex("03 04 40 c0 00278d00 00093a80 00000000"), Address("2001:db8:1::"));
    static readonly byte[] Router = Join(Hex("86 00 0000 40 00 0708 00000000 00000000"), SourceMac, PrefixOption);

    public static readonly byte[] SolicitedGroup = Address("ff02::1:ff00:1");

    public static byte[] Query => Join(Hex("82 00 0000 2710 0000"), Zeros(16), Hex("02 7d 0000"));

    public static byte[] Report => Join(Hex("8f 00 0000 0000 0001 04 00 0000"), Address("ff02::fb"));

    public static byte[] Solicitation => Join(Hex("87 00 0000 00000000"), Address("fe80::1"), SourceMac);

    public static byte[] Advertisement => Join(Hex("88 00 0000 60000000"), Address("fe80::2"), Hex("02 01 02 00 5e 00 00 02"));

    public static byte[] RouterMessage => Router.ToArray();

    public static byte[] RedirectMessage => Join(Hex("89 00 0000 00000000"), Address("fe80::9"), Address("2001:db8::9"));

    public static byte[] Quoted(string destination = "2001:db8::9") => Ipv6(17, Udp(5000, 53, [1, 2, 3, 4], to: destination), "2001:db8::1", destination);

    public static byte[] Error(string head, byte[] quoted) => Icmpv6(Join(Hex(head), quoted), "2001:db8::ff", "2001:db8::1", 64);

    static byte[] Fragment(int offset, bool more, byte[] payload, int next = 17, int id = 7, string source = "2001:db8::1") =>
        Ipv6(44, Join([(byte)next, 0, (byte)(offset >> 8), (byte)((offset & 0xf8) | (more ? 1 : 0)), 0, 0, (byte)(id >> 8), (byte)id], payload), source);

    static byte[] Options(int next, string options) => Join([(byte)next, (byte)((Hex(options).Length + 2) / 8 - 1)], Hex(options));

    static byte[] Ndp(byte[] head, params byte[][] options) => Icmpv6(Join(head, Join(options)), destination: "ff02::1");

    static byte[] Igmp(string hex) => Ipv4(2, WithChecksum(Hex(hex), 2));

    static byte[] Nested(int depth)
    {
        var packet = Ipv6(59, []);
        for (var i = 0; i < depth; i++) packet = Ipv6(41, packet);
        return packet;
    }

    public static IEnumerable<(Anomaly Anomaly, byte[][] Packets)> Ip =>
    [
        (Anomaly.Ipv6TooShort, [Ipv6(59, [])[..20]]),
        (Anomaly.Ipv6Truncated, [Ipv6(17, Udp(1, 2, []), length: 100)]),
        (Anomaly.Ipv6TruncatedExtension, [Ipv6(60, Hex("3a 05 0104 00000000"))]),
        (Anomaly.Ipv6DuplicateFragment, [Ipv6(44, Hex("2c000000 00000001 3b000000 00000002"))]),
        (Anomaly.Ipv6DuplicateRouting, [Ipv6(43, Hex("2b000400 00000000 3b000400 00000000"))]),
        (Anomaly.Ipv6DuplicateHopByHop, [Ipv6(0, Hex("00000502 00000100 3b000502 00000100"))]),
        (Anomaly.Ipv6DuplicateDestination, [Ipv6(60, Hex("3c000104 00000000 3c000104 00000000 3b000104 00000000"))]),
        (Anomaly.Ipv6DuplicateAuthentication, [Ipv6(51, Hex("33010000 00000100 00000001 3b010000 00000100 00000002"))]),
        (Anomaly.Ipv6DuplicateEsp, [Ipv6(50, Hex("00000100 00000001 00000200 00000001 0102 0232 000102030405060708090a0b"))]),
        (Anomaly.Ipv6HopByHopNotFirst, [Ipv6(60, Hex("00000104 00000000 3b000502 00000100"))]),
        (Anomaly.Ipv6OptionLengthInvalid, [Ipv6(60, Hex("3b00c910 00000000"))]),
        (Anomaly.Ipv6AuthenticationReserved, [Ipv6(51, Hex("3b010001 00000100 00000001"))]),
        (Anomaly.Ipv6HopByHopUnknownOption, [Ipv6(0, Options(59, "1e 02 0000 0100"))]),
        (Anomaly.Ipv6HopByHopOnlyPadding, [Ipv6(0, Options(59, "01 04 00000000"))]),
        (Anomaly.Ipv6DestinationUnknownOption, [Ipv6(60, Options(59, "1e 02 0000 0100"))]),
        (Anomaly.Ipv6DestinationOnlyPadding, [Ipv6(60, Options(59, "00 00 00 00 00 00"))]),
        (Anomaly.Ipv6ZeroLengthPadN, [Ipv6(60, Options(59, "01 00 01 02 0000"))]),
        (Anomaly.Ipv6PadNNotZero, [Ipv6(60, Options(59, "01 04 00000001"))]),
        (Anomaly.Ipv6RoutingType0, [Ipv6(43, Join(Hex("3b020001 00000000"), Address("2001:db8::3")))]),
        (Anomaly.Ipv6RoutingUnknownType, [Ipv6(43, Hex("3b00fd00 00000000"))]),
        (Anomaly.Ipv6DataAfterNoNextHeader, [Ipv6(59, [1, 2, 3])]),
        (Anomaly.Ipv6UnknownNextHeader, [Ipv6(200, [1, 2, 3])]),
        (Anomaly.Ipv6IcmpOverWrongFamily, [Ipv6(1, WithChecksum(Hex("08 00 0000 0001 0001"), 2))]),
        (Anomaly.Ipv6TooManyExtensions, [Ipv6(60, Join([.. Enumerable.Repeat(Options(60, "01 04 00000000"), 8), Options(59, "01 04 00000000")]))]),
        (Anomaly.Ipv6JumboInvalid, [Ipv6(0, Join(Options(17, "c2 04 00020000"), Udp(1, 2, [])))]),
        (Anomaly.Ipv6PayloadLengthZero, [Ipv6(17, Udp(1, 2, []), length: 0)]),
        (Anomaly.Ipv6MulticastSource, [Ipv6(59, [], "ff02::1")]),
        (Anomaly.Ipv6LoopbackOnWire, [Ipv6(59, [], destination: "::1")]),
        (Anomaly.Ipv6UnspecifiedDestination, [Ipv6(59, [], destination: "::")]),
        (Anomaly.Ipv6SameSourceAndDestination, [Ipv6(59, [], "2001:db8::2")]),
        (Anomaly.Ipv6MulticastScopeReserved, [Ipv6(59, [], destination: "ff0f::1")]),
        (Anomaly.Ipv6TrailingBytes, [Join(Ipv6(17, Udp(1, 2, [])), Zeros(40))]),
        (Anomaly.Ipv6UnspecifiedSource, [Ipv6(17, Udp(1, 2, [], "::"), "::")]),
        (Anomaly.FragmentAtomic, [Ipv6(44, Join(Hex("11000000 00000001"), Udp(1, 2, [])))]),
        (Anomaly.FragmentReservedNotZero, [Ipv6(44, Join(Hex("11ff0000 00000001"), Udp(1, 2, [])))]),
        (Anomaly.FragmentTooLarge, [Fragment(65528, false, Zeros(8))]),
        (Anomaly.FragmentOverlap, [Fragment(0, true, Zeros(48)), Fragment(40, false, Zeros(48))]),
        (Anomaly.FragmentIgnored, [Fragment(0, true, Zeros(48)), Fragment(40, false, Zeros(48)), Fragment(88, false, Zeros(8))]),
        (Anomaly.FragmentLengthInvalid, [Fragment(0, true, Zeros(47))]),
        (Anomaly.FragmentTiny, [Fragment(0, true, Zeros(8))]),
        (Anomaly.FragmentOfNeighborDiscovery, [Ipv6(44, Join(Hex("3a000000 00000001"), Solicitation), "fe80::1", "fe80::2", 255)]),
        (Anomaly.FragmentHeaderChainIncomplete, [Fragment(0, true, Hex("11050104 00000000 00000000 00000000"), next: 60)]),
        (Anomaly.FragmentLimit, [.. Enumerable.Range(0, FragmentTable.MaxPackets + 1).Select(i => Fragment(0, true, Zeros(8), id: i))]),
        (Anomaly.Ipv4InIpv6TooShort, [Ipv6(4, Hex("4500001400000000"))]),
        (Anomaly.Ipv4InIpv6WrongVersion, [Ipv6(4, Hex("6500001400000000"))]),
        (Anomaly.Ipv6InIpv6TooShort, [Ipv6(41, Hex("6000001400000000"))]),
        (Anomaly.Ipv6InIpv6WrongVersion, [Ipv6(41, Hex("4000001400000000"))]),
        (Anomaly.Ipv6InIpv4TooShort, [Ipv4(41, Hex("6000001400000000"))]),
        (Anomaly.Ipv6InIpv4WrongVersion, [Ipv4(41, Hex("4000001400000000"))]),
        (Anomaly.TunnelTooDeep, [Nested(Dissection.MaxIpNesting)]),
        (Anomaly.Ipv4TooShort, [Ipv4(59, [])[..12]]),
        (Anomaly.Ipv4Truncated, [Ipv4(17, Zeros(8), length: 100)]),
        (Anomaly.Ipv4HeaderLengthInvalid, [Join([0x44], Ipv4(17, Zeros(8))[1..])]),
        (Anomaly.Ipv4OptionInvalid, [Ipv4(17, Udp(1, 2, [], "192.0.2.1", "192.0.2.2"), options: [7, 1, 0, 0])]),
        (Anomaly.Ipv4TrailingBytes, [Join(Ipv4(17, Udp(1, 2, [], "192.0.2.1", "192.0.2.2")), Zeros(40))]),
        (Anomaly.Ipv4MulticastSource, [Ipv4(255, [], "224.0.0.1")]),
        (Anomaly.Ipv4SameSourceAndDestination, [Ipv4(255, [], "192.0.2.2")]),
        (Anomaly.ChecksumIpv4, [Join([0x45, 1], Ipv4(255, [])[2..])]),
    ];

    public static IEnumerable<(Anomaly Anomaly, byte[][] Packets)> Control =>
    [
        (Anomaly.Icmpv6UnknownType, [Icmpv6(Hex("ff 00 0000 00000000"))]),
        (Anomaly.Icmpv6UnassignedType, [Icmpv6(Hex("fa 00 0000 00000000"))]),
        (Anomaly.Icmpv6ExperimentalType, [Icmpv6(Hex("c8 00 0000 00000000"))]),
        (Anomaly.Icmpv6UnknownCode, [Icmpv6(Hex("80 01 0000 00010001"))]),
        (Anomaly.Icmpv6TooShort, [Icmpv6(Hex("87 00 0000 00000000"))]),
        (Anomaly.Icmpv6QuotedWrongVersion, [Error("01 00 0000 00000000", Ipv4(17, Zeros(40)))]),
        (Anomaly.Icmpv6QuotedTruncated, [Error("01 00 0000 00000000", Quoted()[..39])]),
        (Anomaly.Icmpv6PacketTooBigUnder1280, [Error("02 00 0000 000004ff", Quoted())]),
        (Anomaly.Icmpv6ErrorAboutError, [Error("03 00 0000 00000000", Error("01 00 0000 00000000", Quoted()))]),
        (Anomaly.Icmpv6ErrorToMulticast, [Error("01 04 0000 00000000", Quoted("ff0e::1"))]),
        (Anomaly.ChecksumIcmpv6, [Icmpv6(Hex("80 00 1234 00010001"))]),
        (Anomaly.MldHopLimitNot1, [Mld(Report, hopLimit: 64)]),
        (Anomaly.MldWithoutRouterAlert, [Icmpv6(Report, destination: "ff02::16", hopLimit: 1)]),
        (Anomaly.MldSourceNotLinkLocal, [Mld(Report, "2001:db8::1")]),
        (Anomaly.MldRecordInvalid, [Mld(Join(Hex("8f 00 0000 0000 0002 04 00 0000"), Address("ff02::fb")))]),
        (Anomaly.NdpHopLimitNot255, [Icmpv6(Solicitation, hopLimit: 64)]),
        (Anomaly.NdpOptionLengthZero, [Ndp(Solicitation, Hex("01 00 000000000000"))]),
        (Anomaly.NdpOptionTruncated, [Ndp(Solicitation, Hex("05 02 000000000000"))]),
        (Anomaly.NdpTargetMulticast, [Icmpv6(Join(Hex("87 00 0000 00000000"), Address("ff02::1")))]),
        (Anomaly.NdpSourceNotLinkLocal, [Icmpv6(Router, "2001:db8::1", "ff02::1")]),
        (Anomaly.NdpRedirectInvalid, [Icmpv6(Join(Hex("89 00 0000 00000000"), Address("2001:db8::8"), Address("2001:db8::9")))]),
        (Anomaly.NdpUnknownOption, [Ndp(Solicitation, Hex("c8 01 000000000000"))]),
        (Anomaly.NdpDadWithSourceOption, [Icmpv6(Solicitation, "::", "ff02::1:ff00:1")]),
        (Anomaly.NdpDadDestinationInvalid, [Icmpv6(Solicitation[..24], "::", "fe80::1")]),
        (Anomaly.NdpFloodOptions, [Ndp(Router, [.. Enumerable.Repeat(PrefixOption, 15)])]),
        (Anomaly.NdpOptionLengthInvalid, [Ndp(Router, Hex("05 02 0000 00000500 0000000000000000"))]),
        (Anomaly.NdpPrefixInvalid, [Ndp(Router, Join(Hex("03 04 40 c0 00000001 00000002 00000000"), Address("2001:db8:1::")))]),
        (Anomaly.NdpMtuUnder1280, [Ndp(Router, Hex("05 01 0000 00000044"))]),
        (Anomaly.NdpSolicitedToMulticast, [Icmpv6(Advertisement, destination: "ff02::1")]),
        (Anomaly.IcmpTooShort, [Ipv4(1, [8, 0])]),
        (Anomaly.IcmpUnknownType, [Ipv4(1, WithChecksum(Hex("c8 00 0000 00000000"), 2))]),
        (Anomaly.IcmpQuotedTruncated, [Ipv4(1, WithChecksum(Join(Hex("03 00 0000 00000000"), Quoted()), 2))]),
        (Anomaly.ChecksumIcmp, [Ipv4(1, Hex("08 00 1234 00010001"))]),
        (Anomaly.IgmpTooShort, [Ipv4(2, Hex("16 00 0000"))]),
        (Anomaly.IgmpRecordInvalid, [Igmp("22 00 0000 0000 0001 04 00 0001 e00000fb")]),
        (Anomaly.ChecksumOther, [Ipv4(2, Hex("16 00 1234 e00000fb"))]),
        (Anomaly.PimMalformed, [Ipv4(103, WithChecksum(Hex("20 00 0000 0001 0004 0069"), 2))]),
        (Anomaly.RoutingMalformed, [Ipv4(89, Hex("02 01 0010 01010101 00000000 0000 0000 0000000000000000"))]),
    ];

    public static IEnumerable<(Anomaly Anomaly, byte[][] Packets)> Transport =>
    [
        (Anomaly.TcpTooShort, [Ipv6(6, Zeros(12))]),
        (Anomaly.TcpHeaderLengthInvalid, [Ipv6(6, Zeros(20))]),
        (Anomaly.TcpOptionInvalid, [Ipv6(6, Tcp(2, [2, 9, 0, 0]))]),
        (Anomaly.TcpPortZero, [Ipv6(6, Tcp(2, source: 0))]),
        (Anomaly.TcpNullFlags, [Ipv6(6, Tcp(0))]),
        (Anomaly.TcpSynFin, [Ipv6(6, Tcp(3))]),
        (Anomaly.TcpXmas, [Ipv6(6, Tcp(0x29))]),
        (Anomaly.ChecksumTcp, [Ipv6(6, Tcp(2), destination: "2001:db8::3")]),
        (Anomaly.UdpTooShort, [Ipv6(17, Zeros(4))]),
        (Anomaly.UdpLengthInvalid, [Ipv6(17, Hex("1388 0035 0005 0000"))]),
        (Anomaly.UdpZeroChecksumIpv6, [Ipv6(17, Hex("1388 1389 0008 0000"))]),
        (Anomaly.UdpPortZero, [Ipv6(17, Udp(1, 0, []))]),
        (Anomaly.ChecksumUdp, [Ipv6(17, Udp(1, 2, [1]), destination: "2001:db8::3")]),
    ];

    /// <summary>Packets without a fault.</summary>
    public static IEnumerable<byte[]> Clean =>
    [
        Ipv6(17, Udp(5000, 40001, [1, 2, 3])),
        Ipv6(6, Tcp(2, [2, 4, 5, 0xa0])),
        Ipv4(17, Udp(5000, 40001, [1], "192.0.2.1", "192.0.2.2")),
        Ipv4(1, WithChecksum(Hex("08 00 0000 0001 0001"), 2)),
        Igmp("16 00 0000 e00000fb"),
        Icmpv6(Hex("80 00 0000 00010002 6162"), "2001:db8::1", "2001:db8::2", 64),
        Icmpv6(Solicitation, destination: "ff02::1:ff00:1"),
        Icmpv6(Solicitation[..24], "::", "ff02::1:ff00:1"),
        Icmpv6(Advertisement),
        Icmpv6(Router, destination: "ff02::1"),
        Icmpv6(Hex("85 00 0000 00000000"), "::", "ff02::2"),
        Icmpv6(RedirectMessage),
        Mld(Query, destination: "ff02::1"),
        Mld(Report),
        Mld(Report, "::"),
        Error("02 00 0000 00000500", Quoted("ff0e::1")),
        Error("04 02 0000 00000028", Quoted("ff0e::1")),
        Error("01 04 0000 00000000", Quoted()),
        Fragment(0, true, Join(Udp(5000, 40001, Zeros(72)))),
    ];
}

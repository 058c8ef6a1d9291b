namespace Kansatsu.Wire;

/// <summary>ICMPv6 types and codes in words; the listener messages as the network analysers of 2008 wrote them.</summary>
public static class Icmpv6Names
{
    /// <summary>The type's name; "Unknown", "Unassigned" or "Experimental" where it has none.</summary>
    public static string Type(byte type) => type switch
    {
        Icmpv6Types.DestinationUnreachable => "Destination unreachable",
        Icmpv6Types.PacketTooBig => "Packet too big",
        Icmpv6Types.TimeExceeded => "Time exceeded",
        Icmpv6Types.ParameterProblem => "Parameter problem",
        Icmpv6Types.EchoRequest => "Echo request",
        Icmpv6Types.EchoReply => "Echo reply",
        Icmpv6Types.MldQuery => "Multicast listener query",
        Icmpv6Types.MldV1Report => "Multicast listener report",
        Icmpv6Types.MldV1Done => "Multicast listener done",
        Icmpv6Types.RouterSolicitation => "Router solicitation",
        Icmpv6Types.RouterAdvertisement => "Router advertisement",
        Icmpv6Types.NeighborSolicitation => "Neighbor solicitation",
        Icmpv6Types.NeighborAdvertisement => "Neighbor advertisement",
        Icmpv6Types.Redirect => "Redirect",
        Icmpv6Types.RouterRenumbering => "Router renumbering",
        Icmpv6Types.NodeInformationQuery => "Node information query",
        Icmpv6Types.NodeInformationReply => "Node information reply",
        Icmpv6Types.InverseNeighborSolicitation => "Inverse neighbor discovery solicitation",
        Icmpv6Types.InverseNeighborAdvertisement => "Inverse neighbor discovery advertisement",
        Icmpv6Types.MldV2Report => "Multicast Listener Report Message v2",
        Icmpv6Types.HomeAgentDiscoveryRequest => "Home agent address discovery request",
        Icmpv6Types.HomeAgentDiscoveryReply => "Home agent address discovery reply",
        Icmpv6Types.MobilePrefixSolicitation => "Mobile prefix solicitation",
        Icmpv6Types.MobilePrefixAdvertisement => "Mobile prefix advertisement",
        Icmpv6Types.CertificationPathSolicitation => "Certification path solicitation",
        Icmpv6Types.CertificationPathAdvertisement => "Certification path advertisement",
        Icmpv6Types.ExperimentalMobility => "Experimental mobility",
        Icmpv6Types.MulticastRouterAdvertisement => "Multicast router advertisement",
        Icmpv6Types.MulticastRouterSolicitation => "Multicast router solicitation",
        Icmpv6Types.MulticastRouterTermination => "Multicast router termination",
        Icmpv6Types.FastHandover => "Fast handover",
        Icmpv6Types.Rpl => "RPL control",
        Icmpv6Types.IlnpLocatorUpdate => "ILNPv6 locator update",
        Icmpv6Types.DuplicateAddressRequest => "Duplicate address request",
        Icmpv6Types.DuplicateAddressConfirmation => "Duplicate address confirmation",
        Icmpv6Types.MplControl => "MPL control",
        Icmpv6Types.ExtendedEchoRequest => "Extended echo request",
        Icmpv6Types.ExtendedEchoReply => "Extended echo reply",
        _ => Icmpv6Types.IsReserved(type) ? "Unknown" : Icmpv6Types.IsExperimental(type) ? "Experimental" : "Unassigned",
    };

    /// <summary>The code's name; empty where 0 just means "no code", null where the code is not assigned.</summary>
    public static string? Code(byte type, byte code) => type switch
    {
        Icmpv6Types.DestinationUnreachable => Unreachable(code),
        Icmpv6Types.TimeExceeded => code switch { 0 => "hop limit exceeded in transit", 1 => "fragment reassembly time exceeded", _ => null },
        Icmpv6Types.ParameterProblem => Problem(code),
        Icmpv6Types.RouterRenumbering => code switch { 0 => "command", 1 => "result", 255 => "sequence number reset", _ => null },
        Icmpv6Types.NodeInformationQuery => code switch { 0 => "about an IPv6 address", 1 => "about a name", 2 => "about an IPv4 address", _ => null },
        Icmpv6Types.NodeInformationReply => code switch { 0 => "answered", 1 => "refused", 2 => "unknown query type", _ => null },
        Icmpv6Types.FastHandover or Icmpv6Types.ExperimentalMobility => "",
        Icmpv6Types.MulticastRouterAdvertisement => "", // the field is the advertisement interval
        Icmpv6Types.Rpl => Rpl(code),
        Icmpv6Types.DuplicateAddressRequest or Icmpv6Types.DuplicateAddressConfirmation => code <= 3 ? "" : null, // size of the owner's token, RFC 8505 §4.2
        Icmpv6Types.ExtendedEchoReply => code switch
        {
            0 => "",
            1 => "malformed query",
            2 => "no such interface",
            3 => "no such table entry",
            4 => "multiple interfaces satisfy the query",
            _ => null,
        },
        _ => code == 0 ? "" : null,
    };

    static string? Unreachable(byte code) => code switch
    {
        0 => "no route to destination",
        1 => "administratively prohibited",
        2 => "beyond scope of source address",
        3 => "address unreachable",
        4 => "port unreachable",
        5 => "source address failed ingress/egress policy",
        6 => "reject route to destination",
        7 => "error in source routing header",
        8 => "headers too long",
        _ => null,
    };

    static string? Problem(byte code) => code switch
    {
        0 => "erroneous header field",
        1 => "unrecognized next header",
        2 => "unrecognized IPv6 option",
        3 => "first fragment has incomplete header chain",
        4 => "error in upper-layer header",
        5 => "unrecognized next header by intermediate node",
        6 => "extension header too big",
        7 => "extension header chain too long",
        8 => "too many extension headers",
        9 => "too many options in extension header",
        10 => "option too big",
        _ => null,
    };

    /// <summary>RFC 6550 §6, RFC 6997, RFC 9009.</summary>
    static string? Rpl(byte code) => code switch
    {
        0 => "DODAG information solicitation",
        1 => "DODAG information object",
        2 => "destination advertisement object",
        3 => "destination advertisement object acknowledgment",
        4 => "P2P discovery reply object",
        5 => "P2P discovery reply object acknowledgment",
        6 => "measurement object",
        7 => "DODAG cleanup object",
        8 => "DODAG cleanup object acknowledgment",
        0x80 => "secure DODAG information solicitation",
        0x81 => "secure DODAG information object",
        0x82 => "secure destination advertisement object",
        0x83 => "secure destination advertisement object acknowledgment",
        0x8a => "consistency check",
        _ => null,
    };
}

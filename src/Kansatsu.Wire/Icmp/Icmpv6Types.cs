namespace Kansatsu.Wire;

/// <summary>ICMPv6 message types (IANA icmpv6-parameters).</summary>
public static class Icmpv6Types
{
    public const byte DestinationUnreachable = 1;
    public const byte PacketTooBig = 2;
    public const byte TimeExceeded = 3;
    public const byte ParameterProblem = 4;
    public const byte EchoRequest = 128;
    public const byte EchoReply = 129;
    public const byte MldQuery = 130;
    public const byte MldV1Report = 131;
    public const byte MldV1Done = 132;
    public const byte RouterSolicitation = 133;
    public const byte RouterAdvertisement = 134;
    public const byte NeighborSolicitation = 135;
    public const byte NeighborAdvertisement = 136;
    public const byte Redirect = 137;
    public const byte RouterRenumbering = 138;
    public const byte NodeInformationQuery = 139;
    public const byte NodeInformationReply = 140;
    public const byte InverseNeighborSolicitation = 141;
    public const byte InverseNeighborAdvertisement = 142;
    public const byte MldV2Report = 143;
    public const byte HomeAgentDiscoveryRequest = 144;
    public const byte HomeAgentDiscoveryReply = 145;
    public const byte MobilePrefixSolicitation = 146;
    public const byte MobilePrefixAdvertisement = 147;
    public const byte CertificationPathSolicitation = 148;
    public const byte CertificationPathAdvertisement = 149;
    public const byte ExperimentalMobility = 150;
    public const byte MulticastRouterAdvertisement = 151;
    public const byte MulticastRouterSolicitation = 152;
    public const byte MulticastRouterTermination = 153;
    public const byte FastHandover = 154;
    public const byte Rpl = 155;
    public const byte IlnpLocatorUpdate = 156;
    public const byte DuplicateAddressRequest = 157;
    public const byte DuplicateAddressConfirmation = 158;
    public const byte MplControl = 159;
    public const byte ExtendedEchoRequest = 160;
    public const byte ExtendedEchoReply = 161;

    /// <summary>Types 0 to 127 are errors, the others tell something (RFC 4443 §2.1).</summary>
    public static bool IsError(byte type) => type < 128;

    /// <summary>Kept for private experiments (RFC 4443 §2.1).</summary>
    public static bool IsExperimental(byte type) => type is 100 or 101 or 200 or 201;

    /// <summary>0 (reserved), and 127 and 255, kept to extend the space some day (RFC 4443 §2.1).</summary>
    public static bool IsReserved(byte type) => type is 0 or 127 or 255;

    public static bool IsAssigned(byte type) => type is >= DestinationUnreachable and <= ParameterProblem or >= EchoRequest and <= ExtendedEchoReply;

    /// <summary>Neighbor discovery in the wide sense: what hop limit 255 protects (RFC 4861 §6, RFC 3122, RFC 3971).</summary>
    public static bool IsNeighborDiscovery(byte type) => type is >= RouterSolicitation and <= Redirect
        or InverseNeighborSolicitation or InverseNeighborAdvertisement or CertificationPathSolicitation or CertificationPathAdvertisement;

    public static bool IsMld(byte type) => type is MldQuery or MldV1Report or MldV1Done or MldV2Report;

    public static bool IsMulticastRouterDiscovery(byte type) => type is >= MulticastRouterAdvertisement and <= MulticastRouterTermination;
}

namespace Kansatsu.Wire;

/// <summary>What RFC 4443 forbids in every ICMPv6 message, named; listener and neighbor messages go on to rules of their own.</summary>
static class Icmpv6Rules
{
    /// <summary>Every IPv6 link carries packets of this size (RFC 8200 §5).</summary>
    public const uint SmallestMtu = 1280;

    const byte UnrecognizedOption = 2;

    /// <param name="message">The captured bytes of the message; the layer was pushed before.</param>
    public static void Inspect(ref Dissection d, byte type, byte code, ReadOnlySpan<byte> message)
    {
        if (!Icmpv6Types.IsAssigned(type)) d.Flag(NotAssigned(type));
        else if (Icmpv6Names.Code(type, code) is null) d.Flag(Anomaly.Icmpv6UnknownCode);
        if (message.Length < ShortestOf(type))
        {
            if (d.IsComplete) d.Flag(Anomaly.Icmpv6TooShort);
            d.Note(d.IsComplete ? StopReason.Truncated : d.Frame.IsCut ? StopReason.CutByCapture : StopReason.Truncated, LayerKind.Icmpv6);
            return;
        }

        if (d.IpLayer < 0 || !Ipv6Header.TryRead(d.HeaderOf(d.EnclosingIp), out var ip) || d.EnclosingIp.Kind != LayerKind.Ipv6) return;
        if (ip.Source.IsUnspecified && !MayComeFromNobody(type)) d.Flag(Anomaly.Ipv6UnspecifiedSource);
        if (Icmpv6Error.TryRead(message, out var error)) InspectError(ref d, error, ip);
        else if (Icmpv6Types.IsMld(type) || Icmpv6Types.IsMulticastRouterDiscovery(type)) MldRules.Inspect(ref d, message, ip);
        else if (Icmpv6Types.IsNeighborDiscovery(type)) NdpRules.Inspect(ref d, message, ip);
    }

    /// <summary>RFC 4443 §2.4 (e): no error answers an error or a packet to many, but for two that path MTU discovery and options need.</summary>
    public static void InspectQuoted(ref Dissection d, byte quotedType)
    {
        // Only the packet spoken of counts, not one that it carries in a tunnel.
        if (d.Transport < 0 || d[d.Transport].Kind != LayerKind.Icmpv6 || d.IpLayer != d.Transport + 1) return;
        if (Icmpv6Types.IsError(quotedType) || quotedType == Icmpv6Types.Redirect) d.Flag(Anomaly.Icmpv6ErrorAboutError);
    }

    static Anomaly NotAssigned(byte type) => Icmpv6Types.IsExperimental(type) ? Anomaly.Icmpv6ExperimentalType
        : Icmpv6Types.IsReserved(type) ? Anomaly.Icmpv6UnknownType : Anomaly.Icmpv6UnassignedType;

    static void InspectError(ref Dissection d, in Icmpv6Error error, in Ipv6Header ip)
    {
        if (error.Type == Icmpv6Types.PacketTooBig && error.Mtu < SmallestMtu) d.Flag(Anomaly.Icmpv6PacketTooBigUnder1280);
        var quoted = error.QuotedPacket;
        if (quoted.Length > 0 && quoted[0] >> 4 != 6) d.Flag(Anomaly.Icmpv6QuotedWrongVersion);
        if (!Ipv6Header.TryRead(quoted, out var about))
        {
            if (d.IsComplete) d.Flag(Anomaly.Icmpv6QuotedTruncated);
            return;
        }

        var mayAnswerMany = error.Type == Icmpv6Types.PacketTooBig || (error.Type == Icmpv6Types.ParameterProblem && error.Code == UnrecognizedOption);
        if (ip.Destination.IsMulticast || (about.Destination.IsMulticast && !mayAnswerMany)) d.Flag(Anomaly.Icmpv6ErrorToMulticast);
    }

    /// <summary>Bytes below which the message lacks a field that its RFC requires.</summary>
    static int ShortestOf(byte type) => type switch
    {
        Icmpv6Types.MldQuery or Icmpv6Types.MldV1Report or Icmpv6Types.MldV1Done => MldV1Message.Length,
        Icmpv6Types.RouterAdvertisement => RouterAdvertisement.HeaderLength,
        Icmpv6Types.NeighborSolicitation or Icmpv6Types.NeighborAdvertisement => NeighborSolicitation.HeaderLength,
        Icmpv6Types.Redirect => Redirect.HeaderLength,
        Icmpv6Types.RouterRenumbering => RouterRenumbering.HeaderLength,
        Icmpv6Types.NodeInformationQuery or Icmpv6Types.NodeInformationReply => NodeInformation.HeaderLength,
        Icmpv6Types.CertificationPathAdvertisement => 12,
        Icmpv6Types.DuplicateAddressRequest or Icmpv6Types.DuplicateAddressConfirmation => 32,
        Icmpv6Types.MulticastRouterSolicitation or Icmpv6Types.MulticastRouterTermination or Icmpv6Types.Rpl or Icmpv6Types.MplControl => 4,
        _ => Icmpv6Types.IsAssigned(type) ? 8 : 4,
    };

    /// <summary>Who has no address yet asks whether one is free, looks for routers and joins groups (RFC 4862 §5.4, RFC 4861 §4.1, RFC 3590 §4).</summary>
    static bool MayComeFromNobody(byte type) => type is Icmpv6Types.NeighborSolicitation or Icmpv6Types.RouterSolicitation
        or Icmpv6Types.MldV1Report or Icmpv6Types.MldV1Done or Icmpv6Types.MldV2Report;
}

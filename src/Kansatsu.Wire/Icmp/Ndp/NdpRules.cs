namespace Kansatsu.Wire;

/// <summary>What RFC 4861 §6 to §8, 4862 §5.4 and 6980 forbid in neighbor discovery, named.</summary>
static class NdpRules
{
    /// <summary>More prefixes, routes and resolvers than this in one message come from a flooder, not from a router.</summary>
    const int FloodOptions = 16;

    public static void Inspect(ref Dissection d, ReadOnlySpan<byte> message, in Ipv6Header ip)
    {
        // 255 proves that no router has forwarded it (RFC 4861 §3.1).
        if (ip.HopLimit != 255) d.Flag(Anomaly.NdpHopLimitNot255);
        if (d.HasFragmentHeader) d.Flag(Anomaly.FragmentOfNeighborDiscovery);
        if (RouterAdvertisement.TryRead(message, out var router))
        {
            if (!ip.Source.IsLinkLocal) d.Flag(Anomaly.NdpSourceNotLinkLocal);
            InspectOptions(ref d, router.Options);
        }
        else if (NeighborSolicitation.TryRead(message, out var solicitation)) InspectSolicitation(ref d, solicitation, ip);
        else if (NeighborAdvertisement.TryRead(message, out var neighbor))
        {
            if (neighbor.Target.IsMulticast) d.Flag(Anomaly.NdpTargetMulticast);
            if (neighbor.Solicited && ip.Destination.IsMulticast) d.Flag(Anomaly.NdpSolicitedToMulticast);
            InspectOptions(ref d, neighbor.Options);
        }
        else if (Redirect.TryRead(message, out var redirect)) InspectRedirect(ref d, redirect, ip);
        else if (RouterSolicitation.TryRead(message, out var asks))
        {
            if (ip.Source.IsUnspecified && asks.Options.TryFind(NdpOptionTypes.SourceLinkLayerAddress, out _)) d.Flag(Anomaly.NdpDadWithSourceOption);
            InspectOptions(ref d, asks.Options);
        }
        else if (InverseNeighborDiscovery.TryRead(message, out var inverse)) InspectOptions(ref d, inverse.Options);
    }

    static void InspectSolicitation(ref Dissection d, in NeighborSolicitation solicitation, in Ipv6Header ip)
    {
        if (solicitation.Target.IsMulticast) d.Flag(Anomaly.NdpTargetMulticast);
        if (ip.Source.IsUnspecified)
        {
            if (solicitation.Options.TryFind(NdpOptionTypes.SourceLinkLayerAddress, out _)) d.Flag(Anomaly.NdpDadWithSourceOption);
            if (!ip.Destination.IsSolicitedNode) d.Flag(Anomaly.NdpDadDestinationInvalid);
        }

        InspectOptions(ref d, solicitation.Options);
    }

    /// <summary>RFC 4861 §8.1.</summary>
    static void InspectRedirect(ref Dissection d, in Redirect redirect, in Ipv6Header ip)
    {
        if (!ip.Source.IsLinkLocal) d.Flag(Anomaly.NdpSourceNotLinkLocal);
        if (redirect.Destination.IsMulticast || (!redirect.Target.IsLinkLocal && redirect.Target != redirect.Destination)) d.Flag(Anomaly.NdpRedirectInvalid);
        InspectOptions(ref d, redirect.Options);
    }

    static void InspectOptions(ref Dissection d, NdpOptions options)
    {
        var guiding = 0;
        while (options.MoveNext())
        {
            var option = options.Current;
            if (!HasRightLength(option)) d.Flag(Anomaly.NdpOptionLengthInvalid);
            switch (option.Type)
            {
                case NdpOptionTypes.PrefixInformation:
                    guiding++;
                    InspectPrefix(ref d, option);
                    break;
                case NdpOptionTypes.RouteInformation or NdpOptionTypes.RecursiveDnsServers: guiding++; break;
                case NdpOptionTypes.Mtu:
                    if (NdpNumber.TryRead(option, out var mtu) && mtu < Icmpv6Rules.SmallestMtu) d.Flag(Anomaly.NdpMtuUnder1280);
                    break;
                default:
                    if (NdpOptionTypes.NameOf(option.Type) is null) d.Flag(Anomaly.NdpUnknownOption);
                    break;
            }
        }

        if (guiding >= FloodOptions) d.Flag(Anomaly.NdpFloodOptions);
        if (options.HasZeroLength) d.Flag(Anomaly.NdpOptionLengthZero);
        else if (!options.IsClean && d.IsComplete) d.Flag(Anomaly.NdpOptionTruncated);
    }

    /// <summary>RFC 4861 §4.6.2 and RFC 4862 §5.5.3.</summary>
    static void InspectPrefix(ref Dissection d, NdpOption option)
    {
        if (!PrefixInformation.TryRead(option, out var prefix)) return;
        if (prefix.PrefixLength > 128 || prefix.PreferredLifetimeSeconds > prefix.ValidLifetimeSeconds || prefix.Address.IsMulticast)
            d.Flag(Anomaly.NdpPrefixInvalid);
    }

    /// <summary>The lengths that the options' RFCs fix; content of free length is always right.</summary>
    static bool HasRightLength(NdpOption option)
    {
        var length = option.Bytes.Length;
        return option.Type switch
        {
            NdpOptionTypes.PrefixInformation => length == PrefixInformation.Length,
            NdpOptionTypes.Mtu or NdpOptionTypes.AdvertisementInterval or NdpOptionTypes.HomeAgentInformation or NdpOptionTypes.FlagsExtension => length == 8,
            NdpOptionTypes.RouteInformation => RouteHasRoom(option),
            NdpOptionTypes.RecursiveDnsServers => length >= 24 && length % 16 == 8,
            NdpOptionTypes.DnsSearchList or NdpOptionTypes.Timestamp => length >= 16,
            NdpOptionTypes.Pref64 => length == Pref64.Length,
            _ => true,
        };
    }

    /// <summary>0, 8 or 16 bytes of prefix, and as many as its length needs (RFC 4191 §2.3).</summary>
    static bool RouteHasRoom(NdpOption option) =>
        RouteInformation.TryRead(option, out var route) && option.Bytes.Length <= 24 && route.PrefixLength <= (option.Bytes.Length - RouteInformation.MinLength) * 8;
}

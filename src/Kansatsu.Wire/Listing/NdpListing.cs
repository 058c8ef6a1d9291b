namespace Kansatsu.Wire;

/// <summary>The tail of the line, and the fields, of neighbor discovery messages.</summary>
static class NdpListing
{
    public static bool Summarize(ReadOnlySpan<byte> message, ListingWriter to)
    {
        if (NeighborSolicitation.TryRead(message, out var solicitation))
        {
            to.Text(" for ").Address(solicitation.Target);
            WriteSender(solicitation.Options, NdpOptionTypes.SourceLinkLayerAddress, " from ", to);
        }
        else if (NeighborAdvertisement.TryRead(message, out var neighbor))
        {
            to.Text(" ").Address(neighbor.Target);
            if (neighbor.Router || neighbor.Solicited || neighbor.Override)
            {
                to.Text(" (");
                WriteFlags(neighbor, to);
                to.Text(")");
            }

            WriteSender(neighbor.Options, NdpOptionTypes.TargetLinkLayerAddress, " is at ", to);
        }
        else if (RouterAdvertisement.TryRead(message, out var router)) WriteSender(router.Options, NdpOptionTypes.SourceLinkLayerAddress, " from ", to);
        else if (RouterSolicitation.TryRead(message, out var asks)) WriteSender(asks.Options, NdpOptionTypes.SourceLinkLayerAddress, " from ", to);
        else if (Redirect.TryRead(message, out var redirect)) to.Text(" for ").Address(redirect.Destination).Text(" by way of ").Address(redirect.Target);
        else return InverseNeighborDiscovery.TryRead(message, out _);
        return true;
    }

    public static bool List(ReadOnlySpan<byte> message, ListingWriter to)
    {
        if (NeighborSolicitation.TryRead(message, out var solicitation))
        {
            to.Field("Target").Address(solicitation.Target);
            NdpOptionListing.List(solicitation.Options, to);
        }
        else if (NeighborAdvertisement.TryRead(message, out var neighbor))
        {
            to.Field("Flags");
            WriteFlags(neighbor, to);
            to.Field("Target").Address(neighbor.Target);
            NdpOptionListing.List(neighbor.Options, to);
        }
        else if (RouterAdvertisement.TryRead(message, out var router)) ListRouter(router, to);
        else if (RouterSolicitation.TryRead(message, out var asks)) NdpOptionListing.List(asks.Options, to);
        else if (Redirect.TryRead(message, out var redirect))
        {
            to.Field("Target").Address(redirect.Target);
            to.Field("Destination").Address(redirect.Destination);
            NdpOptionListing.List(redirect.Options, to);
        }
        else if (InverseNeighborDiscovery.TryRead(message, out var inverse)) NdpOptionListing.List(inverse.Options, to);
        else return false;
        return true;
    }

    public static string NameOf(RouterPreference preference) => preference switch
    {
        RouterPreference.High => "high",
        RouterPreference.Low => "low",
        RouterPreference.Medium => "medium",
        _ => "reserved",
    };

    static void ListRouter(in RouterAdvertisement router, ListingWriter to)
    {
        to.Field("Cur hop limit").Number(router.CurHopLimit);
        to.Field("Flags").Hex(router.Flags, 2).Text(router.Managed ? " managed" : "").Text(router.OtherConfig ? " other" : "")
            .Text(router.HomeAgent ? " home-agent" : "").Text(router.Proxy ? " proxy" : "").Text(", preference ").Text(NameOf(router.Preference));
        to.Field("Router lifetime").Number(router.RouterLifetimeSeconds).Text(" s");
        to.Field("Reachable time").Number(router.ReachableTimeMilliseconds).Text(" ms");
        to.Field("Retrans timer").Number(router.RetransTimerMilliseconds).Text(" ms");
        NdpOptionListing.List(router.Options, to);
    }

    static void WriteFlags(in NeighborAdvertisement neighbor, ListingWriter to)
    {
        var before = to.Length;
        if (neighbor.Router) to.Text("rtr");
        if (neighbor.Solicited) to.Text(to.Length > before ? ", sol" : "sol");
        if (neighbor.Override) to.Text(to.Length > before ? ", ovr" : "ovr");
        if (to.Length == before) to.Text("none");
    }

    static void WriteSender(NdpOptions options, byte type, string word, ListingWriter to)
    {
        if (options.TryFindLinkLayerAddress(type, out var address)) to.Text(word).Mac(address);
    }
}

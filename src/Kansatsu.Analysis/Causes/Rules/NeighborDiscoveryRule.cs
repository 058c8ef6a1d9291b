using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Neighbor Discovery (RFC 4861): home's own part keeps it on the network, the others' part runs the network.</summary>
sealed class NeighborDiscoveryRule : CauseRule
{
    public override FlowKinds Concerns => FlowKinds.Icmp;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        var type = FlowLetters.IcmpType(flow, 6);
        if (type < 0 || flow.Protocol != IpProtocols.Icmpv6 || !Icmpv6Types.IsNeighborDiscovery((byte)type)) return false;
        var trusted = (flow.PacketsOut > 0 ? flow.HopLimitOut : flow.HopLimitBack) == byte.MaxValue;
        verdict.Because("content", trusted ? "hop limit 255: it was sent on this link" : "hop limit is not 255: receivers ignore it (RFC 4861 §6)", flow.FirstFrame);
        if (!trusted) return verdict.Is(CauseKind.NetworkControl, Confidence.Guess, "Neighbor Discovery that came through a router or is forged");
        if (type == Icmpv6Types.RouterAdvertisement) return verdict.Is(CauseKind.NetworkControl, Confidence.Certain, "a router advertises itself and its prefixes");
        if (type == Icmpv6Types.Redirect) return verdict.Is(CauseKind.NetworkControl, Confidence.Certain, "a router tells of a better first hop");
        if (context.FromNobody) return ExplainTest(context, ref verdict);
        return context.FromHome
            ? verdict.Is(CauseKind.OwnHousekeeping, Confidence.Certain, OwnWords(type))
            : verdict.Is(CauseKind.NetworkControl, Confidence.Certain, context.ToHome ? "a neighbor asks for or tells home its address" : "neighbors find one another");
    }

    /// <summary>:: says nothing about who it is; on an inferred home's link the hosts that test addresses are home.</summary>
    static bool ExplainTest(in CauseContext context, ref Verdict verdict) => context.HomeIsGiven
        ? verdict.Is(CauseKind.NetworkControl, Confidence.Guess, "a host without an address yet: tests one for duplicates or seeks routers")
        : verdict.Is(CauseKind.OwnHousekeeping, Confidence.Likely, "an address is tested for duplicates, or routers are sought without one");

    static string OwnWords(int type) => type switch
    {
        Icmpv6Types.RouterSolicitation => "home seeks routers",
        Icmpv6Types.NeighborSolicitation => "home looks for a neighbor, or checks that it is still there",
        Icmpv6Types.NeighborAdvertisement => "home tells its link-layer address",
        _ => "home takes part in Neighbor Discovery",
    };
}

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Who listens to which group: MLD, IGMP, multicast router discovery.</summary>
sealed class MembershipRule : CauseRule
{
    const uint AllSystems = 0xe000_0001;

    public override FlowKinds Concerns => FlowKinds.Icmp | FlowKinds.Other;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (flow.Protocol == IpProtocols.Igmp) return Explain(flow, context, isQuery: flow.Responder.Ipv4 == AllSystems, ref verdict);
        var type = FlowLetters.IcmpType(flow, 6);
        if (type is Icmpv6Types.MulticastRouterAdvertisement or Icmpv6Types.MulticastRouterTermination)
        {
            verdict.Because("content", "multicast router discovery (RFC 4286)", flow.FirstFrame);
            return verdict.Is(CauseKind.NetworkControl, Confidence.Certain, "a multicast router says that it is there");
        }

        return type >= 0 && Icmpv6Types.IsMld((byte)type) && Explain(flow, context, type == Icmpv6Types.MldQuery, ref verdict);
    }

    static bool Explain(in Flow flow, in CauseContext context, bool isQuery, ref Verdict verdict)
    {
        verdict.Because("content", isQuery ? "a membership query" : "a membership report or leave", flow.FirstFrame);
        if (isQuery) return verdict.Is(CauseKind.NetworkControl, Confidence.Certain, "the querier asks which groups are listened to");
        if (context.FromHome) return verdict.Is(CauseKind.OwnHousekeeping, Confidence.Certain, "home tells which groups it listens to");
        // A host that has no address yet reports from :: (RFC 3590), and then nothing says which host it is.
        return context.FromNobody && !context.HomeIsGiven
            ? verdict.Is(CauseKind.OwnHousekeeping, Confidence.Likely, "a host without an address yet tells which groups it listens to")
            : verdict.Is(CauseKind.NetworkControl, Confidence.Certain, "a neighbor tells which groups it listens to");
    }
}

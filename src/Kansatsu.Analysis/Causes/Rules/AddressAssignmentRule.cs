using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>DHCP of both families: clients ask, servers and relays give.</summary>
sealed class AddressAssignmentRule : CauseRule
{
    const ushort Client = 68;
    const ushort Server = 67;
    const ushort Client6 = 546;
    const ushort Server6 = 547;

    public override FlowKinds Concerns => FlowKinds.Udp;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (flow.Protocol != IpProtocols.Udp) return false;
        var recognised = flow.Application is LayerKind.Dhcp or LayerKind.Dhcpv6;
        if (!recognised && !(flow.InitiatorPort is Client or Server or Client6 or Server6 && flow.ResponderPort is Client or Server or Client6 or Server6)) return false;
        // From far away nobody is given an address: such packets are probes.
        if (!flow.IsToGroup && !context.FromNobody && !context.IsNear(flow.Initiator) && !flow.IsAnswered) return false;
        verdict.Because(recognised ? "content" : "port", "DHCP", flow.FirstFrame, flow.AnswerFrame);
        var confidence = recognised ? Confidence.Certain : Confidence.Likely;
        if (flow.InitiatorPort is Server or Server6) return verdict.Is(CauseKind.NetworkControl, confidence, "a DHCP server or relay speaks");
        if (context.FromHome) return verdict.Is(CauseKind.OwnHousekeeping, confidence, "home asks for addresses or settings");
        return context.FromNobody && !context.HomeIsGiven
            ? verdict.Is(CauseKind.OwnHousekeeping, Confidence.Likely, "a host without an address yet asks for one")
            : verdict.Is(CauseKind.NetworkControl, confidence, "a neighbor asks for addresses or settings");
    }
}

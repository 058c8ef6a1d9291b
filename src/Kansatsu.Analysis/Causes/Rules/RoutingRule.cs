using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Routers and switches speak with one another.</summary>
sealed class RoutingRule : CauseRule
{
    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        var name = NameOf(flow);
        if (name is null) return false;
        var byPort = flow.HasPorts && flow.Application is LayerKind.None or LayerKind.Data;
        if (verdict.WantsWords) verdict.Because(byPort ? "port" : "protocol", $"this is {name}", flow.FirstFrame);
        return verdict.Is(CauseKind.NetworkControl, byPort ? Confidence.Likely : Confidence.Certain, "routers run the network");
    }

    static string? NameOf(in Flow flow) => flow.Protocol switch
    {
        46 => "RSVP",
        88 => "EIGRP",
        89 => "OSPF",
        103 => "PIM",
        112 => "VRRP",
        IpProtocols.Icmpv6 when flow.InitiatorPort == Icmpv6Types.Rpl => "RPL",
        IpProtocols.Icmpv6 when flow.InitiatorPort == Icmpv6Types.RouterRenumbering => "router renumbering",
        IpProtocols.Tcp when flow.ResponderPort == 179 && flow.IsAnswered && (flow.Flags & FlowFlags.Established) != 0 => "BGP",
        IpProtocols.Tcp when flow.Application == LayerKind.Bgp => "BGP",
        IpProtocols.Udp => OfUdp(flow),
        _ => null,
    };

    /// <summary>To groups and between neighbors these ports mean one thing; from far away they are probes.</summary>
    static string? OfUdp(in Flow flow)
    {
        switch (flow.Application)
        {
            case LayerKind.Rip: return "RIP";
            case LayerKind.Ripng: return "RIPng";
            case LayerKind.Hsrp: return "HSRP";
        }

        if (!flow.IsToGroup && flow.HopLimitOut != byte.MaxValue) return null;
        return flow.ResponderPort switch
        {
            520 => "RIP",
            521 => "RIPng",
            646 => "LDP",
            698 => "OLSR",
            1985 or 2029 => "HSRP",
            3222 => "GLBP",
            3784 or 3785 or 4784 or 6784 => "BFD",
            6696 => "Babel",
            _ => null,
        };
    }
}

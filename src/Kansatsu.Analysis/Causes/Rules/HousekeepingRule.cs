using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What home's operating system does to stay on the network: resolve names, set the clock, keep port mappings.</summary>
sealed class HousekeepingRule : CauseRule
{
    public override bool NeedsHome => true;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (!context.HomeBegan(flow)) return false;
        var detail = ByContent(flow.Application);
        var byContent = detail is not null;
        detail ??= ByPort(flow);
        if (detail is null) return false;
        verdict.Because(byContent ? "content" : "port", detail, flow.FirstFrame, flow.AnswerFrame);
        return verdict.Is(CauseKind.OwnHousekeeping, byContent ? Confidence.Certain : Confidence.Likely, detail);
    }

    static string? ByContent(LayerKind application) => application switch
    {
        LayerKind.Dns => "home asks the DNS",
        LayerKind.Ntp => "home sets its clock",
        LayerKind.Nbns or LayerKind.Llmnr or LayerKind.Mdns => "home asks neighbors for names",
        _ => null,
    };

    static string? ByPort(in Flow flow) => (flow.Protocol, flow.ResponderPort) switch
    {
        (IpProtocols.Tcp or IpProtocols.Udp, 53) => "home asks the DNS",
        (IpProtocols.Tcp or IpProtocols.Udp, 853) => "home asks the DNS, encrypted",
        (IpProtocols.Udp, 123) => "home sets its clock",
        (IpProtocols.Udp, 5351) => "home asks its router for port mappings",
        _ => null,
    };
}

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Somebody uses a service that home offers, and home answers.</summary>
sealed class VisitRule : CauseRule
{
    public override bool NeedsHome => true;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (!context.IsInbound || flow.PacketsOut == 0 || flow.PacketsBack == 0) return false;
        if (flow.IsIcmp && !FlowLetters.IsEcho(flow)) return false;
        var spoke = FlowLetters.HasOut(flow, 'd') && FlowLetters.HasBack(flow, 'd');
        var confidence = flow.IsInitiatorGuessed ? Confidence.Guess
            : spoke && (flow.Protocol != IpProtocols.Tcp || (flow.Flags & FlowFlags.Established) != 0) ? Confidence.Certain : Confidence.Likely;
        verdict.Because("content", spoke ? "both sides sent content" : "home answered", flow.FirstFrame, flow.AnswerFrame);
        if (flow.IsInitiatorGuessed) verdict.Because("port", "who began was not seen; the ports suggest it");
        return verdict.Is(CauseKind.Visit, confidence, flow.IsIcmp ? "somebody pings home, and home answers" : "somebody uses a service of home");
    }
}

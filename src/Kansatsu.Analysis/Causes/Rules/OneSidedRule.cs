using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Only one direction was captured (the ways differ, or the capture was filtered), but what was seen proves that the other side spoke: TCP carries
/// data, and acknowledges, only when both agreed.
/// </summary>
sealed class OneSidedRule : CauseRule
{
    public override bool NeedsHome => true;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (flow.PacketsOut > 0 == flow.PacketsBack > 0) return false;
        if (context.FromHome && context.ToHome)
        {
            verdict.Because("content", "only the answers were captured", flow.FirstFrame);
            return verdict.Is(CauseKind.OwnUnknown, Confidence.Guess, "between devices of home, for an unknown reason; half of it was captured");
        }

        if (!ProvesTheOther(flow)) return false;
        verdict.Because("content", "what was captured could only be sent when the other side had spoken too", flow.FirstFrame);
        if (flow.IsInitiatorGuessed) verdict.Because("port", "who began was not seen; the ports suggest it");
        if (context.FromHome && flow.PacketsOut == 0)
            return verdict.Is(CauseKind.OwnUnknown, Confidence.Guess, "home takes part in it, for an unknown reason; only the far side's packets were captured");
        return context.IsInbound && verdict.Is(
            CauseKind.Visit, flow.IsInitiatorGuessed ? Confidence.Guess : Confidence.Likely, "somebody uses a service of home; only his packets were captured");
    }

    /// <summary>One packet alone may be forged, so there must be several, or content that a protocol was recognised in.</summary>
    static bool ProvesTheOther(in Flow flow)
    {
        if (flow.Protocol != IpProtocols.Tcp) return false;
        var seen = flow.PacketsOut > 0 ? flow.SeenOut : flow.SeenBack;
        var hasData = (seen >> ('d' - 'a') & 1) != 0;
        var hasAcknowledged = (seen >> ('a' - 'a') & 1) != 0;
        var hasSyn = (seen >> ('s' - 'a') & 1) != 0;
        if (hasSyn) return hasData || hasAcknowledged;
        return hasData && (flow.Packets > 1 || flow.Application is not (LayerKind.None or LayerKind.Data));
    }
}

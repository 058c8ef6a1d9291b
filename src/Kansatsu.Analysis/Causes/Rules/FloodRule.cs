using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>One address of home gets packets of ever-changing sources that mean nothing, or all at once: the sources are forged.</summary>
sealed class FloodRule : CauseRule
{
    public override bool NeedsHome => true;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (!context.IsInbound || flow.PacketsOut == 0 || !SweepTable.IsVain(flow) || flow.PacketsOut > Sweep.Few) return false;
        var flood = context.FloodOf(flow);
        var isSpray = flood.IsSpray && Flood.IsBroken(flow);
        if (!isSpray && !(flood.IsFlood && flow.Protocol == IpProtocols.Tcp)) return false;
        if (verdict.WantsWords)
            verdict.Because(
                "pattern", $"{flood.Tries} vain tries of ever-changing sources at this address within {flood.Seconds:0} s", flood.FirstFrame, flood.LastFrame);
        verdict.Because("content", isSpray ? "a piece of a packet, an unknown protocol or a broken packet: no service could answer it" : "a SYN, and nothing after it", flow.FirstFrame);
        return verdict.Is(CauseKind.Attack, Confidence.Likely, isSpray
            ? "a spray of fragments and broken packets whose sources are forged" : "a flood of SYNs whose sources are forged");
    }
}

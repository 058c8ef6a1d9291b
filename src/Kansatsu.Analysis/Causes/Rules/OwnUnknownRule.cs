namespace Kansatsu.Analysis;

/// <summary>Home began it, and nothing says why.</summary>
sealed class OwnUnknownRule : CauseRule
{
    public override bool NeedsHome => true;

    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (!context.HomeBegan(flow)) return false;
        var sawSyn = FlowLetters.HasOut(flow, 's');
        var confidence = flow.IsInitiatorGuessed ? Confidence.Guess : sawSyn ? Confidence.Certain : Confidence.Likely;
        if (sawSyn) verdict.Because("content", "home sent the SYN", flow.FirstFrame);
        else if (flow.IsInitiatorGuessed) verdict.Because("port", "who began was not seen; the ports suggest home", flow.FirstFrame);
        else verdict.Because("timing", "home's packet was the first that was seen", flow.FirstFrame);
        if (flow.ErrorFrame != 0) verdict.Because("icmp-error", "an ICMP error came back", flow.ErrorFrame);
        else if (!flow.IsAnswered) verdict.Because("content", "nobody answered");
        if (verdict.WantsWords)
        {
            RetryWords.Tell(flow, context, ref verdict);
            LookupWords.Tell(flow, context, ref verdict);
            verdict.By(context.Ties.Programs.Of(flow), null);
        }

        return verdict.Is(CauseKind.OwnUnknown, confidence, context.ToHome ? "between devices of home, for an unknown reason" : "home began it, for an unknown reason");
    }
}

namespace Kansatsu.Analysis;

/// <summary>Neither end is home, and home is known.</summary>
sealed class TransitRule : CauseRule
{
    public override bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (!context.Home.IsKnown || context.FromHome || context.ToHome || flow.IsToGroup || context.FromNobody) return false;
        verdict.Because("address", "neither end lies in home", flow.FirstFrame);
        return verdict.Is(CauseKind.Transit, context.HomeIsGiven ? Confidence.Certain : Confidence.Likely, "others speak with one another");
    }
}

namespace Kansatsu.Analysis;

/// <summary>A name that only certain software asks for, spoken by home itself in a greeting. A DNS answer alone proves too little.</summary>
sealed class KnownSoftwareRule : ICauseRule
{
    public bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict)
    {
        if (!context.HomeBegan(flow) || flow.NameFrom is not (NameSource.HttpHost or NameSource.TlsSni or NameSource.QuicSni)) return false;
        var purpose = context.Known.PurposeOf(flow.NameId, context.NameOf(flow));
        return purpose is not null && verdict.Is(CauseKind.OwnSoftware, Confidence.Likely, purpose);
    }
}

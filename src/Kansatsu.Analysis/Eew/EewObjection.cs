namespace Kansatsu.Analysis;

/// <summary>One reason not to take a telegram at its word.</summary>
public readonly record struct EewObjection(EewReason Reason, Wording Says)
{
    public EewVerdict Weight => EewReasonNames.WeightOf(Reason);
}

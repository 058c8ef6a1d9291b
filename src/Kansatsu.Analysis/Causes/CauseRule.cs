namespace Kansatsu.Analysis;

/// <summary>
/// One way to explain traffic. Rules are asked in the order of <see cref="CauseFinder"/> and the first that is convinced speaks; it allocates
/// nothing unless <see cref="Verdict.WantsWords"/>, and changes nothing: several threads ask at once.
/// </summary>
abstract class CauseRule
{
    /// <summary>It never says anything of a flow of which neither end is home.</summary>
    public virtual bool NeedsHome => false;

    /// <summary>It never says anything of flows of other kinds.</summary>
    public virtual FlowKinds Concerns => FlowKinds.All;

    /// <returns>False when the rule has nothing to say about the flow.</returns>
    public abstract bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict);
}

namespace Kansatsu.Analysis;

/// <summary>
/// One way to explain traffic. Rules are asked in the order of <see cref="CauseFinder"/> and the first that is convinced speaks; it allocates
/// nothing unless <see cref="Verdict.WantsWords"/>.
/// </summary>
interface ICauseRule
{
    /// <returns>False when the rule has nothing to say about the flow.</returns>
    bool TryExplain(in Flow flow, in CauseContext context, ref Verdict verdict);
}

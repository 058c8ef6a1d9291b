namespace Kansatsu.Analysis;

/// <summary>Gives every flow exactly one cause: the first rule that can prove one speaks; what none explains is <see cref="CauseKind.Unexplained"/>.</summary>
public sealed class CauseFinder
{
    readonly Observer _observer;

    internal CauseFinder(Observer observer) => _observer = observer;

    /// <summary>The cause with its sentence and evidence: for views of single flows.</summary>
    public Cause Explain(in Flow flow) => new(Find(flow), "", Confidence.Guess, []);

    /// <summary>Only the kind, without allocation: for sums over all flows.</summary>
    public CauseKind Find(in Flow flow) => CauseKind.Unexplained;

    /// <summary>Flows, packets and bytes by kind, evicted flows included.</summary>
    public IReadOnlyList<CauseShare> Shares() => [];
}

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Counts anomalies by kind and keeps a few examples of each.</summary>
public sealed class AnomalyTable
{
    /// <summary>Examples kept of a kind: the first ones, because what came first often explains the rest.</summary>
    public const int ExamplesPerKind = 5;

    readonly Kind?[] _kinds = new Kind?[AnomalySet.Capacity];

    /// <summary>Kinds that were met, in the order of <see cref="Anomaly"/>.</summary>
    public IEnumerable<AnomalySeen> All
    {
        get
        {
            for (var i = 0; i < _kinds.Length; i++)
                if (_kinds[i] is { } kind)
                    yield return new AnomalySeen((Anomaly)i, kind.Frames, [.. kind.Examples.AsSpan(0, (int)Math.Min(kind.Frames, ExamplesPerKind))], kind.First, kind.Last);
        }
    }

    /// <summary>Counts what one frame broke; for frames that broke nothing this costs a comparison.</summary>
    public void Observe(AnomalySet set, in PacketFacts facts)
    {
        if (set.IsEmpty) return;
        foreach (var anomaly in set)
        {
            if ((int)anomaly >= _kinds.Length) continue;
            var kind = _kinds[(int)anomaly] ??= new Kind { First = facts.Time };
            if (kind.Frames < ExamplesPerKind)
                kind.Examples[kind.Frames] = new AnomalyExample(facts.Frame, facts.Time, facts.Source, facts.Destination);
            kind.Frames++;
            kind.Last = facts.Time;
        }
    }

    sealed class Kind
    {
        public readonly AnomalyExample[] Examples = new AnomalyExample[ExamplesPerKind];
        public long Frames;
        public Timestamp First;
        public Timestamp Last;
    }
}

using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.App.Observing;

/// <summary>The causes of an observation by size, each with the sentences of its largest flows.</summary>
sealed class CauseTally
{
    const int LargestKept = 3;
    const int Kinds = (int)CauseKind.Transit + 1;

    readonly List<(int Index, long Packets)>[] _largest = new List<(int, long)>[Kinds];
    readonly Observer _observer;

    public CauseTally(Observer observer)
    {
        _observer = observer;
        Shares = [.. observer.Causes.Shares().Where(s => s.Flows > 0).OrderByDescending(s => s.Packets).ThenBy(s => s.Kind)];
        foreach (var share in Shares)
        {
            Flows += share.Flows;
            Packets += share.Packets;
            Bytes += share.Bytes;
            if (share.Kind == CauseKind.Unexplained) Unexplained = share;
        }
    }

    /// <summary>Largest first.</summary>
    public IReadOnlyList<CauseShare> Shares { get; }

    public CauseShare Unexplained { get; } = new(CauseKind.Unexplained, 0, 0, 0);

    public long Flows { get; }

    public long Packets { get; }

    public long Bytes { get; }

    /// <summary>What share no cause was proved for.</summary>
    public (double Packets, double Flows, double Bytes) UnexplainedShare =>
        (Quantity.Ratio(Unexplained.Packets, Packets), Quantity.Ratio(Unexplained.Flows, Flows), Quantity.Ratio(Unexplained.Bytes, Bytes));

    /// <summary>Remembers a flow when it is among the largest of its cause.</summary>
    public void Look(int index, in Flow flow)
    {
        var kept = _largest[(int)_observer.Causes.Find(flow)] ??= [];
        if (kept.Count == LargestKept && kept[^1].Packets >= flow.Packets) return;
        if (kept.Count == LargestKept) kept.RemoveAt(LargestKept - 1);
        var packets = flow.Packets;
        var at = kept.FindIndex(k => k.Packets < packets);
        kept.Insert(at < 0 ? kept.Count : at, (index, flow.Packets));
    }

    /// <summary>What is said of the largest flows of a kind, each sentence once.</summary>
    public IEnumerable<string> Details(CauseKind kind) =>
        (_largest[(int)kind] ?? []).Select(k => _observer.Causes.Explain(_observer.Flows[k.Index]).Detail).Where(d => d.Length > 0).Distinct(StringComparer.Ordinal);
}

using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.App.Observing;

/// <summary>The causes of an observation by size, each with the sentences of its largest flows.</summary>
sealed class CauseTally
{
    const int SentencesKept = 3;

    /// <summary>Up to so many flows, each is explained to find the commonest sentences.</summary>
    const int ExplainedAtMost = 20_000;

    readonly Observer _observer;
    Dictionary<CauseKind, List<string>>? _said;

    public CauseTally(Observer observer)
    {
        _observer = observer;
        var shares = new List<CauseShare>();
        foreach (var share in observer.Causes.Shares())
        {
            if (share.Flows == 0) continue;
            shares.Add(share);
            Flows += share.Flows;
            Packets += share.Packets;
            Bytes += share.Bytes;
            if (share.Kind == CauseKind.Unexplained) Unexplained = share;
        }

        shares.Sort(static (a, b) => a.Packets != b.Packets ? b.Packets.CompareTo(a.Packets) : ((int)a.Kind).CompareTo((int)b.Kind));
        Shares = shares;
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

    /// <summary>What is said of most flows of a kind; where there are very many flows, what is said of the largest.</summary>
    public List<string> Details(CauseKind kind)
    {
        if (Flows <= ExplainedAtMost)
        {
            if (_said is null) ExplainAll();
            return _said!.TryGetValue(kind, out var said) ? said : [];
        }

        var details = new List<string>();
        foreach (var index in _observer.Causes.LargestOf(kind))
        {
            var detail = _observer.Causes.Explain(_observer.Flows[index]).Detail;
            if (detail.Length > 0 && !details.Contains(detail)) details.Add(detail);
        }

        return details;
    }

    void ExplainAll()
    {
        var times = new Dictionary<(CauseKind Kind, string Detail), (long Packets, int First)>();
        for (var i = 0; i < _observer.Flows.Count; i++)
        {
            ref readonly var flow = ref _observer.Flows[i];
            var cause = _observer.Causes.Explain(flow);
            if (cause.Detail.Length == 0) continue;
            var key = (cause.Kind, cause.Detail);
            times[key] = times.TryGetValue(key, out var sum) ? (sum.Packets + flow.Packets, sum.First) : (flow.Packets, i);
        }

        _said = times.OrderByDescending(t => t.Value.Packets).ThenBy(t => t.Value.First).GroupBy(t => t.Key.Kind)
            .ToDictionary(g => g.Key, g => g.Take(SentencesKept).Select(t => t.Key.Detail).ToList());
    }
}

using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.App.Observing;

/// <summary>The causes of an observation by size, each with the sentences of its largest flows.</summary>
sealed class CauseTally
{
    const int SentencesKept = 3;
    const int Kinds = (int)CauseKind.Transit + 1;

    /// <summary>Up to so many flows, each is explained to find the commonest sentences.</summary>
    const int ExplainedAtMost = 20_000;

    readonly Observer _observer;
    List<string>?[]? _said;

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
            return _said![(int)kind] ?? [];
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
        var byKind = new Dictionary<string, Sentence>?[Kinds];
        for (var i = 0; i < _observer.Flows.Count; i++)
        {
            ref readonly var flow = ref _observer.Flows[i];
            var cause = _observer.Causes.Explain(flow);
            if (cause.Detail.Length == 0) continue;
            var sentences = byKind[(int)cause.Kind] ??= new Dictionary<string, Sentence>(StringComparer.Ordinal);
            if (!sentences.TryGetValue(cause.Detail, out var sentence)) sentences.Add(cause.Detail, sentence = new Sentence(cause.Detail, i));
            sentence.Packets += flow.Packets;
        }

        _said = new List<string>?[Kinds];
        for (var kind = 0; kind < Kinds; kind++)
        {
            if (byKind[kind] is not { } sentences) continue;
            var sorted = new List<Sentence>(sentences.Values);
            sorted.Sort(static (a, b) => a.Packets != b.Packets ? b.Packets.CompareTo(a.Packets) : a.First.CompareTo(b.First));
            _said[kind] = sorted.ConvertAll(static sentence => sentence.Text)[..Math.Min(SentencesKept, sorted.Count)];
        }
    }

    /// <param name="text">What is said of flows.</param>
    /// <param name="first">Index of the first of them.</param>
    sealed class Sentence(string text, int first)
    {
        public string Text { get; } = text;

        public int First { get; } = first;

        /// <summary>Of all of them.</summary>
        public long Packets { get; set; }
    }
}

namespace Kansatsu.Analysis;

/// <summary>Flows, packets and bytes by kind of cause, and the largest flows of each.</summary>
sealed class CauseSums
{
    /// <summary>How many of the largest flows of a kind are known.</summary>
    public const int LargestKept = 3;

    const int Kinds = (int)CauseKind.Transit + 1;

    readonly long[] _flows = new long[Kinds];
    readonly long[] _packets = new long[Kinds];
    readonly long[] _bytes = new long[Kinds];
    readonly Ranked[] _largest = new Ranked[Kinds * LargestKept];

    public CauseSums()
    {
    }

    public CauseSums(CauseSums start)
    {
        start._flows.CopyTo(_flows, 0);
        start._packets.CopyTo(_packets, 0);
        start._bytes.CopyTo(_bytes, 0);
    }

    public void Add(CauseKind kind, in Flow flow)
    {
        _flows[(int)kind]++;
        _packets[(int)kind] += flow.Packets;
        _bytes[(int)kind] += flow.Bytes;
    }

    /// <summary>Adds a flow that can still be looked at.</summary>
    /// <param name="index">In the flow table.</param>
    public void Add(CauseKind kind, in Flow flow, int index)
    {
        Add(kind, flow);
        Rank(kind, new Ranked(flow.Packets, index + 1));
    }

    /// <summary>Indexes of the flows with most packets, the largest first; of flows that are as large the one that began first.</summary>
    public List<int> LargestOf(CauseKind kind)
    {
        List<int> largest = [];
        foreach (var ranked in _largest.AsSpan((int)kind * LargestKept, LargestKept))
            if (ranked.IndexPlusOne != 0) largest.Add(ranked.IndexPlusOne - 1);
        return largest;
    }

    public void Add(CauseSums others)
    {
        for (var i = 0; i < _largest.Length; i++)
            if (others._largest[i].IndexPlusOne != 0) Rank((CauseKind)(i / LargestKept), others._largest[i]);
        for (var i = 0; i < _flows.Length; i++) (_flows[i], _packets[i], _bytes[i]) = (_flows[i] + others._flows[i], _packets[i] + others._packets[i], _bytes[i] + others._bytes[i]);
    }

    public IReadOnlyList<CauseShare> ToShares()
    {
        List<CauseShare> shares = [];
        for (var kind = CauseKind.Unexplained; kind <= CauseKind.Transit; kind++)
            if (_flows[(int)kind] != 0) shares.Add(new CauseShare(kind, _flows[(int)kind], _packets[(int)kind], _bytes[(int)kind]));
        shares.Sort((a, b) => a.Flows != b.Flows ? b.Flows.CompareTo(a.Flows) : a.Kind.CompareTo(b.Kind));
        return shares;
    }

    void Rank(CauseKind kind, in Ranked flow)
    {
        var last = ((int)kind * LargestKept) + LargestKept - 1;
        if (!flow.IsBefore(_largest[last])) return;
        var at = last;
        for (; at > (int)kind * LargestKept && flow.IsBefore(_largest[at - 1]); at--) _largest[at] = _largest[at - 1];
        _largest[at] = flow;
    }

    /// <param name="IndexPlusOne">0 = none.</param>
    readonly record struct Ranked(uint Packets, int IndexPlusOne)
    {
        // The order must not depend on how the flows were divided among threads.
        public bool IsBefore(in Ranked other) =>
            other.IndexPlusOne == 0 || Packets > other.Packets || (Packets == other.Packets && IndexPlusOne < other.IndexPlusOne);
    }
}

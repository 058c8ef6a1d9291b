namespace Kansatsu.Analysis;

/// <summary>Flows, packets and bytes by kind of cause.</summary>
sealed class CauseSums
{
    readonly long[] _flows = new long[(int)CauseKind.Transit + 1];
    readonly long[] _packets = new long[(int)CauseKind.Transit + 1];
    readonly long[] _bytes = new long[(int)CauseKind.Transit + 1];

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

    public void Add(CauseSums others)
    {
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
}

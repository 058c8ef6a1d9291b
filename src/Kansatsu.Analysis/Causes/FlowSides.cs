namespace Kansatsu.Analysis;

/// <summary>
/// What each flow of a table is to home, in a byte: it is asked for again and again, and the flows themselves lie far apart. Made anew when causes are.
/// </summary>
sealed class FlowSides
{
    FlowSide[] _sides = [];

    public FlowSide this[int index] => _sides[index];

    public void Learn(FlowTable flows, HomeConclusion home)
    {
        if (_sides.Length < flows.Count) _sides = new FlowSide[Math.Max(flows.Count, Math.Min(flows.Capacity, flows.Count * 2))];
        FlowParts.Of(flows.Count, (from, to) => Learn(flows, home, from, to));
    }

    void Learn(FlowTable flows, HomeConclusion home, int from, int to)
    {
        for (var i = from; i < to; i++) _sides[i] = Of(flows[i], home);
    }

    static FlowSide Of(in Flow flow, HomeConclusion home) =>
        EndsOf(flow, home) | (SweepTable.IsVain(flow) ? FlowSide.Vain : 0);

    public static FlowSide EndsOf(in Flow flow, HomeConclusion home) =>
        (home.Contains(flow.Initiator) ? FlowSide.FromHome : 0) | (home.Contains(flow.Responder) ? FlowSide.ToHome : 0);
}

namespace Kansatsu.Analysis;

/// <summary>
/// What each flow of a table is to home, in a byte: it is asked for again and again, and the flows themselves lie far apart. Made anew when causes are.
/// </summary>
sealed class FlowSides
{
    FlowSide[] _sides = [];
    ushort[] _providers = [];

    public FlowSide this[int index] => _sides[index];

    /// <summary>Makes room for all flows; then each must be learnt.</summary>
    public void Begin(FlowTable flows)
    {
        if (_sides.Length >= flows.Count) return;
        _sides = new FlowSide[Math.Max(flows.Count, Math.Min(flows.Capacity, flows.Count * 2))];
        _providers = new ushort[_sides.Length];
    }

    /// <summary>A mark of the provider that the flow's initiator belongs to; known of flows that came to home or were tried in vain.</summary>
    public ushort ProviderOf(int index) => _providers[index];

    /// <summary>Several threads may do it, each for flows of its own.</summary>
    public FlowSide Learn(int index, in Flow flow, HomeConclusion home)
    {
        var side = Of(flow, home);
        if ((side & (FlowSide.ToHome | FlowSide.Vain)) != 0) _providers[index] = SweepTable.ProviderMark(flow.Initiator);
        return _sides[index] = side;
    }

    static FlowSide Of(in Flow flow, HomeConclusion home) =>
        EndsOf(flow, home) | (SweepTable.IsVain(flow) ? FlowSide.Vain : 0);

    public static FlowSide EndsOf(in Flow flow, HomeConclusion home) =>
        (home.Contains(flow.Initiator) ? FlowSide.FromHome : 0) | (home.Contains(flow.Responder) ? FlowSide.ToHome : 0);
}

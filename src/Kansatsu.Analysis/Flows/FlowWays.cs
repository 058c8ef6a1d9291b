namespace Kansatsu.Analysis;

/// <summary>The stable names of <see cref="FlowWay"/>, as printed and exported.</summary>
public static class FlowWays
{
    /// <summary>Null for <see cref="FlowWay.Unknown"/>.</summary>
    public static string? NameOf(FlowWay way) => way switch
    {
        FlowWay.Out => "out",
        FlowWay.In => "in",
        FlowWay.Local => "local",
        FlowWay.Multicast => "multicast",
        FlowWay.Transit => "transit",
        _ => null,
    };

    internal static FlowWay Of(in Flow flow, HomeConclusion home)
    {
        if (flow.IsToGroup) return FlowWay.Multicast;
        if (!home.IsKnown) return FlowWay.Unknown;
        return (home.Contains(flow.Initiator), home.Contains(flow.Responder)) switch
        {
            (true, true) => FlowWay.Local,
            (true, false) => FlowWay.Out,
            (false, true) => FlowWay.In,
            _ => FlowWay.Transit,
        };
    }
}

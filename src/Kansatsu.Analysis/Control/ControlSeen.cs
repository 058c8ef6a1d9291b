using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>One router as it speaks one protocol of the control plane on one link. Times are nanoseconds.</summary>
/// <param name="Period">From message to message; 0 without a regular beat.</param>
/// <param name="Hold">Silence after which it counts as gone; long.MaxValue = never.</param>
/// <param name="Priority">Of PIM, VRRP, HSRP, OSPF; the lifetime in seconds of an advertising router; otherwise 0.</param>
/// <param name="IsElected">Of those of its kind on the link, it is the querier or the designated router.</param>
/// <param name="Changes">Times that it spoke of itself in another way than before.</param>
/// <param name="Pauses">Times that it was gone and came back.</param>
public sealed record ControlSeen(
    ControlKind Kind, Ipv6Address Source, int Interface, MacAddress LinkSource, Timestamp First, Timestamp Last, uint FirstFrame, uint LastFrame, long Messages,
    long Period, long Hold, uint Priority, bool IsElected, bool IsGone, bool SaidGoodbye, long Changes, long Pauses);

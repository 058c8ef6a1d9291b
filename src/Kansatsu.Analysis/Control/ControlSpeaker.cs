using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>One router as it speaks one protocol on one link.</summary>
sealed class ControlSpeaker(ControlKind kind, Ipv6Address source, int @interface)
{
    public readonly ControlKind Kind = kind;
    public readonly Ipv6Address Source = source;
    public readonly int Interface = @interface;
    public MacAddress LinkSource;
    public Timestamp First;

    /// <summary>The last moment of watching without it.</summary>
    public Timestamp Before;
    public Timestamp Last;
    public uint FirstFrame;
    public uint LastFrame;
    public long Messages;
    public Cadence Cadence;

    /// <summary>Nanoseconds of silence after which neighbours take it for gone; long.MaxValue = never.</summary>
    public long Hold;

    /// <summary>It said good-bye.</summary>
    public bool SaidGoodbye;

    /// <summary>What it says of itself besides being there, folded; a change of it is counted.</summary>
    public ulong Says;
    public long Changes;
    public Timestamp ChangedAt;
    public uint ChangedFrame;

    /// <summary>PIM: designated-router priority. VRRP, HSRP: priority. OSPF: router priority. Otherwise 0.</summary>
    public uint Priority;

    /// <summary>Times that it fell silent and came back, and the latest such silence.</summary>
    public long Pauses;
    public Timestamp PauseFrom;
    public Timestamp PauseTo;
    public uint PauseFrame;
}

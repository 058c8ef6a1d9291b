namespace Kansatsu.Analysis;

/// <summary>Why traffic exists. The names are stable (<see cref="CauseNames"/>).</summary>
public enum CauseKind : byte
{
    Unexplained,
    OwnAction,
    OwnSoftware,
    OwnHousekeeping,
    OwnUnknown,
    NetworkControl,
    NeighborChatter,
    ChannelJoined,
    ChannelUnjoined,
    Visit,
    Scan,
    Backscatter,
    Misdirected,
    Leak,
    Attack,
    Tunnel,
    Transit,
}

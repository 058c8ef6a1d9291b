namespace Kansatsu.Analysis;

/// <summary>Why traffic exists. The names are stable (<see cref="CauseNames"/>); the numbers are kept in stores: a new one goes to the end.</summary>
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

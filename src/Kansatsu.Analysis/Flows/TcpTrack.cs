namespace Kansatsu.Analysis;

/// <summary>What of TCP a flow remembers: where each direction stands.</summary>
struct TcpTrack
{
    /// <summary>Sequence number expected next, initiator and responder.</summary>
    public uint NextOut;
    public uint NextBack;

    /// <summary>Sequence number of the initiator's SYN.</summary>
    public uint Initial;

    /// <summary>The highest number each direction has acknowledged; behind the other's Next, bytes were lost on the way.</summary>
    public uint AckOut;
    public uint AckBack;

    /// <summary>
    /// When a hole opened in the responder's bytes while nothing of its had been larger than every link carries, and the longest such hole so far:
    /// hundredths of a second, from the flow's first packet, plus one; 0 = none.
    /// </summary>
    public ushort HoleSince;
    public ushort LongestHole;
    public bool HasOut;
    public bool HasBack;
    public bool HasInitial;
    public byte FinFlags;
}

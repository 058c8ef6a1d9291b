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
    public bool HasOut;
    public bool HasBack;
    public bool HasInitial;
    public byte FinFlags;
}

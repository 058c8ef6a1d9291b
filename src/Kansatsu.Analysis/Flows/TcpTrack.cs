namespace Kansatsu.Analysis;

/// <summary>What of TCP a flow remembers: where each direction stands.</summary>
struct TcpTrack
{
    /// <summary>Sequence number expected next, initiator and responder.</summary>
    public uint NextOut;
    public uint NextBack;

    /// <summary>Sequence number of the initiator's SYN.</summary>
    public uint Initial;
    public bool HasOut;
    public bool HasBack;
    public bool HasInitial;
    public byte FinFlags;
}

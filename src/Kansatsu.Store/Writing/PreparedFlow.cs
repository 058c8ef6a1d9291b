namespace Kansatsu.Store;

/// <summary>A flow on its way to its row: shared values by their numbers within the batch (<see cref="Shared"/>), evidence as a stretch of the batch's facts.</summary>
struct PreparedFlow
{
    /// <summary>Nanoseconds of the first packet.</summary>
    public long First;
    public long Lasted;
    public long PacketsOut;
    public long PacketsBack;
    public long BytesOut;
    public long BytesBack;
    public int Near;
    public int Far;
    public int Name;
    public int Cause;
    public int Application;
    public int History;
    public int Zone;
    public int FirstFact;
    public int Facts;
    public ushort NearPort;
    public ushort FarPort;
    public ushort ZoneNumber;
    public byte Family;
    public byte Protocol;
    public byte Way;
    public byte NameFrom;
    public byte Kind;
    public byte Confidence;
    public bool IsGuessed;
}

namespace Kansatsu.Analysis;

/// <summary>Both directions of a TCP flow whose content is still wanted.</summary>
sealed class TcpStream
{
    public StreamHalf Out;
    public StreamHalf Back;

    /// <summary>Index of the flow it belongs to; -1 when it is spare.</summary>
    public int FlowIndex = -1;

    public void Reset()
    {
        Out.Reset();
        Back.Reset();
        FlowIndex = -1;
    }
}

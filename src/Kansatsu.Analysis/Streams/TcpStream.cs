namespace Kansatsu.Analysis;

/// <summary>Both directions of a TCP flow whose content is still wanted.</summary>
sealed class TcpStream(StreamBudget budget)
{
    public StreamHalf Out = new(budget);
    public StreamHalf Back = new(budget);

    /// <summary>Index of the flow it belongs to; -1 when it is spare.</summary>
    public int FlowIndex = -1;

    public void Reset()
    {
        Out.Reset();
        Back.Reset();
        FlowIndex = -1;
    }
}

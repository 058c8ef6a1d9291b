namespace Kansatsu.Wire;

/// <summary>What a dissection knows besides bytes and layers. It lies where it is kept, which a dissection cannot be.</summary>
struct DissectionState
{
    public Timestamp Timestamp;
    public long Number;
    public int OriginalLength;
    public int Interface;
    public int FrameCheckLength;
    public LinkType LinkType;
    public AnomalySet Anomalies;
    public Stop Stop;
    public int Count;
    public sbyte OutermostIp;
    public sbyte InnermostIp;
    public sbyte FirstIpv6;
    public sbyte Transport;
    public sbyte Application;
    public bool HasRouterAlert;
    public bool HasSamples;
}

namespace Kansatsu.Wire;

/// <summary>What a dissection knows besides bytes and layers; it can be kept where a dissection cannot.</summary>
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
    public sbyte OutermostIp;
    public sbyte InnermostIp;
    public sbyte FirstIpv6;
    public sbyte Transport;
    public sbyte Application;
    public bool HasRouterAlert;
    public bool HasSamples;
}

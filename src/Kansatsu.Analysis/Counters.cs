using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Plain counts over every frame; what each means stands in docs/reference/json.md.</summary>
public sealed class Counters
{
    internal readonly long[] AnomalyFrames = new long[(int)Anomaly.Last + 1];
    internal readonly long[] Icmpv6TypeFrames = new long[256];
    internal readonly long[] Stops = new long[(int)StopReason.LimitReached + 1];

    public long Frames { get; internal set; }

    /// <summary>Bytes on the wire (original lengths).</summary>
    public long Bytes { get; internal set; }

    /// <summary>Frames whose outermost IP packet is of this family.</summary>
    public long Ipv4 { get; internal set; }

    public long Ipv6 { get; internal set; }

    /// <summary>Frames without an IP packet.</summary>
    public long Other { get; internal set; }

    /// <summary>Tunnelled IP packets.</summary>
    public long InnerIpv4 { get; internal set; }

    public long InnerIpv6 { get; internal set; }

    public long Tcp { get; internal set; }

    public long Udp { get; internal set; }

    public long Icmpv6 { get; internal set; }

    public long Icmp { get; internal set; }

    public long Sctp { get; internal set; }

    public long BadUdp { get; internal set; }

    public long BadTcp { get; internal set; }

    public long BadIcmpv6 { get; internal set; }

    public long BadIpv4 { get; internal set; }

    /// <summary>Of the bad ones, those that look like the capturing host's transmit offload.</summary>
    public long Offloaded { get; internal set; }

    /// <summary>Distinct sources and destinations of outermost IPv6 headers.</summary>
    public long Ipv6Sources { get; internal set; }

    public long Ipv6Destinations { get; internal set; }

    /// <summary>Flows ever begun, by family and by transport; evicted ones included.</summary>
    public long FlowsIpv4 { get; internal set; }

    public long FlowsIpv6 { get; internal set; }

    public long FlowsTcp { get; internal set; }

    public long FlowsUdp { get; internal set; }

    public Timestamp First { get; internal set; }

    public Timestamp Last { get; internal set; }

    public long Icmpv6OfType(byte type) => Icmpv6TypeFrames[type];

    public long Of(Anomaly anomaly) => AnomalyFrames[(int)anomaly];

    public long Of(StopReason reason) => Stops[(int)reason];
}

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Plain counts over every frame; what each means stands in docs/reference/json.md.</summary>
public sealed class Counters
{
    internal readonly long[] Icmpv6TypeFrames = new long[256];
    internal readonly long[] Stops = new long[(int)StopReason.LimitReached + 1];
    ulong _touched;

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

    /// <summary>Flows begun, by family and for the two transports.</summary>
    public long FlowsIpv4 { get; internal set; }

    public long FlowsIpv6 { get; internal set; }

    public long FlowsTcp { get; internal set; }

    public long FlowsUdp { get; internal set; }

    /// <summary>
    /// SNMP flows that were answered: tshark gives the first packet of such a conversation a stream of its own, and the summary of `read` counts as
    /// it does (docs/reference/reference-captures.md).
    /// </summary>
    public long SnmpAnswered { get; internal set; }

    /// <summary>Distinct addresses of outermost IPv6 headers.</summary>
    public AddressSet Ipv6Sources { get; } = new();

    public AddressSet Ipv6Destinations { get; } = new();

    /// <summary>Earliest and latest time seen; files may go back in time.</summary>
    public Timestamp First { get; internal set; }

    public Timestamp Last { get; internal set; }

    public long Icmpv6OfType(byte type) => Icmpv6TypeFrames[type];

    public long Of(StopReason reason) => Stops[(int)reason];

    /// <summary>Touches what a new flow of these ends will be counted in.</summary>
    internal void Approach(in FlowKey key) => _touched = Ipv6Sources.Approach(key.Source) + Ipv6Destinations.Approach(key.Destination);

    /// <summary>Counts one dissected frame.</summary>
    internal void Count(in Dissection d)
    {
        var time = d.Frame.Timestamp;
        if (Frames++ == 0) First = Last = time;
        else if (time > Last) Last = time;
        else if (time < First) First = time;
        Bytes += d.Frame.OriginalLength;
        if (!d.Stop.IsNone) Stops[(int)d.Stop.Reason]++;
        if (d.OutermostIp < 0)
        {
            Other++;
            return;
        }

        if (d[d.OutermostIp].Kind == LayerKind.Ipv6) Ipv6++;
        else Ipv4++;
        var transport = CountLayers(d);
        if (transport >= 0) CountTransport(d[transport]);
    }

    /// <returns>Index of the last of the frame's own layers that is a transport or takes the place of one, or -1.</returns>
    int CountLayers(in Dissection d)
    {
        var transport = -1;
        for (var i = d.OutermostIp; i < d.Count; i++)
        {
            ref readonly var layer = ref d[i];
            if (layer.IsQuoted) break;
            if ((layer.Flags & LayerFlags.Inner) != 0)
            {
                if (layer.Kind == LayerKind.Ipv6) InnerIpv6++;
                else InnerIpv4++;
            }

            if (layer.Checksum is ChecksumVerdict.Bad or ChecksumVerdict.Offloaded) CountBad(layer);
            if (IsTransport(layer.Kind)) transport = i;
        }

        return transport;
    }

    /// <summary>What an IP packet may carry instead of a transport counts as one, so that a tunnel's UDP is not taken for the payload's.</summary>
    static bool IsTransport(LayerKind kind) => kind is (>= LayerKind.Tcp and <= LayerKind.Dccp)
        or LayerKind.Icmpv6 or LayerKind.Icmp or LayerKind.Igmp or LayerKind.Pim or LayerKind.Ospf or LayerKind.Ospfv3 or LayerKind.Eigrp
        or LayerKind.Vrrp or LayerKind.Esp or LayerKind.Authentication or LayerKind.Mobility or LayerKind.Gre or LayerKind.L2tp or LayerKind.L2tpv3;

    void CountBad(in Layer layer)
    {
        if (layer.Checksum == ChecksumVerdict.Offloaded) Offloaded++;
        switch (layer.Kind)
        {
            case LayerKind.Udp: BadUdp++; break;
            case LayerKind.Tcp: BadTcp++; break;
            case LayerKind.Icmpv6: BadIcmpv6++; break;
            case LayerKind.Ipv4: BadIpv4++; break;
        }
    }

    void CountTransport(in Layer layer)
    {
        switch (layer.Kind)
        {
            case LayerKind.Tcp: Tcp++; break;
            case LayerKind.Udp: Udp++; break;
            case LayerKind.Icmp: Icmp++; break;
            case LayerKind.Sctp: Sctp++; break;
            case LayerKind.Icmpv6:
                Icmpv6++;
                Icmpv6TypeFrames[layer.Value >> 8]++;
                break;
        }
    }
}

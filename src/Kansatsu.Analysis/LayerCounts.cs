using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Counts that need nothing but the frame itself, so that whoever dissects can make them; what each means stands in docs/reference/json.md.</summary>
public class LayerCounts
{
    static readonly bool[] s_isTransport = Transports();

    // Its own reference: in code that was compiled ahead, each look at a static field is a call.
    readonly bool[] _isTransport = s_isTransport;

    readonly long[] _icmpv6Types = new long[256];

    // Those that are not zero: adding all up for every batch would take longer than counting its frames.
    readonly byte[] _icmpv6Seen = new byte[256];
    int _icmpv6Kinds;

    readonly long[] _stops = new long[(int)StopReason.LimitReached + 1];

    /// <summary>Frames whose outermost IP packet is of this family.</summary>
    public long Ipv4 { get; private set; }

    public long Ipv6 { get; private set; }

    /// <summary>Frames without an IP packet.</summary>
    public long Other { get; private set; }

    /// <summary>Tunnelled IP packets.</summary>
    public long InnerIpv4 { get; private set; }

    public long InnerIpv6 { get; private set; }

    public long Tcp { get; private set; }

    public long Udp { get; private set; }

    public long Icmpv6 { get; private set; }

    public long Icmp { get; private set; }

    public long Sctp { get; private set; }

    public long BadUdp { get; private set; }

    public long BadTcp { get; private set; }

    public long BadIcmpv6 { get; private set; }

    public long BadIpv4 { get; private set; }

    /// <summary>Of the bad ones, those that look like the capturing host's transmit offload.</summary>
    public long Offloaded { get; private set; }

    public long Icmpv6OfType(byte type) => _icmpv6Types[type];

    public long Of(StopReason reason) => _stops[(int)reason];

    /// <summary>Counts the layers of one dissected frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void CountLayers(in Dissection d)
    {
        if (!d.Stop.IsNone) _stops[(int)d.Stop.Reason]++;
        if (d.OutermostIp < 0)
        {
            Other++;
            return;
        }

        if (d[d.OutermostIp].Kind == LayerKind.Ipv6) Ipv6++;
        else Ipv4++;
        var transport = CountIp(d);
        if (transport >= 0) CountTransport(d[transport]);
    }

    /// <summary>Adds the counts of another, which begins again at zero.</summary>
    internal void Take(LayerCounts other)
    {
        Ipv4 += other.Ipv4;
        Ipv6 += other.Ipv6;
        Other += other.Other;
        InnerIpv4 += other.InnerIpv4;
        InnerIpv6 += other.InnerIpv6;
        Tcp += other.Tcp;
        Udp += other.Udp;
        Icmp += other.Icmp;
        Sctp += other.Sctp;
        BadUdp += other.BadUdp;
        BadTcp += other.BadTcp;
        BadIcmpv6 += other.BadIcmpv6;
        BadIpv4 += other.BadIpv4;
        Offloaded += other.Offloaded;
        Take(_stops, other._stops);
        for (var i = 0; i < other._icmpv6Kinds; i++) CountIcmpv6(other._icmpv6Seen[i], other._icmpv6Types[other._icmpv6Seen[i]]);
        Icmpv6 += other.Icmpv6;
        other.Clear();
    }

    static void Take(long[] sums, long[] others)
    {
        for (var i = 0; i < sums.Length; i++) sums[i] += others[i];
    }

    void CountIcmpv6(byte type, long times)
    {
        if (_icmpv6Types[type] == 0) _icmpv6Seen[_icmpv6Kinds++] = type;
        _icmpv6Types[type] += times;
    }

    void Clear()
    {
        for (var i = 0; i < _icmpv6Kinds; i++) _icmpv6Types[_icmpv6Seen[i]] = 0;
        _icmpv6Kinds = 0;
        Array.Clear(_stops);
        (Ipv4, Ipv6, Other, InnerIpv4, InnerIpv6) = (0, 0, 0, 0, 0);
        (Tcp, Udp, Icmpv6, Icmp, Sctp) = (0, 0, 0, 0, 0);
        (BadUdp, BadTcp, BadIcmpv6, BadIpv4, Offloaded) = (0, 0, 0, 0, 0);
    }

    /// <returns>Index of the last of the frame's own layers that is a transport or takes the place of one, or -1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int CountIp(in Dissection d)
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
            if (_isTransport[(byte)layer.Kind]) transport = i;
        }

        return transport;
    }

    static bool[] Transports()
    {
        var transports = new bool[256];
        for (var kind = 0; kind < transports.Length; kind++) transports[kind] = IsTransport((LayerKind)kind);
        return transports;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
                CountIcmpv6((byte)(layer.Value >> 8), 1);
                break;
        }
    }
}

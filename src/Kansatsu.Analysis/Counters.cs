using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Plain counts over every frame; what each means stands in docs/reference/json.md.</summary>
public sealed class Counters : LayerCounts
{
    ulong _touched;

    public long Frames { get; internal set; }

    /// <summary>Bytes on the wire (original lengths).</summary>
    public long Bytes { get; internal set; }

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

    /// <summary>Touches what a new flow of these ends will be counted in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Approach(in FlowKey key) => _touched = Ipv6Sources.Approach(key.Source) + Ipv6Destinations.Approach(key.Destination);

    /// <summary>Counts one dissected frame; its layers are counted apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void CountFrame(in Dissection d)
    {
        var time = d.Timestamp;
        if (Frames++ == 0) First = Last = time;
        else if (time > Last) Last = time;
        else if (time < First) First = time;
        Bytes += d.Frame.OriginalLength;
    }
}

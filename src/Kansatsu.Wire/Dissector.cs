using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>
/// Reads frames into layers. Allocation-free per frame; keeps only the fragments that wait for the rest of their packet, bounded.
/// Not thread-safe: one dissector belongs to one sensor.
/// </summary>
public sealed class Dissector
{
    DissectionState _state;
    readonly Layer[] _layers = new Layer[Dissection.MaxLayers];
    readonly FragmentTable _fragments = new();
    readonly LowpanBuffers _lowpan = new();

    /// <summary>Counters of fragment reassembly: kept, completed, refused.</summary>
    public FragmentTable Fragments => _fragments;

    /// <summary>Reads one frame. Never throws on its bytes; what could be read is kept and <see cref="Dissection.Stop"/> says what ended it.</summary>
    public Dissection Dissect(Frame frame)
    {
        var d = default(Dissection);
        Dissect(frame, ref d);
        return d;
    }

    /// <summary>The same for those in a hurry: a dissection is a large thing to hand back.</summary>
    /// <param name="d">An earlier one, or none; it becomes this one.</param>
    public void Dissect(scoped in Frame frame, ref Dissection d) => Dissect(frame, ref _state, _layers, ref d);

    /// <summary>Reads one frame into a state and layers of somebody else.</summary>
    /// <param name="layers">Room for <see cref="Dissection.MaxLayers"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Dissect(scoped in Frame frame, [UnscopedRef] ref DissectionState state, Span<Layer> layers, ref Dissection d)
    {
        Dissection.Begin(frame, ref state, layers, _fragments, _lowpan, ref d);
        _fragments.BeginFrame();
        Read(LinkTypes.First(frame.LinkType, ref d), ref d);
    }

    /// <summary>Reads bytes that begin with a layer of a known kind instead of with a link layer.</summary>
    internal Dissection Dissect(Frame frame, LayerKind first)
    {
        _fragments.BeginFrame();
        var d = default(Dissection);
        Dissection.Begin(frame, ref _state, _layers, _fragments, _lowpan, ref d);
        Read(first, ref d);
        return d;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Read(LayerKind next, ref Dissection d)
    {
        while (next != LayerKind.None)
        {
            if (!d.HasRoom)
            {
                d.End(StopReason.LimitReached, next, Anomaly.LinkLayerLimit);
                break;
            }

            next = Step(next, ref d);
            if (next == LayerKind.None) next = d.NextSample();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static LayerKind Step(LayerKind kind, ref Dissection d) => kind switch
    {
        LayerKind.Ethernet => EthernetLayer.Read(ref d),
        LayerKind.Ipv6 => Ipv6Layer.Read(ref d),
        LayerKind.Ipv4 => Ipv4Layer.Read(ref d),
        LayerKind.Tcp => TcpLayer.Read(ref d),
        LayerKind.Udp => UdpLayer.Read(ref d),
        LayerKind.Icmpv6 => Icmpv6Layer.Read(ref d),
        LayerKind.Icmp => IcmpLayer.Read(ref d),
        LayerKind.Data => Data(ref d),
        >= LayerKind.Ethernet and <= LayerKind.PppControl => LinkLayers.Read(kind, ref d),
        >= LayerKind.HopByHop and <= LayerKind.NoNextHeader => ExtensionHeaders.Read(kind, ref d),
        >= LayerKind.Igmp and <= LayerKind.Hsrp => ControlLayers.Read(kind, ref d),
        >= LayerKind.UdpLite and <= LayerKind.Dccp => OtherTransports.Read(kind, ref d),
        >= LayerKind.Gre and <= LayerKind.Wireguard => TunnelLayers.Read(kind, ref d),
        >= LayerKind.Dns => ApplicationLayers.Read(kind, ref d),
        _ => d.End(StopReason.Unsupported, kind),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static LayerKind Data(ref Dissection d)
    {
        if (d.Remaining > 0) d.Push(LayerKind.Data, d.Remaining);
        return LayerKind.None;
    }
}

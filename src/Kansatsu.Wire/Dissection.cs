using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>
/// What could be read of one frame: its layers from the outside in, the anomalies met, and what ended the reading. Borrowed like the frame:
/// valid until the <see cref="Dissector"/> that made it reads the next one.
/// </summary>
public ref partial struct Dissection
{
    /// <summary>Most layers kept of one frame; extension headers are listed only as long as there is room for what follows, and walked beyond.</summary>
    public const int MaxLayers = 48;

    /// <summary>Most IP headers read inside one another, the outermost included.</summary>
    public const int MaxIpNesting = 8;

    // What lasts is written where it is kept and never copied: a copy takes as long as the reading of a header.
    ref DissectionState _state;
    ReadOnlySpan<byte> _frame;
    Span<Layer> _layers;

    /// <summary>Begins a dissection with its cursor before the first layer, over an earlier one: field by field, for clearing all takes longer.</summary>
    /// <param name="layers">Room for <see cref="MaxLayers"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Begin(
        scoped in Frame frame, [UnscopedRef] ref DissectionState state, Span<Layer> layers, FragmentTable fragments, LowpanBuffers lowpan, ref Dissection d)
    {
        var bytes = frame.Bytes;
        state.Timestamp = frame.Timestamp;
        state.Number = frame.Number;
        state.OriginalLength = frame.OriginalLength;
        state.Interface = frame.Interface;
        state.FrameCheckLength = frame.FrameCheckLength;
        state.LinkType = frame.LinkType;
        state.Anomalies = default;
        state.Stop = default;
        state.Count = 0;
        state.OutermostIp = state.InnermostIp = state.Transport = state.FirstIpv6 = state.Application = -1;
        state.HasRouterAlert = state.HasSamples = false;
        d._state = ref state;
        d._frame = bytes;
        d._layers = layers;
        d._ipLayer = -1;
        d.HasElidedChecksum = d._quoting = false;
        d.Fragments = fragments;
        d.Lowpan = lowpan;
        d.ForgetBuffers();
        d._bytes = bytes;
        d._buffer = 0;
        d._offset = d._ipNesting = 0;
        d._declaredEnd = Math.Max(frame.OriginalLength, bytes.Length) - frame.FrameCheckLength;
        d._end = Math.Max(Math.Min(bytes.Length, d._declaredEnd), 0);
        d.BeginChain();
        d.ForgetSamples();
    }

    /// <summary>The frame that was dissected.</summary>
    public readonly Frame Frame
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_frame, _state.OriginalLength, _state.Timestamp, _state.LinkType, _state.Number, _state.Interface, _state.FrameCheckLength);
    }

    /// <summary>Of the frame.</summary>
    public readonly Timestamp Timestamp => _state.Timestamp;

    /// <summary>1-based position of the frame in the observation.</summary>
    public readonly long Number => _state.Number;

    /// <summary>Which interface saw the frame: an index that is unique within the observation.</summary>
    public readonly int Interface => _state.Interface;

    /// <summary>Number of layers.</summary>
    public readonly int Count => _state.Count;

    public readonly ref readonly Layer this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Debug.Assert(index < _state.Count, "Behind the layers of this frame lie those of an earlier one.");
            return ref _layers[index];
        }
    }

    /// <summary>What ended the reading; <see cref="Stop.None"/> when every byte was understood or left to an application's payload.</summary>
    public readonly Stop Stop => _state.Stop;

    [UnscopedRef]
    public readonly ref readonly AnomalySet Anomalies => ref _state.Anomalies;

    /// <summary>Index of the first IP header of the frame's own layers, or -1.</summary>
    public readonly int OutermostIp => _state.OutermostIp;

    /// <summary>Index of the last IP header of the frame's own layers (inside tunnels, not inside quotations), or -1.</summary>
    public readonly int InnermostIp => _state.InnermostIp;

    /// <summary>Index of the innermost transport or ICMP header of the frame's own layers, or -1 (a fragment has none until it completes).</summary>
    public readonly int Transport => _state.Transport;

    /// <summary>Index of the first IPv6 header of the frame's own layers, or -1: inside a tunnel over IPv4 it is not the outermost IP header.</summary>
    public readonly int FirstIpv6 => _state.FirstIpv6;

    /// <summary>Index of the application layer above <see cref="Transport"/>, or -1.</summary>
    public readonly int Application => _state.Application;

    /// <summary>A hop-by-hop Router Alert option stands in the innermost IPv6 header's chain (RFC 2711), or in the IPv4 options (RFC 2113).</summary>
    public readonly bool HasRouterAlert
    {
        get => _state.HasRouterAlert;
        internal set => _state.HasRouterAlert = value;
    }

    /// <summary>The layer's captured bytes, header and payload.</summary>
    public readonly ReadOnlySpan<byte> BytesOf(in Layer layer) => Buffer(layer.Buffer).Slice(layer.Offset, layer.Length);

    public readonly ReadOnlySpan<byte> HeaderOf(in Layer layer) => Buffer(layer.Buffer).Slice(layer.Offset, layer.HeaderLength);

    public readonly ReadOnlySpan<byte> PayloadOf(in Layer layer) => Buffer(layer.Buffer).Slice(layer.PayloadOffset, layer.PayloadLength);

    /// <summary>A whole buffer: 0 the frame, 1 to 3 packets reassembled or decompressed from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ReadOnlySpan<byte> Buffer(int index) => index == 0 ? _frame : RebuiltBuffer(index);

    readonly ReadOnlySpan<byte> RebuiltBuffer(int index) => index switch { 1 => _second, 2 => _third, _ => _fourth };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly void Flag(Anomaly anomaly) => _state.Anomalies.Add(anomaly);
}

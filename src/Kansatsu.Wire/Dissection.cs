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

    Frame _frame;
    Span<Layer> _layers;
    AnomalySet _anomalies;

    // A dissection is three hundred bytes: it is written where it is wanted, over an earlier one, and field by field. Clearing it first, or copying a
    // frame that was just written in parts as a whole, takes longer than all else here.
    /// <summary>Begins a dissection with its cursor before the first layer.</summary>
    /// <param name="layers">Room for <see cref="MaxLayers"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Begin(scoped in Frame frame, Span<Layer> layers, FragmentTable fragments, LowpanBuffers lowpan, ref Dissection d)
    {
        var bytes = frame.Bytes;
        d._frame = new Frame(bytes, frame.OriginalLength, frame.Timestamp, frame.LinkType, frame.Number, frame.Interface, frame.FrameCheckLength);
        d._layers = layers;
        d.Count = 0;
        d._anomalies = default;
        d.Stop = default;
        d.OutermostIp = d.InnermostIp = d.Transport = d.FirstIpv6 = d.Application = d._ipLayer = -1;
        d.HasRouterAlert = d.HasElidedChecksum = d.HasSamples = d._quoting = false;
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

    [UnscopedRef]
    public readonly ref readonly Frame Frame => ref _frame;

    /// <summary>Number of layers.</summary>
    public int Count { get; private set; }

    public readonly ref readonly Layer this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _layers[..Count][index];
    }

    /// <summary>What ended the reading; <see cref="Stop.None"/> when every byte was understood or left to an application's payload.</summary>
    public Stop Stop { get; private set; }

    public readonly AnomalySet Anomalies => _anomalies;

    /// <summary>Index of the first IP header of the frame's own layers, or -1.</summary>
    public int OutermostIp { get; private set; }

    /// <summary>Index of the last IP header of the frame's own layers (inside tunnels, not inside quotations), or -1.</summary>
    public int InnermostIp { get; private set; }

    /// <summary>Index of the innermost transport or ICMP header of the frame's own layers, or -1 (a fragment has none until it completes).</summary>
    public int Transport { get; private set; }

    /// <summary>Index of the first IPv6 header of the frame's own layers, or -1: inside a tunnel over IPv4 it is not the outermost IP header.</summary>
    public int FirstIpv6 { get; private set; }

    /// <summary>Index of the application layer above <see cref="Transport"/>, or -1.</summary>
    public int Application { get; private set; }

    /// <summary>A hop-by-hop Router Alert option stands in the innermost IPv6 header's chain (RFC 2711), or in the IPv4 options (RFC 2113).</summary>
    public bool HasRouterAlert { get; internal set; }

    /// <summary>The layer's captured bytes, header and payload.</summary>
    public readonly ReadOnlySpan<byte> BytesOf(in Layer layer) => Buffer(layer.Buffer).Slice(layer.Offset, layer.Length);

    public readonly ReadOnlySpan<byte> HeaderOf(in Layer layer) => Buffer(layer.Buffer).Slice(layer.Offset, layer.HeaderLength);

    public readonly ReadOnlySpan<byte> PayloadOf(in Layer layer) => Buffer(layer.Buffer).Slice(layer.PayloadOffset, layer.PayloadLength);

    /// <summary>A whole buffer: 0 the frame, 1 to 3 packets reassembled or decompressed from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ReadOnlySpan<byte> Buffer(int index) => index == 0 ? _frame.Bytes : RebuiltBuffer(index);

    readonly ReadOnlySpan<byte> RebuiltBuffer(int index) => index switch { 1 => _second, 2 => _third, _ => _fourth };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Flag(Anomaly anomaly) => _anomalies.Add(anomaly);
}

using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>The half of a dissection that layer readers use: a cursor that moves from the link layer inwards.</summary>
public ref partial struct Dissection
{
    /// <summary>Slots that a step may always fill without asking.</summary>
    const int ReservedLayers = 8;

    ReadOnlySpan<byte> _bytes;
    ReadOnlySpan<byte> _second;
    ReadOnlySpan<byte> _third;
    ReadOnlySpan<byte> _fourth;
    byte _buffer;
    int _offset;
    int _end;
    int _declaredEnd;
    int _ipNesting;
    int _ipLayer;
    bool _quoting;

    internal FragmentTable Fragments { get; private set; }

    internal LowpanBuffers Lowpan { get; private set; }

    /// <summary>The packet was decompressed from one whose UDP checksum was left out on purpose: zero is no oddity there.</summary>
    internal bool HasElidedChecksum { get; set; }

    /// <summary>The captured bytes at the cursor that the enclosing layers declare as theirs.</summary>
    internal readonly ReadOnlySpan<byte> Rest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _bytes[_offset.._end];
    }

    internal readonly int Remaining => _end - _offset;

    /// <summary>Bytes from the cursor to the end that the enclosing layers declare; more than <see cref="Remaining"/> when something is missing.</summary>
    internal readonly int DeclaredRemaining => _declaredEnd - _offset;

    /// <summary>The bytes from the cursor on are all there.</summary>
    internal readonly bool IsComplete => _end >= _declaredEnd;

    /// <summary>The frame was longer than what was captured of it.</summary>
    readonly bool IsCut => _state.OriginalLength > _frame.Length;

    internal readonly bool IsQuoting => _quoting;

    /// <summary>Index of the IP layer that encloses the cursor, quoted ones included; -1 before the first.</summary>
    internal readonly int IpLayer => _ipLayer;

    internal readonly bool HasRoom => Count <= MaxLayers - ReservedLayers;

    /// <summary>A long chain of extension headers leaves half of the layers to what it hides.</summary>
    internal readonly bool HasRoomForExtension => Count < MaxLayers / 2;

    /// <summary>Appends a layer at the cursor and moves the cursor behind its header.</summary>
    /// <returns>The layer, for its verdict and <see cref="Layer.Value"/>; valid until the next push.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref Layer Push(LayerKind kind, int headerLength)
    {
        ref var layer = ref _layers[_state.Count++];
        layer.Kind = kind;
        layer.Buffer = _buffer;
        layer.Flags = _quoting ? LayerFlags.Quoted : LayerFlags.None;
        layer.Checksum = ChecksumVerdict.None;
        layer.Value = 0;
        layer.Offset = _offset;
        layer.HeaderLength = headerLength;
        layer.Length = _end - _offset;
        layer.DeclaredLength = _declaredEnd - _offset;
        _offset += headerLength;
        return ref layer;
    }

    /// <summary>Appends an IP header and makes it the enclosing one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref Layer PushIp(LayerKind kind, int headerLength)
    {
        _ipLayer = Count;
        if (!_quoting)
        {
            var index = (sbyte)Count;
            if (_state.OutermostIp < 0) _state.OutermostIp = index;
            _state.InnermostIp = index;
            if (_state.FirstIpv6 < 0 && kind == LayerKind.Ipv6) _state.FirstIpv6 = index;
            _state.Transport = -1;
        }

        HasRouterAlert = false;
        ref var layer = ref Push(kind, headerLength);
        if (_ipNesting++ > 0) layer.Flags |= LayerFlags.Inner;
        return ref layer;
    }

    /// <summary>Appends a transport or ICMP header.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref Layer PushTransport(LayerKind kind, int headerLength)
    {
        if (!_quoting) _state.Transport = (sbyte)Count;
        return ref Push(kind, headerLength);
    }

    /// <summary>Appends an application layer that takes all remaining bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref Layer PushApplication(LayerKind kind)
    {
        if (!_quoting) _state.Application = (sbyte)Count;
        return ref Push(kind, Remaining);
    }

    internal readonly bool IpIsTooDeep => _ipNesting >= MaxIpNesting;

    /// <summary>The enclosing IP header (after <see cref="PushIp"/>), to correct what is known only later.</summary>
    internal readonly ref Layer EnclosingIp => ref _layers[_ipLayer];

    internal readonly ref Layer Slot(int index) => ref _layers[index];

    /// <summary>
    /// A length field at the cursor declares the next <paramref name="length"/> bytes: nothing behind them is read any more.
    /// </summary>
    /// <returns>False when more is declared than the enclosing layers have.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Limit(int length)
    {
        var end = _offset + length;
        var fits = length >= 0 && end <= _declaredEnd && end >= _offset;
        if (fits || _quoting) _declaredEnd = Math.Max(end, _offset);
        _end = Math.Min(_end, Math.Max(_offset, fits ? end : _end));
        return fits;
    }

    internal void Skip(int length) => _offset += Math.Clamp(length, 0, Remaining);

    /// <summary>From here on the bytes are a packet that an ICMP error speaks of.</summary>
    internal void Quote() => _quoting = true;

    /// <summary>Reading goes on in a packet rebuilt from fragments.</summary>
    internal bool SwitchTo(ReadOnlySpan<byte> reassembled) => SwitchTo(reassembled, reassembled.Length);

    /// <summary>Reading goes on in a packet rebuilt from this frame or several.</summary>
    /// <param name="declaredLength">Bytes the packet had on the wire: more than there are when the capture cut the frame.</param>
    internal bool SwitchTo(ReadOnlySpan<byte> reassembled, int declaredLength)
    {
        if (_buffer >= 3) return false;
        _buffer++;
        switch (_buffer)
        {
            case 1: _second = reassembled; break;
            case 2: _third = reassembled; break;
            default: _fourth = reassembled; break;
        }

        _bytes = reassembled;
        _offset = 0;
        _end = reassembled.Length;
        _declaredEnd = declaredLength;
        return true;
    }

    /// <summary>Ends the reading at the cursor.</summary>
    internal LayerKind End(StopReason reason, LayerKind layer)
    {
        Note(reason, layer);
        return LayerKind.None;
    }

    internal LayerKind End(StopReason reason, LayerKind layer, Anomaly anomaly)
    {
        if (reason != StopReason.CutByCapture) Flag(anomaly);
        return End(reason, layer);
    }

    /// <summary>Ends the reading because a header of <paramref name="needed"/> bytes is not whole: cut by us, or broken by them?</summary>
    internal LayerKind EndShort(LayerKind layer, int needed, Anomaly anomaly) =>
        End(_quoting || HasSamples || (IsCut && (_buffer == 0 || !IsComplete) && DeclaredRemaining >= needed)
            ? StopReason.CutByCapture : StopReason.Truncated, layer, anomaly);

    /// <summary>Records what is wrong at the cursor without ending the reading; the first reason stands.</summary>
    internal void Note(StopReason reason, LayerKind layer)
    {
        if (_state.Stop.IsNone) _state.Stop = new Stop(reason, layer, _offset);
    }
}

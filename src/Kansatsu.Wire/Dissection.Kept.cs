using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>The half of a dissection that lets a <see cref="DissectionBatch"/> keep it.</summary>
public ref partial struct Dissection
{
    /// <summary>A dissection as it was when <see cref="Keep"/> was called; its cursor is gone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Restore(scoped in DissectionState state, ReadOnlySpan<byte> bytes, Span<Layer> layers, ref Dissection d)
    {
        d._frame = new Frame(bytes, state.OriginalLength, state.Timestamp, state.LinkType, state.Number, state.Interface, state.FrameCheckLength);
        d._layers = layers;
        d.Count = layers.Length;
        d._anomalies = state.Anomalies;
        d.Stop = state.Stop;
        d.OutermostIp = state.OutermostIp;
        d.InnermostIp = state.InnermostIp;
        d.FirstIpv6 = state.FirstIpv6;
        d.Transport = state.Transport;
        d.Application = state.Application;
        d.HasRouterAlert = state.HasRouterAlert;
        d.HasSamples = state.HasSamples;
        d.ForgetBuffers();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void ForgetBuffers()
    {
        // Hardly ever is there any.
        if (_second.Length > 0) _second = _third = _fourth = default;
    }

    /// <summary>The packets rebuilt from the frame, as <see cref="Buffer"/> numbers them from 1.</summary>
    internal void RestoreBuffers(ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, ReadOnlySpan<byte> fourth)
    {
        _second = second;
        _third = third;
        _fourth = fourth;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly void Keep(out DissectionState state)
    {
        state.OriginalLength = _frame.OriginalLength;
        state.Timestamp = _frame.Timestamp;
        state.LinkType = _frame.LinkType;
        state.Number = _frame.Number;
        state.Interface = _frame.Interface;
        state.FrameCheckLength = _frame.FrameCheckLength;
        _anomalies.CopyTo(out state.Anomalies);
        state.Stop = Stop;
        state.OutermostIp = (sbyte)OutermostIp;
        state.InnermostIp = (sbyte)InnermostIp;
        state.FirstIpv6 = (sbyte)FirstIpv6;
        state.Transport = (sbyte)Transport;
        state.Application = (sbyte)Application;
        state.HasRouterAlert = HasRouterAlert;
        state.HasSamples = HasSamples;
    }
}

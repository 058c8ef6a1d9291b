using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>The half of a dissection that lets a <see cref="DissectionBatch"/> keep it.</summary>
public ref partial struct Dissection
{
    // Written where it is wanted: copying two hundred bytes from place to place costs more than making them.
    /// <summary>A dissection as it was when its <see cref="State"/> was taken; its cursor is gone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Dissection(
        Frame frame, Span<Layer> layers, in DissectionState state, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, ReadOnlySpan<byte> fourth)
    {
        Frame = frame;
        _layers = layers;
        Count = layers.Length;
        _second = second;
        _third = third;
        _fourth = fourth;
        _anomalies = state.Anomalies;
        Stop = state.Stop;
        OutermostIp = state.OutermostIp;
        InnermostIp = state.InnermostIp;
        FirstIpv6 = state.FirstIpv6;
        Transport = state.Transport;
        Application = state.Application;
        HasRouterAlert = state.HasRouterAlert;
        HasSamples = state.HasSamples;
        Fragments = null!;
        Lowpan = null!;
    }

    internal readonly ReadOnlySpan<Layer> Layers => _layers[..Count];

    internal readonly DissectionState State => new()
    {
        Anomalies = _anomalies,
        Stop = Stop,
        OutermostIp = (sbyte)OutermostIp,
        InnermostIp = (sbyte)InnermostIp,
        FirstIpv6 = (sbyte)FirstIpv6,
        Transport = (sbyte)Transport,
        Application = (sbyte)Application,
        HasRouterAlert = HasRouterAlert,
        HasSamples = HasSamples,
    };
}

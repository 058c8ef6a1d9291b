using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>The half of a dissection that lets a <see cref="DissectionBatch"/> keep it.</summary>
public ref partial struct Dissection
{
    /// <summary>The dissection that left a state and layers behind; its cursor is gone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Restore([UnscopedRef] ref DissectionState state, ReadOnlySpan<byte> bytes, Span<Layer> layers, ref Dissection d)
    {
        d._state = ref state;
        d._frame = bytes;
        d._layers = layers;
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
}

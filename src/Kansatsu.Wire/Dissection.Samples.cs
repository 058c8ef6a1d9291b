using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>Packets that a monitoring protocol reports: the dissection goes on with each in turn.</summary>
public ref partial struct Dissection
{
    int _nextSample;
    int _samplesEnd;
    int _nextRecord;
    int _recordsEnd;
    byte _sampleBuffer;
    int _sampleNesting;

    /// <summary>Some layers are of packets that another device saw and reported (sFlow).</summary>
    public readonly bool HasSamples => _state.HasSamples;

    /// <summary>All else of them is written when they begin.</summary>
    void ForgetSamples() => _samplesEnd = 0;

    /// <param name="offset">Bytes from the cursor to the first sample.</param>
    /// <param name="length">Bytes of samples.</param>
    internal void BeginSamples(int offset, int length)
    {
        (_nextSample, _samplesEnd, _nextRecord, _recordsEnd) = (_offset + offset, _offset + offset + length, 0, 0);
        (_sampleBuffer, _sampleNesting) = (_buffer, _ipNesting);
    }

    /// <summary>Moves the cursor to the next reported packet.</summary>
    /// <returns>Its first layer, or <see cref="LayerKind.None"/> when there is no other.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LayerKind NextSample() => _samplesEnd == 0 || !HasRoom ? LayerKind.None : ReadSample();

    LayerKind ReadSample()
    {
        var bytes = Buffer(_sampleBuffer);
        if (!SflowLayer.TryNext(bytes, ref _nextSample, _samplesEnd, ref _nextRecord, ref _recordsEnd, out var packet)) return LayerKind.None;
        _state.HasSamples = true;
        _bytes = bytes;
        (_buffer, _quoting, _ipNesting) = (_sampleBuffer, false, _sampleNesting);
        _offset = packet.Offset;
        _end = packet.Offset + packet.Captured;
        _declaredEnd = packet.Offset + packet.Length;
        return packet.First;
    }
}

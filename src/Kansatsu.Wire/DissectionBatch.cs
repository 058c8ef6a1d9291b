using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>
/// Dissections, made where they are kept and with a copy of their bytes, so that another thread can look at them while the dissector reads on
/// (docs/decisions/0005-two-threads.md). Filled by one thread, then read by one other, then cleared and filled again.
/// </summary>
public sealed class DissectionBatch
{
    /// <summary>Frames in a full batch: few enough to stay in a core's cache.</summary>
    public const int MaxFrames = 512;

    /// <summary>Bytes after which a batch is full, however few frames it has.</summary>
    const int FullBytes = 384 << 10;

    /// <summary>Room for one more frame, and what may be rebuilt from it: only a larger one makes a batch grow.</summary>
    const int Spare = 128 << 10;

    readonly Kept[] _items = new Kept[MaxFrames];
    byte[] _bytes = new byte[FullBytes + Spare];
    Layer[] _layers = new Layer[(MaxFrames * 6) + Dissection.MaxLayers];
    int _usedBytes;
    int _usedLayers;

    public int Count { get; private set; }

    public bool IsFull => Count == MaxFrames || _usedBytes >= FullBytes;

    /// <summary>Number of the last frame (<see cref="Frame.Number"/>).</summary>
    public long LastNumber => _items[Count - 1].State.Number;

    /// <summary>Gives the dissection at an index; valid until <see cref="Clear"/>.</summary>
    /// <param name="d">An earlier one, or none; it becomes this one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Get(int index, ref Dissection d)
    {
        ref var item = ref _items[index];
        Dissection.Restore(ref item.State, Slice(item.Frame), _layers.AsSpan(item.Layers.Start, item.Layers.Length), ref d);
        if (item.Second.Length > 0) d.RestoreBuffers(Slice(item.Second), Slice(item.Third), Slice(item.Fourth));
    }

    /// <summary>Has a frame dissected and keeps what comes of it. Not to be called on a full batch.</summary>
    /// <param name="d">An earlier one, or none; it becomes that of the frame, borrowed from the dissector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Dissector dissector, scoped in Frame frame, ref Dissection d)
    {
        ref var item = ref _items[Count++];
        if (_usedLayers + Dissection.MaxLayers > _layers.Length) Array.Resize(ref _layers, _layers.Length * 2);
        dissector.Dissect(frame, ref item.State, _layers.AsSpan(_usedLayers), ref d);
        item.Layers = new Piece(_usedLayers, d.Count);
        _usedLayers += d.Count;
        item.Frame = Copy(frame.Bytes);
        item.Second = Copy(d.Buffer(1));
        if (item.Second.Length > 0) (item.Third, item.Fourth) = (Copy(d.Buffer(2)), Copy(d.Buffer(3)));
    }

    public void Clear() => (Count, _usedBytes, _usedLayers) = (0, 0, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ReadOnlySpan<byte> Slice(Piece piece) => _bytes.AsSpan(piece.Start, piece.Length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Piece Copy(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return default;
        if (_usedBytes + bytes.Length > _bytes.Length) GrowBytes(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_usedBytes));
        var piece = new Piece(_usedBytes, bytes.Length);
        _usedBytes += bytes.Length;
        return piece;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void GrowBytes(int length) => Array.Resize(ref _bytes, (_bytes.Length * 2) + length);

    readonly record struct Piece(int Start, int Length);

    struct Kept
    {
        public DissectionState State;
        public Piece Frame;
        public Piece Layers;

        /// <summary>Empty unless a packet was rebuilt from the frame; the two that follow mean something only then.</summary>
        public Piece Second;
        public Piece Third;
        public Piece Fourth;
    }
}

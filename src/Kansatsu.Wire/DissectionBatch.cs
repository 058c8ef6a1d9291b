using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>
/// Dissections copied out of the dissector that made them, bytes and all, so that another thread can look at them while the dissector reads on
/// (docs/decisions/0005-two-threads.md). Filled by one thread, then read by one other, then cleared and filled again.
/// </summary>
public sealed class DissectionBatch
{
    /// <summary>Frames in a full batch: few enough to stay in a core's cache.</summary>
    public const int MaxFrames = 256;

    /// <summary>Bytes after which a batch is full, however few frames it has.</summary>
    const int FullBytes = 192 << 10;

    readonly Kept[] _items = new Kept[MaxFrames];
    byte[] _bytes = new byte[FullBytes];
    Layer[] _layers = new Layer[MaxFrames * 6];
    int _usedBytes;
    int _usedLayers;

    public int Count { get; private set; }

    public bool IsFull => Count == MaxFrames || _usedBytes >= FullBytes;

    /// <summary>The dissection at an index; valid until <see cref="Clear"/>.</summary>
    public Dissection this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ref readonly var item = ref _items[index];
            var frame = new Frame(
                Slice(item.Frame), item.OriginalLength, item.Timestamp, item.LinkType, item.Number, item.Interface, item.FrameCheckLength);
            return new Dissection(frame, _layers.AsSpan(item.Layers.Start, item.Layers.Length), item.State, Slice(item.Second), Slice(item.Third), Slice(item.Fourth));
        }
    }

    /// <summary>Copies a dissection. Not to be called on a full batch.</summary>
    public void Add(in Dissection d)
    {
        ref var item = ref _items[Count++];
        var frame = d.Frame;
        item.OriginalLength = frame.OriginalLength;
        item.Timestamp = frame.Timestamp;
        item.LinkType = frame.LinkType;
        item.Number = frame.Number;
        item.Interface = frame.Interface;
        item.FrameCheckLength = frame.FrameCheckLength;
        item.State = d.State;
        item.Frame = Copy(frame.Bytes);
        item.Second = Copy(d.Buffer(1));
        item.Third = Copy(d.Buffer(2));
        item.Fourth = Copy(d.Buffer(3));
        item.Layers = new Piece(_usedLayers, d.Count);
        if (_usedLayers + d.Count > _layers.Length) Array.Resize(ref _layers, (_layers.Length * 2) + d.Count);
        d.Layers.CopyTo(_layers.AsSpan(_usedLayers));
        _usedLayers += d.Count;
    }

    public void Clear() => (Count, _usedBytes, _usedLayers) = (0, 0, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ReadOnlySpan<byte> Slice(Piece piece) => _bytes.AsSpan(piece.Start, piece.Length);

    Piece Copy(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return default;
        if (_usedBytes + bytes.Length > _bytes.Length) Array.Resize(ref _bytes, (_bytes.Length * 2) + bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_usedBytes));
        var piece = new Piece(_usedBytes, bytes.Length);
        _usedBytes += bytes.Length;
        return piece;
    }

    readonly record struct Piece(int Start, int Length);

    struct Kept
    {
        public Piece Frame;
        public Piece Second;
        public Piece Third;
        public Piece Fourth;
        public Piece Layers;
        public DissectionState State;
        public Timestamp Timestamp;
        public long Number;
        public int OriginalLength;
        public int Interface;
        public int FrameCheckLength;
        public LinkType LinkType;
    }
}

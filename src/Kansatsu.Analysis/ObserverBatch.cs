using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Dissections on their way to an <see cref="Observer"/>, each with the key of its flow: whoever dissects has the headers at hand, and the observer can
/// look ahead to where the flows are. Filled by one thread, then observed by one other, then cleared and filled again.
/// </summary>
public sealed class ObserverBatch
{
    readonly FlowTable _flows;
    readonly int[] _channels = new int[DissectionBatch.MaxFrames];

    internal ObserverBatch(FlowTable flows) => _flows = flows;

    public DissectionBatch Dissections { get; } = new();

    public int Count => Dissections.Count;

    public bool IsFull => Dissections.IsFull;

    /// <summary>
    /// Keys are not made while the batch is filled, but before it is observed: either side can make them, and the one who waits for the other should. To be set on
    /// an empty batch only.
    /// </summary>
    public bool LeavesKeys { get; set; }

    internal LayerCounts Counts { get; } = new();

    internal FlowKey[] Keys { get; } = new FlowKey[DissectionBatch.MaxFrames];

    internal PacketSigns[] Signs { get; } = new PacketSigns[DissectionBatch.MaxFrames];

    /// <summary>What is probably each frame's flow, plus one; 0 for none.</summary>
    internal int[] Near { get; } = new int[DissectionBatch.MaxFrames];

    internal ulong[] Hashes { get; } = new ulong[DissectionBatch.MaxFrames];

    /// <summary>Has a frame dissected and keeps what comes of it. Not to be called on a full batch.</summary>
    /// <param name="d">An earlier one, or none; it becomes that of the frame, borrowed from the dissector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Dissector dissector, scoped in Frame frame, ref Dissection d)
    {
        var at = Count;
        Dissections.Add(dissector, frame, ref d);
        if (!LeavesKeys) Key(at, d);
    }

    public void Clear() => Dissections.Clear();

    /// <summary>Done by the one who fills batches, now and then: gets memory ready that the observer will want.</summary>
    public void Prepare() => _flows.Prepare();

    /// <summary>Makes the keys that were left.</summary>
    internal void Complete(ref Dissection d)
    {
        for (var i = 0; LeavesKeys && i < Count; i++)
        {
            Dissections.Get(i, ref d);
            Key(i, d);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Key(int at, in Dissection d)
    {
        Counts.CountLayers(d);
        ref var key = ref Keys[at];
        FlowKeys.OfInnermost(d, out key);
        Hashes[at] = _flows.Hash(key);
        PacketSigns.Of(d, key, out Signs[at]);
    }

    internal void Approach(ChannelTable channels, Counters counters)
    {
        counters.Take(Counts);
        var known = _channels.AsSpan(0, Count);
        _flows.Approach(Hashes.AsSpan(0, Count), Near, known);
        for (var i = 0; i < known.Length; i++)
            if (known[i] < 0 && Keys[i].Family == 6) counters.Approach(Keys[i]);
        channels.Approach(known);
    }
}

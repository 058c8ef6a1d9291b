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

    internal FlowKey[] Keys { get; } = new FlowKey[DissectionBatch.MaxFrames];

    internal ulong[] Hashes { get; } = new ulong[DissectionBatch.MaxFrames];

    /// <summary>Copies a dissection. Not to be called on a full batch.</summary>
    public void Add(in Dissection d)
    {
        ref var key = ref Keys[Count];
        key = FlowKeys.OfInnermost(d);
        Hashes[Count] = _flows.Hash(key);
        Dissections.Add(d);
    }

    public void Clear() => Dissections.Clear();

    internal void Approach(ChannelTable channels, Counters counters)
    {
        var known = _channels.AsSpan(0, Count);
        _flows.Approach(Hashes.AsSpan(0, Count), known);
        for (var i = 0; i < known.Length; i++)
            if (known[i] < 0 && Keys[i].Family == 6) counters.Approach(Keys[i]);
        channels.Approach(known);
    }
}

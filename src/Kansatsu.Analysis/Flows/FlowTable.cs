using System.Numerics;
using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// All flows, found by their five-tuple from either side. Records live in chunks that never move; a seeded open-addressing index finds them.
/// At <see cref="Capacity"/> a new flow takes the place of an old one: of those that nobody answered, the one next under the hand first, so that a
/// flood cannot push out the conversations that are known to be real.
/// </summary>
public sealed class FlowTable
{
    /// <summary>Flows kept at once unless told otherwise; 224 bytes each.</summary>
    public const int DefaultCapacity = 1 << 20;

    const int ChunkBits = 12;
    const int ChunkSize = 1 << ChunkBits;

    /// <summary>How many flows the hand looks at for one eviction, on average. Looks that were not needed are saved, so that it can pass over a
    /// long row of conversations to something nobody answered; a table full of conversations costs no more than this.</summary>
    const int HandReach = 32;

    /// <summary>But no single eviction looks at more: a packet must not wait for it.</summary>
    const int LongestReach = 1 << 15;

    const int AnsweredWorth = 2;

    Flow[][] _chunks = new Flow[4][];
    int _chunkCount;
    Flow[]? _spare;
    readonly ulong _seed0;
    readonly ulong _seed1;
    Slot[] _slots = new Slot[4096];
    int _mask = 4095;
    int _used;
    int _hand;
    int _looks;
    ulong _touched;
    long _removals;
    long _removalsBefore;

    /// <param name="capacity">Most flows kept.</param>
    /// <param name="seed">Secret of the hash; random by default so that nobody can aim at one slot.</param>
    public FlowTable(int capacity = DefaultCapacity, ulong? seed = null)
    {
        Capacity = _looks = capacity;
        _seed0 = seed ?? Secret.Next();
        _seed1 = BitOperations.RotateLeft(_seed0 * 0x9e37_79b9_7f4a_7c15, 29) | 1;
    }

    public int Capacity { get; }

    /// <summary>Records in use.</summary>
    public int Count { get; private set; }

    /// <summary>Flows ever begun.</summary>
    public uint Begun { get; private set; }

    /// <summary>Flows that made room for others.</summary>
    public long Evicted { get; private set; }

    /// <summary>Called with a flow just before its record is used again.</summary>
    public Action<FlowTable, int>? Evicting { get; set; }

    public ref Flow this[int index] => ref _chunks[index >> ChunkBits][index & (ChunkSize - 1)];

    /// <summary>Finds the flow of a packet.</summary>
    /// <param name="back">The packet goes from the flow's responder to its initiator.</param>
    /// <returns>Its index, or -1.</returns>
    internal int Find(in FlowKey key, ulong hash, out bool back)
    {
        var slots = _slots;
        for (var at = (int)hash & _mask; ; at = (at + 1) & _mask)
        {
            ref var slot = ref slots[at];
            if (slot.IndexPlusOne == 0) break;
            if (slot.Hash == (uint)hash && IsSame(this[slot.IndexPlusOne - 1], key, out back)) return slot.IndexPlusOne - 1;
        }

        back = false;
        return -1;
    }

    /// <summary>The same, where <see cref="Approach"/> has been before.</summary>
    /// <param name="near">What that said.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Find(in FlowKey key, ulong hash, int near, out bool back) =>
        near > 0 && _removals == _removalsBefore && IsSame(this[near - 1], key, out back) ? near - 1 : Find(key, hash, out back);

    /// <summary>
    /// Touches what <see cref="Find(in FlowKey, ulong, int, out bool)"/> will look at. The packets of a batch belong to flows all over the table; here the loads
    /// of one do not wait for those of another, as they would while packets are observed one by one.
    /// </summary>
    /// <param name="near">As long as the hashes; is given what is probably the flow, plus one; 0 where one will probably begin.</param>
    /// <param name="channels">As long; is given the channels of the flows, plus one; -1 where a flow will begin.</param>
    internal void Approach(ReadOnlySpan<ulong> hashes, Span<int> near, Span<int> channels)
    {
        var (slots, mask, touched) = (_slots, _mask, 0ul);
        near = near[..hashes.Length];
        channels = channels[..hashes.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            var at = (int)hashes[i] & mask;
            var first = slots[at];
            var second = slots[(at + 1) & mask];
            // Without a branch: a wrong guess at it would have to wait for the load, and the loads after it too.
            var isSecond = (int)(((long)(first.Hash ^ (uint)hashes[i]) + uint.MaxValue) >> 32);
            near[i] = first.IndexPlusOne ^ ((first.IndexPlusOne ^ second.IndexPlusOne) & -isSecond);
        }

        for (var i = 0; i < near.Length; i++)
        {
            if (near[i] == 0)
            {
                channels[i] = -1;
                continue;
            }

            ref readonly var flow = ref this[near[i] - 1];
            // Something in each line of memory that packets of a known flow touch.
            touched += flow.Initiator.High + (ulong)flow.Last.Nanoseconds + flow.Tcp.AckOut;
            channels[i] = flow.Channel;
        }

        _touched = touched;
        _removalsBefore = _removals;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Hash(in FlowKey key)
    {
        var both = End(key.Source, key.SourcePort) + End(key.Destination, key.DestinationPort);
        return Mix(both ^ ((ulong)key.Protocol << 32) ^ ((ulong)key.Zone << 8) ^ key.Family, _seed1);
    }

    /// <summary>Begins a flow with the packet's source as initiator.</summary>
    internal int Add(in FlowKey key, ulong hash)
    {
        // A record that was never used is empty: clearing it would fetch lines of memory that most flows never need.
        var isUsed = Count == Capacity;
        var index = isUsed ? Evict() : Take();
        ref var flow = ref this[index];
        if (isUsed) flow = default;
        flow.Initiator = key.Source;
        flow.Responder = key.Destination;
        flow.InitiatorPort = key.SourcePort;
        flow.ResponderPort = key.DestinationPort;
        flow.Protocol = key.Protocol;
        flow.Family = key.Family;
        flow.Zone = key.Zone;
        flow.Number = ++Begun;
        if (++_used * 2 > _slots.Length) GrowIndex();
        Insert((uint)hash, index);
        return index;
    }

    /// <summary>The flow can no longer be found by its ends; its record stays. A new connection between the same ends follows.</summary>
    internal void Detach(int index)
    {
        if (RemoveFromIndex(index)) _used--;
    }

    internal static FlowKey KeyOf(in Flow flow) =>
        new(flow.Initiator, flow.Responder, flow.InitiatorPort, flow.ResponderPort, flow.Protocol, flow.Family, flow.Zone);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IsSame(in Flow flow, in FlowKey key, out bool back)
    {
        back = false;
        if (flow.Protocol != key.Protocol || flow.Family != key.Family || flow.Zone != key.Zone) return false;
        if (flow.InitiatorPort == key.SourcePort && flow.ResponderPort == key.DestinationPort
            && flow.Initiator == key.Source && flow.Responder == key.Destination) return true;
        back = true;
        return flow.InitiatorPort == key.DestinationPort && flow.ResponderPort == key.SourcePort
            && flow.Initiator == key.Destination && flow.Responder == key.Source;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ulong End(Ipv6Address address, ushort port) => Mix(address.High ^ _seed0, address.Low ^ _seed1 ^ ((ulong)port << 40));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b ^ 0xa076_1d64_78bd_642f, out var low);
        return high ^ low;
    }

    /// <summary>
    /// Makes room for more flows, on any thread: memory that the system gives out for the first time costs more than what is then written into it. A small
    /// capture never needs it.
    /// </summary>
    internal void Prepare()
    {
        if (_chunkCount > 1 && _chunkCount << ChunkBits < Capacity && Volatile.Read(ref _spare) is null) Volatile.Write(ref _spare, Fresh.Array<Flow>(ChunkSize));
    }

    int Take()
    {
        if (Count >> ChunkBits == _chunkCount)
        {
            if (_chunkCount == _chunks.Length) Array.Resize(ref _chunks, _chunkCount * 2);
            _chunks[_chunkCount++] = Interlocked.Exchange(ref _spare, null) ?? (_chunkCount > 1 ? Fresh.Array<Flow>(ChunkSize) : new Flow[ChunkSize]);
        }

        return Count++;
    }

    int Evict()
    {
        var victim = _hand;
        var worth = int.MaxValue;
        _looks = Math.Min(_looks + HandReach, Count + HandReach);
        for (var i = 0; _looks > 0 && worth > 0 && (i < HandReach || (worth >= AnsweredWorth && i < LongestReach)); i++, _looks--)
        {
            var candidate = Worth(this[_hand]);
            if (candidate < worth) (victim, worth) = (_hand, candidate);
            _hand = _hand + 1 == Count ? 0 : _hand + 1;
        }

        Evicting?.Invoke(this, victim);
        if (RemoveFromIndex(victim)) _used--;
        Evicted++;
        return victim;
    }

    /// <summary>0 for a single unanswered packet; more for what has proved to be a conversation.</summary>
    static int Worth(in Flow flow)
    {
        if (flow.IsAnswered) return (flow.Flags & FlowFlags.Closed) != 0 ? AnsweredWorth : AnsweredWorth + 1;
        return flow.PacketsOut > 3 ? 1 : 0;
    }

    void GrowIndex()
    {
        var old = _slots;
        _slots = Fresh.Array<Slot>(old.Length * 2);
        _mask = _slots.Length - 1;
        foreach (ref var slot in old.AsSpan())
            if (slot.IndexPlusOne != 0) Insert(slot.Hash, slot.IndexPlusOne - 1);
    }

    void Insert(uint hash, int index)
    {
        var at = (int)hash & _mask;
        while (_slots[at].IndexPlusOne != 0) at = (at + 1) & _mask;
        _slots[at] = new Slot(hash, index + 1);
    }

    bool RemoveFromIndex(int index)
    {
        _removals++;
        var hash = Hash(KeyOf(this[index]));
        var at = (int)hash & _mask;
        while (_slots[at].IndexPlusOne != 0 && _slots[at].IndexPlusOne != index + 1) at = (at + 1) & _mask;
        if (_slots[at].IndexPlusOne == 0) return false;

        // Entries that were pushed behind the hole move up, so that no search ends too early.
        var hole = at;
        for (var next = (hole + 1) & _mask; _slots[next].IndexPlusOne != 0; next = (next + 1) & _mask)
        {
            var home = (int)_slots[next].Hash & _mask;
            if (((next - home) & _mask) < ((next - hole) & _mask)) continue;
            _slots[hole] = _slots[next];
            hole = next;
        }

        _slots[hole] = default;
        return true;
    }

    /// <summary>The hash is kept so that growing does not have to look at the flows.</summary>
    readonly record struct Slot(uint Hash, int IndexPlusOne);
}

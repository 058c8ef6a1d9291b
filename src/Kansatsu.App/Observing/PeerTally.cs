using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>
/// Adds flows up by their far side: by name where one is known, else by address. Exact up to <see cref="Capacity"/> far sides; beyond it the smaller
/// half is forgotten each time it is full, so a flood of random sources cannot make it grow, and the large ones stay.
/// </summary>
sealed class PeerTally
{
    public const int Capacity = 16384;

    readonly SeededHash _hash = SeededHash.New();

    /// <summary>Numbers of sums plus one; open addressing, at most half full, so that a small capture pays for little.</summary>
    int[] _slots = new int[64];
    PeerTraffic[] _sums = new PeerTraffic[32];
    int _count;

    /// <summary>Some were forgotten: the sums of small peers are too low.</summary>
    public bool IsApproximate { get; private set; }

    /// <param name="isInbound">The far side began it, and home is meant.</param>
    public void Add(in Flow flow, bool isInbound)
    {
        if (flow.IsToGroup) return;
        // A flow's name is that of its responder: whoever came to home is known by the address alone.
        var (far, name) = isInbound ? (flow.Initiator, 0) : (flow.Responder, flow.NameId);
        Find(name == 0 ? far : default, name, far).Add(flow);
    }

    /// <summary>The largest by bytes.</summary>
    public PeerTraffic[] Top(int count)
    {
        var largest = LargestFirst(Math.Min(count, _count));
        Array.Sort(largest, IsFirst);
        var top = new PeerTraffic[largest.Length];
        for (var i = 0; i < top.Length; i++) top[i] = _sums[largest[i]];
        return top;
    }

    ref PeerTraffic Find(Ipv6Address key, int name, Ipv6Address address)
    {
        while (true)
        {
            for (var at = Slot(key, name); ; at = (at + 1) & (_slots.Length - 1))
            {
                if (_slots[at] == 0)
                {
                    // Full: once more when there is room.
                    if (_count == _sums.Length) break;
                    _sums[_count++] = new PeerTraffic(key, name, address);
                    _slots[at] = _count;
                    return ref _sums[_count - 1];
                }

                ref var sum = ref _sums[_slots[at] - 1];
                if (sum.NameId == name && sum.Key == key) return ref sum;
            }

            MakeRoom();
        }
    }

    int Slot(Ipv6Address key, int name) => (int)_hash.Of(key, (uint)name) & (_slots.Length - 1);

    void MakeRoom()
    {
        if (_count < Capacity)
        {
            Array.Resize(ref _sums, _count * 2);
            _slots = new int[_slots.Length * 2];
        }
        else
        {
            IsApproximate = true;
            var kept = LargestFirst(Capacity / 2);
            // In their old order none is written over before it was moved.
            Array.Sort(kept);
            for (var i = 0; i < kept.Length; i++) _sums[i] = _sums[kept[i]];
            _count = kept.Length;
            Array.Clear(_slots);
        }

        for (var i = 0; i < _count; i++)
        {
            var at = Slot(_sums[i].Key, _sums[i].NameId);
            while (_slots[at] != 0) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = i + 1;
        }
    }

    /// <summary>Numbers of the largest sums, in no order.</summary>
    int[] LargestFirst(int count)
    {
        var all = new int[_count];
        for (var i = 0; i < all.Length; i++) all[i] = i;
        Largest.First(all, count, IsFirst);
        return all[..count];
    }

    int IsFirst(int a, int b)
    {
        ref readonly var first = ref _sums[a];
        ref readonly var second = ref _sums[b];
        return first.Bytes != second.Bytes ? second.Bytes.CompareTo(first.Bytes) : first.Address.CompareTo(second.Address);
    }
}

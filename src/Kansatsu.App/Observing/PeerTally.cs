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

    /// <summary>Open addressing, at most half full, so that a small capture pays for little and none needs a generic table of the runtime.</summary>
    const int Slots = 2 * Capacity;

    static readonly Comparison<PeerTraffic> s_order = static (a, b) => a.Bytes != b.Bytes ? b.Bytes.CompareTo(a.Bytes) : a.Address.CompareTo(b.Address);

    PeerTraffic?[] _slots = new PeerTraffic?[64];
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
        var all = All();
        Array.Sort(all, s_order);
        return all.Length <= count ? all : all[..count];
    }

    PeerTraffic Find(Ipv6Address key, int name, Ipv6Address address)
    {
        for (var at = Slot(key, name); ; at = (at + 1) & (_slots.Length - 1))
        {
            if (_slots[at] is not { } sum)
            {
                if (_count * 2 >= _slots.Length)
                {
                    MakeRoom();
                    return Find(key, name, address);
                }

                _count++;
                return _slots[at] = new PeerTraffic(key, name, address);
            }

            if (sum.NameId == name && sum.Key == key) return sum;
        }
    }

    int Slot(Ipv6Address key, int name) => (int)((HashCode.Combine(key.High, key.Low, name) * 0x9e37_79b1L) >> 8) & (_slots.Length - 1);

    void MakeRoom()
    {
        var kept = All();
        if (_slots.Length == Slots)
        {
            IsApproximate = true;
            Largest.First(kept, Capacity / 2, s_order);
            kept = kept[..(Capacity / 2)];
        }

        _slots = new PeerTraffic?[Math.Min(Slots, _slots.Length * 2)];
        _count = kept.Length;
        foreach (var sum in kept)
        {
            var at = Slot(sum.Key, sum.NameId);
            while (_slots[at] is not null) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = sum;
        }
    }

    PeerTraffic[] All()
    {
        var all = new PeerTraffic[_count];
        var length = 0;
        foreach (var sum in _slots)
            if (sum is not null) all[length++] = sum;
        return all;
    }
}

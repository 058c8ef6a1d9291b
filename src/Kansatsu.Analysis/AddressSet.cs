using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Counts different addresses, exactly up to <see cref="Capacity"/>; from then on <see cref="Count"/> is a lower bound and
/// <see cref="Refused"/> counts what was turned away.
/// </summary>
public sealed class AddressSet
{
    /// <summary>Addresses kept unless told otherwise: at most 32 MiB.</summary>
    public const int DefaultCapacity = 1 << 20;

    const int FirstSize = 256;

    Ipv6Address[] _slots = new Ipv6Address[FirstSize];
    int _mask = FirstSize - 1;
    int _used;
    bool _hasUnspecified;

    public AddressSet(int capacity = DefaultCapacity) => Capacity = capacity;

    public int Capacity { get; }

    /// <summary>Different addresses added.</summary>
    public int Count => _used + (_hasUnspecified ? 1 : 0);

    /// <summary>Additions of addresses that found no room; the same address may be counted many times.</summary>
    public long Refused { get; private set; }

    public void Add(Ipv6Address address)
    {
        if ((address.High | address.Low) == 0)
        {
            _hasUnspecified = true;
            return;
        }

        var slots = _slots;
        var at = (int)SeededHash.Of(address) & _mask;
        while (true)
        {
            ref var slot = ref slots[at];
            if (slot == address) return;
            if ((slot.High | slot.Low) == 0) break;
            at = (at + 1) & _mask;
        }

        if (_used >= Capacity)
        {
            Refused++;
            return;
        }

        slots[at] = address;
        if (++_used * 2 > slots.Length) Grow();
    }

    void Grow()
    {
        var old = _slots;
        _slots = new Ipv6Address[old.Length * 2];
        _mask = _slots.Length - 1;
        foreach (var address in old)
        {
            if ((address.High | address.Low) == 0) continue;
            var at = (int)SeededHash.Of(address) & _mask;
            while ((_slots[at].High | _slots[at].Low) != 0) at = (at + 1) & _mask;
            _slots[at] = address;
        }
    }
}

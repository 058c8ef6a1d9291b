using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Distinct addresses, exact up to a bound: at <see cref="MaxCount"/> nothing more is added and <see cref="Refused"/> counts. Open addressing under a
/// seeded hash; the unspecified address is kept apart because it marks an empty slot.
/// </summary>
public sealed class AddressSet
{
    /// <summary>Most addresses kept: 64 MiB of slots.</summary>
    public const int MaxCount = 2 << 20;

    readonly ulong _seed = Secret.Next();
    Ipv6Address[] _slots = new Ipv6Address[256];
    int _used;
    bool _hasUnspecified;

    public int Count => _used + (_hasUnspecified ? 1 : 0);

    /// <summary>How often an address was not added because the set was full; the same address may be among them several times.</summary>
    public long Refused { get; private set; }

    /// <returns>True when the address is new.</returns>
    public bool Add(Ipv6Address address)
    {
        if ((address.High | address.Low) == 0)
        {
            var isNew = !_hasUnspecified;
            _hasUnspecified = true;
            return isNew;
        }

        var at = Find(_slots, address);
        if (_slots[at] == address) return false;
        if (_used >= MaxCount)
        {
            Refused++;
            return false;
        }

        _slots[at] = address;
        if (++_used * 2 > _slots.Length) Grow();
        return true;
    }

    /// <summary>Touches what <see cref="Add"/> will look at.</summary>
    /// <returns>Nothing of use: it keeps the load alive.</returns>
    internal ulong Approach(Ipv6Address address) => _slots[Slot(_slots, address)].Low;

    public bool Contains(Ipv6Address address) =>
        (address.High | address.Low) == 0 ? _hasUnspecified : _slots[Find(_slots, address)] == address;

    int Find(Ipv6Address[] slots, Ipv6Address address)
    {
        var mask = slots.Length - 1;
        var at = Slot(slots, address);
        while (slots[at] != address && (slots[at].High | slots[at].Low) != 0) at = (at + 1) & mask;
        return at;
    }

    int Slot(Ipv6Address[] slots, Ipv6Address address)
    {
        var high = Math.BigMul(address.High ^ _seed, address.Low ^ 0x9e37_79b9_7f4a_7c15, out var low);
        return (int)(high ^ low ^ (low >> 32)) & (slots.Length - 1);
    }

    void Grow()
    {
        var larger = Fresh.Array<Ipv6Address>(_slots.Length * 2);
        foreach (var address in _slots)
            if ((address.High | address.Low) != 0) larger[Find(larger, address)] = address;
        _slots = larger;
    }
}

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Numbers from 0 for addresses, in the order they are met. Whoever fills it bounds it.</summary>
sealed class AddressNumbers
{
    readonly RecordList<Ipv6Address> _addresses = new();
    readonly SlotIndex _index = new();

    public int Count => _addresses.Count;

    public Ipv6Address this[int number] => _addresses[number];

    public int NumberOf(Ipv6Address address)
    {
        var found = Find(address, out var hash);
        if (found >= 0) return found;
        var number = _addresses.Add();
        _addresses[number] = address;
        _index.Add(hash, number);
        return number;
    }

    /// <returns>-1 when the address was not met.</returns>
    public int Find(Ipv6Address address) => Find(address, out _);

    int Find(Ipv6Address address, out uint hash)
    {
        hash = _index.Hash.Of(address);
        var candidates = _index.Find(hash);
        while (candidates.MoveNext())
            if (_addresses[candidates.Current] == address) return candidates.Current;
        return -1;
    }
}

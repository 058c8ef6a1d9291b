namespace Kansatsu.Wire;

/// <summary>
/// Finds the kind of the longest block that holds an address. The leading bits decide alone where no longer block begins with them; elsewhere a
/// short list is searched.
/// </summary>
sealed class AddressTable
{
    readonly AddressKind[] _whole;
    readonly Entry[]?[] _mixed;
    readonly int _shift;
    readonly bool _isIpv4;

    /// <param name="leadingBits">How many bits of the address choose the slot.</param>
    public AddressTable(IReadOnlyList<Entry> blocks, int leadingBits, bool isIpv4, AddressKind otherwise)
    {
        (_isIpv4, _shift) = (isIpv4, (isIpv4 ? 32 : 64) - leadingBits);
        _whole = new AddressKind[1 << leadingBits];
        _mixed = new Entry[]?[1 << leadingBits];
        Entry[] longestFirst = [.. blocks.OrderByDescending(entry => entry.Block.Length)];
        for (var slot = 0; slot < _whole.Length; slot++)
        {
            var first = isIpv4 ? Ipv6Address.FromIpv4((uint)slot << _shift) : new Ipv6Address((ulong)slot << _shift, 0);
            var place = new Ipv6Prefix(first, leadingBits + (isIpv4 ? 96 : 0));
            var around = Array.Find(longestFirst, entry => entry.Block.Length <= place.Length && entry.Block.Contains(first));
            _whole[slot] = around == default ? otherwise : around.Kind;
            var inside = Array.FindAll(longestFirst, entry => entry.Block.Length > place.Length && place.Contains(entry.Block.Address));
            if (inside.Length > 0) _mixed[slot] = inside;
        }
    }

    public AddressKind KindOf(Ipv6Address address)
    {
        var slot = (int)((_isIpv4 ? address.Ipv4 : address.High) >> _shift);
        if (_mixed[slot] is { } inside)
            foreach (ref readonly var entry in inside.AsSpan())
                if (entry.Block.Contains(address)) return entry.Kind;
        return _whole[slot];
    }

    internal readonly record struct Entry(Ipv6Prefix Block, AddressKind Kind);
}

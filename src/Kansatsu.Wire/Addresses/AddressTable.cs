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
        Array.Fill(_whole, otherwise);
        // Longer blocks later, over the shorter ones that hold them; of blocks named twice the first stands.
        for (var length = 0; length <= 128; length++)
            for (var i = blocks.Count - 1; i >= 0; i--)
                if (blocks[i].Block.Length == length) Add(blocks[i], leadingBits);
    }

    void Add(Entry entry, int leadingBits)
    {
        var slot = SlotOf(entry.Block.Address);
        var bits = Math.Max(0, entry.Block.Length - (_isIpv4 ? 96 : 0));
        if (bits > leadingBits) _mixed[slot] = _mixed[slot] is { } inside ? [entry, .. inside] : [entry];
        else _whole.AsSpan(slot, 1 << (leadingBits - bits)).Fill(entry.Kind);
    }

    int SlotOf(Ipv6Address address) => (int)((_isIpv4 ? address.Ipv4 : address.High) >> _shift);

    public AddressKind KindOf(Ipv6Address address)
    {
        var slot = SlotOf(address);
        if (_mixed[slot] is { } inside)
            foreach (ref readonly var entry in inside.AsSpan())
                if (entry.Block.Contains(address)) return entry.Kind;
        return _whole[slot];
    }

    internal readonly record struct Entry(Ipv6Prefix Block, AddressKind Kind);
}

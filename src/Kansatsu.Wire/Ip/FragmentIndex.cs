namespace Kansatsu.Wire;

/// <summary>
/// Finds the waiting packet of a fragment: open addressing with the hashes beside the references, so that looking past a packet, and closing the gap
/// that one leaves, touches no other.
/// </summary>
sealed class FragmentIndex
{
    /// <summary>Four slots for each packet that may wait.</summary>
    const int Size = 4 * FragmentTable.MaxPackets;

    const int Mask = Size - 1;

    readonly FragmentedPacket?[] _packets = new FragmentedPacket?[Size];
    readonly int[] _hashes = new int[Size];

    public FragmentedPacket? Find(in FragmentKey key, int hash)
    {
        for (var at = hash & Mask; _packets[at] is { } packet; at = (at + 1) & Mask)
            if (_hashes[at] == hash && packet.Key.Equals(key)) return packet;
        return null;
    }

    public void Add(FragmentedPacket packet)
    {
        var at = packet.Hash & Mask;
        while (_packets[at] is not null) at = (at + 1) & Mask;
        Place(at, packet, packet.Hash);
    }

    public void Remove(FragmentedPacket packet)
    {
        var hole = packet.Hash & Mask;
        while (_packets[hole] != packet) hole = (hole + 1) & Mask;
        // Entries that were pushed behind the hole move up, so that no search ends too early.
        for (var next = (hole + 1) & Mask; _packets[next] is { } moved; next = (next + 1) & Mask)
        {
            if (((next - _hashes[next]) & Mask) < ((next - hole) & Mask)) continue;
            Place(hole, moved, _hashes[next]);
            hole = next;
        }

        _packets[hole] = null;
    }

    void Place(int at, FragmentedPacket packet, int hash) => (_packets[at], _hashes[at]) = (packet, hash);
}

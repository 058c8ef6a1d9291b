using System.Runtime.CompilerServices;

namespace Kansatsu.Analysis;

/// <summary>
/// An open-addressing index from hashes to positions in somebody's list: the list's owner compares the keys. Nothing is ever removed;
/// the owner bounds how much is added.
/// </summary>
sealed class SlotIndex
{
    const int FirstSize = 64;

    Slot[] _slots = new Slot[FirstSize];
    int _mask = FirstSize - 1;
    int _count;

    /// <summary>Makes its hashes.</summary>
    public SeededHash Hash { get; } = SeededHash.New();

    /// <summary>All positions that were added under this hash (and rarely others): walk, compare, stop at the right one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Candidates Find(uint hash) => new(_slots, _mask, hash);

    public void Add(uint hash, int position)
    {
        if (++_count * 2 > _slots.Length) Grow();
        Insert(hash, position);
    }

    public void Clear()
    {
        Array.Clear(_slots);
        _count = 0;
    }

    void Grow()
    {
        var old = _slots;
        _slots = Fresh.Array<Slot>(old.Length * 2);
        _mask = _slots.Length - 1;
        foreach (ref var slot in old.AsSpan())
            if (slot.PositionPlusOne != 0) Insert(slot.Hash, slot.PositionPlusOne - 1);
    }

    void Insert(uint hash, int position)
    {
        var at = (int)hash & _mask;
        while (_slots[at].PositionPlusOne != 0) at = (at + 1) & _mask;
        _slots[at] = new Slot(hash, position + 1);
    }

    internal readonly record struct Slot(uint Hash, int PositionPlusOne);

    public ref struct Candidates(Slot[] slots, int mask, uint hash)
    {
        int _at = (int)hash & mask;

        public int Current { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            while (true)
            {
                ref readonly var slot = ref slots[_at];
                if (slot.PositionPlusOne == 0) return false;
                _at = (_at + 1) & mask;
                if (slot.Hash != hash) continue;
                Current = slot.PositionPlusOne - 1;
                return true;
            }
        }
    }
}

using System.Numerics;

namespace Kansatsu.Wire;

/// <summary>Up to 192 kinds of <see cref="Anomaly"/> as bits; what one frame can hold without allocation.</summary>
public struct AnomalySet
{
    /// <summary>Kinds that fit; every number of <see cref="Anomaly"/> is below.</summary>
    public const int Capacity = 192;

    ulong _low;
    ulong _middle;
    ulong _high;

    public readonly bool IsEmpty => (_low | _middle | _high) == 0;

    public void Add(Anomaly anomaly)
    {
        var bit = 1UL << ((int)anomaly & 63);
        switch ((int)anomaly >> 6)
        {
            case 0: _low |= bit; break;
            case 1: _middle |= bit; break;
            default: _high |= bit; break;
        }
    }

    public readonly bool Contains(Anomaly anomaly) =>
        (((int)anomaly >> 6) switch { 0 => _low, 1 => _middle, _ => _high } & (1UL << ((int)anomaly & 63))) != 0;

    public readonly Enumerator GetEnumerator() => new(this);

    public struct Enumerator(AnomalySet set)
    {
        AnomalySet _set = set;

        public Anomaly Current { get; private set; }

        public bool MoveNext() => Take(ref _set._low, 0) || Take(ref _set._middle, 64) || Take(ref _set._high, 128);

        bool Take(ref ulong word, int first)
        {
            if (word == 0) return false;
            Current = (Anomaly)(first + BitOperations.TrailingZeroCount(word));
            word &= word - 1;
            return true;
        }
    }
}

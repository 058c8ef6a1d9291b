using System.Runtime.CompilerServices;

namespace Kansatsu.Analysis;

/// <summary>The first few payload lengths of a stream, how often each came, and which one beats the time.</summary>
struct PayloadLengths
{
    /// <summary>Lengths told apart; more are counted together.</summary>
    public const int Most = 8;

    /// <summary>Until then any length may beat the time.</summary>
    const int FirstPackets = 8;

    Lengths _lengths;
    Counts _counts;
    uint _total;
    byte _count;
    byte _top;

    public uint Others { readonly get; private set; }

    public readonly int Count => _count;

    public readonly (int Length, uint Times) this[int index] => (_lengths[index], _counts[index]);

    /// <returns>
    /// True when the packet belongs to the beat: most packets of the stream have its length, or the stream has no usual length. News between the
    /// keep-alives of a service is not part of its beat.
    /// </returns>
    public bool Add(int length)
    {
        _total++;
        if (_count > 0 && _lengths[_top] == length)
        {
            _counts[_top]++;
            return true;
        }

        Tally(Math.Min(length, ushort.MaxValue));
        return _total <= FirstPackets || _counts[_top] * 5L < _total * 3L;
    }

    void Tally(int length)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_lengths[i] != length) continue;
            if (++_counts[i] > _counts[_top]) _top = (byte)i;
            return;
        }

        if (_count == Most)
        {
            Others++;
            return;
        }

        (_lengths[_count], _counts[_count]) = ((ushort)length, 1);
        _count++;
    }

    [InlineArray(Most)]
    struct Lengths
    {
        ushort _first;
    }

    [InlineArray(Most)]
    struct Counts
    {
        uint _first;
    }
}

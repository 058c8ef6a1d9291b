using System.Runtime.CompilerServices;

namespace Kansatsu.Analysis;

/// <summary>The first few payload lengths of a stream, how often each came, and which one beats the time.</summary>
struct PayloadLengths
{
    /// <summary>Lengths told apart; more are counted together.</summary>
    public const int Most = 8;

    uint _total;
    byte _count;
    byte _top;
    bool _isSettled;
    Lengths _lengths;
    Counts _counts;

    public uint Others { readonly get; private set; }

    public readonly int Count => _count;

    public readonly (int Length, uint Times) this[int index] => (_lengths[index], _counts[index]);

    /// <summary>Only packets of the usual length beat the time: what comes between the keep-alives of a service is not part of its beat.</summary>
    public readonly bool IsSettled => _isSettled;

    /// <returns>Whether the packet belongs to the beat.</returns>
    public bool Add(int length)
    {
        _total++;
        if (_count > 0 && _lengths[_top] == length)
        {
            _counts[_top]++;
            return true;
        }

        Tally(Math.Min(length, ushort.MaxValue));
        return !_isSettled;
    }

    /// <summary>The beat is known for certain: it is that of this length, when it is the length of most packets.</summary>
    public void Settle(int length) => _isSettled = _lengths[_top] == length && _counts[_top] * 5L >= _total * 3L;

    /// <summary>The usual length comes no more.</summary>
    public void Unsettle() => _isSettled = false;

    void Tally(int length)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_lengths[i] != length) continue;
            if (++_counts[i] > _counts[_top] && !_isSettled) _top = (byte)i;
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

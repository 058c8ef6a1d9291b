using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Packets over the whole time of watching, in 64 columns of equal length: when time outgrows them, two become one. All streams share one axis, which
/// begins with the watch.
/// </summary>
struct Heartbeat
{
    public const int Columns = 64;

    /// <summary>A column is at first 2^27 ns long, an eighth of a second; columns double.</summary>
    const int FirstShift = 27;

    byte _level;
    Bins _bins;

    /// <summary>How often columns doubled.</summary>
    public readonly int Level => _level;

    public void Add(Timestamp time, Timestamp begin)
    {
        var since = time.Since(begin);
        if (since < 0) return;
        while (since >> (FirstShift + _level) >= Columns) Widen();
        ref var bin = ref _bins[(int)(since >> (FirstShift + _level))];
        if (bin < byte.MaxValue) bin++;
    }

    /// <summary>Packets by column, up to the column of <paramref name="now"/>; a column holds at most 255.</summary>
    /// <param name="column">Nanoseconds of a column.</param>
    public readonly byte[] ReadUntil(Timestamp now, Timestamp begin, out long column)
    {
        var copy = this;
        var since = Math.Max(0, now.Since(begin));
        while (since >> (FirstShift + copy._level) >= Columns) copy.Widen();
        column = 1L << (FirstShift + copy._level);
        return ((ReadOnlySpan<byte>)copy._bins)[..(int)((since >> (FirstShift + copy._level)) + 1)].ToArray();
    }

    void Widen()
    {
        for (var i = 0; i < Columns / 2; i++) _bins[i] = (byte)Math.Min(byte.MaxValue, _bins[2 * i] + _bins[(2 * i) + 1]);
        ((Span<byte>)_bins)[(Columns / 2)..].Clear();
        _level++;
    }

    [InlineArray(Columns)]
    struct Bins
    {
        byte _first;
    }
}

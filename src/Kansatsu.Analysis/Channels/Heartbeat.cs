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

    // The packets of one column are counted beside what else every packet touches; the columns themselves are touched when one is over.
    Bins _bins;
    byte _level;
    byte _column;
    byte _packets;

    /// <summary>How often columns doubled.</summary>
    public readonly int Level => _level;

    public void Add(Timestamp time, Timestamp begin)
    {
        var since = time.Since(begin);
        if (since < 0) return;
        while (since >> (FirstShift + _level) >= Columns) Widen();
        var column = (byte)(since >> (FirstShift + _level));
        if (column != _column) Turn(column);
        if (_packets < byte.MaxValue) _packets++;
    }

    /// <summary>Packets by column, up to the column of <paramref name="now"/>; a column holds at most 255.</summary>
    /// <param name="column">Nanoseconds of a column.</param>
    public readonly byte[] ReadUntil(Timestamp now, Timestamp begin, out long column)
    {
        var copy = this;
        var since = Math.Max(0, now.Since(begin));
        while (since >> (FirstShift + copy._level) >= Columns) copy.Widen();
        copy.Turn(copy._column);
        column = 1L << (FirstShift + copy._level);
        return ((ReadOnlySpan<byte>)copy._bins)[..(int)((since >> (FirstShift + copy._level)) + 1)].ToArray();
    }

    void Turn(byte column)
    {
        ref var bin = ref _bins[_column];
        bin = (byte)Math.Min(byte.MaxValue, bin + _packets);
        (_column, _packets) = (column, 0);
    }

    void Widen()
    {
        Turn((byte)(_column / 2));
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

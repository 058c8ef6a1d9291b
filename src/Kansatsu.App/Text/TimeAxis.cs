using System.Globalization;
using Kansatsu.Wire;

namespace Kansatsu.App.Text;

/// <summary>The line of times under columns of bins: a mark in the column where a round moment falls, its time right of it.</summary>
/// <param name="bin">Nanoseconds of a bin.</param>
/// <param name="columns">Columns that a bin takes.</param>
sealed class TimeAxis(Clock clock, long bin, int columns)
{
    const long Second = Timestamp.PerSecond;
    const long Minute = 60 * Second;
    const long Day = 86400 * Second;

    static readonly long[] s_steps =
    [
        .. Of(Second / 1000, 1, 5, 10, 50, 100, 500), .. Of(Second, 1, 5, 10, 30), .. Of(Minute, 1, 2, 5, 10, 30), .. Of(60 * Minute, 1, 2, 6, 12),
        .. Of(Day, 1, 2, 7, 14, 30, 90, 360, 3600, 36000),
    ];

    /// <summary>The mark and a space after the time.</summary>
    const int AroundTime = 2;

    public string Write(Timestamp start, int bins)
    {
        var zero = start.Add(clock.OffsetAt(start)).Nanoseconds;
        var step = Step();
        var line = new char[bins * columns + 24];
        Array.Fill(line, ' ');
        var free = 0;
        for (var i = 0; i < bins; i++)
        {
            var at = start.Add(i * bin);
            var isRound = Begins(zero + (i * bin), step);
            // The first column is marked, to the second, when no round moment falls into the first half: no axis is without a time.
            if (!isRound && !(i == 0 && NextBegin(zero, step) > bins / 2)) continue;
            if (i * columns < free) continue;
            var text = "╵" + clock.ToLocal(isRound ? at.Add(bin - 1 - Modulo(zero + (i * bin) + bin - 1, step)) : at).ToString(Format(isRound ? step : bin), CultureInfo.InvariantCulture);
            if ((i * columns) + text.Length > line.Length) break;
            text.CopyTo(0, line, i * columns, text.Length);
            free = (i * columns) + text.Length + 1;
        }

        return new string(line).TrimEnd();
    }

    /// <summary>A round moment lies in the bin.</summary>
    bool Begins(long local, long step) => Modulo(local, step) is 0 || Modulo(local, step) + bin > step;

    long NextBegin(long local, long step) => Modulo(local, step) == 0 ? 0 : (step - Modulo(local, step)) / bin;

    /// <summary>The shortest round step that leaves room for its times.</summary>
    long Step()
    {
        foreach (var step in s_steps)
            if (step >= bin && step / bin * columns >= Format(step).Length + AroundTime) return step;
        return Math.Max(s_steps[^1], bin * 12);
    }

    string Format(long step) => step switch
    {
        < Second => "HH:mm:ss.fff",
        < Minute => "HH:mm:ss",
        < Day / 12 => "HH:mm",
        < Day => "MM-dd HH:mm",
        _ => "yyyy-MM-dd",
    };

    static IEnumerable<long> Of(long unit, params long[] counts) => counts.Select(c => c * unit);

    static long Modulo(long value, long by) => ((value % by) + by) % by;
}

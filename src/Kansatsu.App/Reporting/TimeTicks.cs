using System.Globalization;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Reporting;

/// <summary>Round moments along a time axis, at most nine.</summary>
static class TimeTicks
{
    const int Most = 9;
    const long Second = Timestamp.PerSecond;
    const long Day = 86400 * Second;

    static readonly long[] s_steps =
    [
        Second / 10, Second / 2, Second, 5 * Second, 10 * Second, 20 * Second, 30 * Second, 60 * Second, 120 * Second, 300 * Second, 600 * Second, 1200 * Second, 1800 * Second, 3600 * Second,
        2 * 3600 * Second, 4 * 3600 * Second, 6 * 3600 * Second, 12 * 3600 * Second, Day, 2 * Day, 7 * Day, 14 * Day, 30 * Day, 90 * Day, 360 * Day, 3600 * Day,
    ];

    public static IEnumerable<(Timestamp Time, string Text)> Of(Timestamp from, Timestamp to, Clock clock)
    {
        var span = to.Since(from);
        if (span <= 0) yield break;
        var step = s_steps.FirstOrDefault(s => span / s < Most, s_steps[^1]);
        var local = from.Add(clock.OffsetAt(from)).Nanoseconds;
        var first = from.Add((step - (((local % step) + step) % step)) % step);
        for (var time = first; time <= to; time = time.Add(step)) yield return (time, clock.ToLocal(time).ToString(Format(step), CultureInfo.InvariantCulture));
    }

    static string Format(long step) => step switch
    {
        < Second => "HH:mm:ss.f",
        < 60 * Second => "HH:mm:ss",
        < Day / 4 => "HH:mm",
        < Day => "MM-dd HH:mm",
        _ => "yyyy-MM-dd",
    };
}

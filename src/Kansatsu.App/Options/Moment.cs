using System.Globalization;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Options;

/// <summary>A moment as --since and --until take it: an RFC 3339 date and time, or a time of day on the day of the first frame.</summary>
readonly record struct Moment(Timestamp Time, bool IsTimeOfDay)
{
    static readonly string[] TimesOfDay = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF", "H:mm"];
    static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF"];
    static readonly string[] DatesWithOffset = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz"];

    /// <param name="clock">In whose zone a text without offset is meant.</param>
    public static bool TryParse(string text, Clock clock, out Moment moment)
    {
        moment = default;
        if (DateTime.TryParseExact(text, TimesOfDay, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var time))
        {
            moment = new Moment(new Timestamp(time.TimeOfDay.Ticks * 100), IsTimeOfDay: true);
            return true;
        }

        var zulu = text.EndsWith('Z') || text.EndsWith('z') ? text[..^1] + "+00:00" : text;
        if (DateTimeOffset.TryParseExact(zulu, DatesWithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
        {
            moment = new Moment(Clock.ToTimestamp(exact.UtcDateTime), IsTimeOfDay: false);
            return true;
        }

        if (!DateTime.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return false;
        moment = new Moment(clock.FromLocal(local), IsTimeOfDay: false);
        return true;
    }

    /// <param name="first">The first frame: a time of day means its day.</param>
    public Timestamp On(Timestamp first, Clock clock) =>
        IsTimeOfDay ? clock.FromLocal(clock.ToLocal(first).Date.AddTicks(Time.Nanoseconds / 100)) : Time;
}

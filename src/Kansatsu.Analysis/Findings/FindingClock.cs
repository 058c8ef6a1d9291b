using System.Globalization;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Moments in sentences: the day when that tells two of them apart, otherwise the time of day too.</summary>
sealed class FindingClock(Func<Timestamp, long> offset)
{
    public string Day(Timestamp time) => Local(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Moment(Timestamp time) => Local(time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The end of something old and the beginning of something new, as short as it can be said.</summary>
    public (string Until, string Since) Turn(Timestamp before, Timestamp since) =>
        Day(before) != Day(since) ? (Day(before), Day(since)) : (Moment(before), Moment(since)[11..]);

    DateTime Local(Timestamp time) => time.Add(offset(time)).ToUtc();
}

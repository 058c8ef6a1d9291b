using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>The days on which anything was watched, as people in one zone count them, and how long one learns before anything is called new.</summary>
public sealed class WatchedDays
{
    /// <summary>Watched days before anything is called new: until then everything is.</summary>
    public const int Learning = 3;

    const long Hour = 3600 * Timestamp.PerSecond;

    readonly Func<Timestamp, long> _offset;
    readonly List<DateOnly> _days = [];

    /// <param name="hours">Hours since 1970 with any packet, ascending.</param>
    /// <param name="offset">Nanoseconds that local time is ahead of UTC.</param>
    public WatchedDays(IEnumerable<int> hours, Func<Timestamp, long> offset)
    {
        _offset = offset;
        foreach (var hour in hours)
        {
            var day = DayOf(new Timestamp(hour * Hour));
            if (_days.Count == 0 || day > _days[^1]) _days.Add(day);
        }
    }

    public IReadOnlyList<DateOnly> Days => _days;

    /// <summary>The last day of learning; null while it goes on.</summary>
    public DateOnly? LearnedOn => _days.Count >= Learning ? _days[Learning - 1] : null;

    /// <summary>On this day everything is still new, so nothing is called so.</summary>
    public bool IsLearning(DateOnly day) => LearnedOn is not { } last || day <= last;

    public DateOnly DayOf(Timestamp time) => DateOnly.FromDateTime(time.Add(_offset(time)).ToUtc());

    public DateOnly DayOfHour(int hour) => DayOf(new Timestamp(hour * Hour));

    /// <summary>Its first moment.</summary>
    public Timestamp StartOf(DateOnly day)
    {
        var utc = new Timestamp((day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * 24L * Hour);
        var start = utc.Add(-_offset(utc));
        // Where the clocks were put forward or back between the two.
        return utc.Add(-_offset(start));
    }

    /// <summary>Position among the watched days; for a day that was not watched, that of the next one.</summary>
    public int IndexOf(DateOnly day)
    {
        var at = _days.BinarySearch(day);
        return at < 0 ? ~at : at;
    }
}

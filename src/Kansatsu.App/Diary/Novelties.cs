using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Store;

namespace Kansatsu.App.Diary;

/// <summary>What is new and what stays away across the days of a store, as its lives stand now.</summary>
sealed class Novelties
{
    readonly WatchedDays _watched;

    Novelties(WatchedDays watched, IReadOnlyList<Finding> all) => (_watched, All) = (watched, all);

    /// <summary>In the order of time.</summary>
    public IReadOnlyList<Finding> All { get; }

    public IReadOnlyList<DateOnly> Days => _watched.Days;

    /// <summary>The last day of learning; null while it goes on.</summary>
    public DateOnly? LearnedOn => _watched.LearnedOn;

    public bool IsLearning(DateOnly day) => _watched.IsLearning(day);

    public static Novelties Of(StoreQueries store, Clock clock)
    {
        var (hours, lives) = store.Lives();
        var watched = new WatchedDays(hours, clock.OffsetAt);
        return new Novelties(watched, new NoveltyFinder(watched).Find(lives));
    }
}

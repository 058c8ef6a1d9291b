using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What is worth telling without being asked, concluded from the tables as they stand.</summary>
public sealed class FindingFinder
{
    readonly Observer _observer;
    IReadOnlyList<Finding> _found = [];
    (long Frames, Timestamp Now) _asOf = (-1, default);

    internal FindingFinder(Observer observer) => _observer = observer;

    /// <summary>Most severe first, then in the order of time.</summary>
    public IReadOnlyList<Finding> All
    {
        get
        {
            var asOf = (_observer.Counters.Frames, _observer.Watch.Now);
            if (_asOf == asOf) return _found;
            _asOf = asOf;
            return _found = Find();
        }
    }

    List<Finding> Find()
    {
        var ties = _observer.Causes.FreshTies();
        var found = new List<Finding>();
        var moves = new MoveFinder(_observer, ties);
        var breaks = new BreakFinder(_observer, ties);
        foreach (var story in NameStories.Of(_observer))
        {
            breaks.Add(story, found);
            moves.Add(story, found);
        }

        new ListedFinder(_observer).Add(found);
        new Nat64Finder(_observer).Add(found);
        new ChannelFinder(_observer).Add(found);
        new ControlFinder(_observer).Add(found);
        found.Sort(static (a, b) => a.Severity != b.Severity ? b.Severity.CompareTo(a.Severity)
            : a.First != b.First ? a.First.CompareTo(b.First) : string.CompareOrdinal(a.Subject, b.Subject));
        return found;
    }
}

namespace Kansatsu.Analysis;

/// <summary>
/// Finds the silences of one life. Only what came on several days can be missed; a silence is one when it lasts longer, in watched days, than any before.
/// </summary>
static class Silences
{
    /// <summary>What was met on fewer days has no habit yet. Routers and streams do not sleep; whom home speaks with depends on people.</summary>
    const int LeastDays = 3;
    const int LeastDaysOfPeople = 7;

    public static IEnumerable<Silence> Of(SubjectLife life, WatchedDays watched)
    {
        var (days, widest, previous) = (0, 1, -1);
        var least = life.Subject.Kind is SubjectKind.Peer or SubjectKind.Service ? LeastDaysOfPeople : LeastDays;
        foreach (var at in DaysOf(life, watched))
        {
            if (previous >= 0)
            {
                var step = at - previous;
                if (days >= least && step > widest) yield return new Silence(watched.Days[previous], watched.Days[previous + widest], watched.Days[at]);
                widest = Math.Max(widest, step);
            }

            previous = at;
            days++;
        }

        // The newest day may not be over: what has not come on it may still come.
        var lastWhole = watched.Days.Count - 2;
        if (days >= least && previous >= 0 && lastWhole - previous >= widest) yield return new Silence(watched.Days[previous], watched.Days[previous + widest], null);
    }

    /// <summary>Positions among the watched days, each once.</summary>
    static IEnumerable<int> DaysOf(SubjectLife life, WatchedDays watched)
    {
        var before = -1;
        foreach (var hour in life.Hours)
        {
            var at = watched.IndexOf(watched.DayOfHour(hour));
            if (at == before || at >= watched.Days.Count) continue;
            yield return before = at;
        }
    }
}

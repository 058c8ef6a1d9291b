using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>An earthquake as the telegrams tell it: its reports in order. Drills and tests of the same number are another event.</summary>
public sealed class EewEvent
{
    /// <summary>Not every event gets a final report; without news for so long it is over.</summary>
    public const long TimeOut = 180 * Timestamp.PerSecond;

    EewEvent(string id, EewStanding standing, List<EewReport> reports) => (Id, Standing, Reports) = (id, standing, reports);

    /// <summary>Fourteen digits; from the wire.</summary>
    public string Id { get; }

    public EewStanding Standing { get; }

    /// <summary>By serial, each text once.</summary>
    public IReadOnlyList<EewReport> Reports { get; }

    public EewState State { get; private set; }

    public EewVerdict Verdict { get; private set; }

    /// <summary>The report that holds: the highest serial among the best judged.</summary>
    public EewReport Held { get; private set; } = null!;

    /// <summary>The last report before a cancellation, to show what was cancelled; else <see cref="Held"/>.</summary>
    public EewReport Content { get; private set; } = null!;

    internal static IReadOnlyList<EewEvent> Of(IReadOnlyList<EewReport> reports, Timestamp now)
    {
        var events = new List<EewEvent>();
        var byKey = new Dictionary<(string, EewStanding), List<EewReport>>();
        foreach (var report in reports)
        {
            if (report.Telegram is null || report.ReplayOf is not null) continue;
            var key = (report.EventId, report.Standing);
            if (!byKey.TryGetValue(key, out var list))
            {
                byKey.Add(key, list = []);
                events.Add(new EewEvent(report.EventId, report.Standing, list));
            }

            list.Add(report);
        }

        foreach (var @event in events) @event.Settle((List<EewReport>)@event.Reports, now);
        return events;
    }

    void Settle(List<EewReport> reports, Timestamp now)
    {
        // A text that came on two ports is one report: the better one.
        var best = reports.Min(r => r.Verdict);
        var one = reports.GroupBy(r => r.Words, StringComparer.Ordinal).Select(g => g.MinBy(r => r.Verdict)!).ToHashSet();
        reports.RemoveAll(r => !one.Contains(r));
        var held = reports.Where(r => r.Verdict == best).ToList();
        var (state, last) = (EewState.Open, held[0]);
        Content = held[0];
        foreach (var report in held)
        {
            var telegram = report.Telegram!;
            if (telegram.IsCancel) state = EewState.Cancelled;
            else
            {
                if (telegram.IsFinal) state = EewState.Final;
                else if (telegram.Status is '7' || state is EewState.Open) state = EewState.Open;
                Content = report;
            }

            last = report;
        }

        (Held, Verdict) = (last, best);
        State = state == EewState.Open && now.Since(last.Last) > TimeOut ? EewState.TimedOut : state;
        reports.Sort(static (a, b) => Order(a).CompareTo(Order(b)));
    }

    static (int Serial, long Time, uint Frame) Order(EewReport report) =>
        (report.Telegram!.Serial ?? int.MaxValue, report.First.Nanoseconds, report.Frames.Count > 0 ? report.Frames[0] : 0);
}

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// The verdict on each telegram, from what it says, how it came, and the others. First each is looked at by itself; then only those that stood that
/// test make the story against which the rest is held, so that a forgery does not cast doubt on what is true.
/// </summary>
public static class EewJudge
{
    internal static void Judge(IReadOnlyList<EewReport> reports, IReadOnlyList<EewStream> streams, Timestamp begin, Timestamp end)
    {
        if (reports.Count == 0) return;
        var against = new Dictionary<EewReport, EewObjections>(reports.Count);
        foreach (var report in reports)
        {
            var objections = new EewObjections();
            foreach (var own in report.Own) objections.Add(own.Reason, own.Says.English, own.Says.Japanese);
            EewArrivalChecks.Check(report, streams, begin, end, objections);
            against.Add(report, objections);
        }

        var events = reports.Where(r => r.Telegram is not null && r.ReplayOf is null).GroupBy(r => (r.EventId, r.IsLive)).Select(g => g.ToList()).ToList();
        foreach (var one in events) EewStoryChecks.CheckEnds(one, against);
        foreach (var stream in streams) EewStoryChecks.CheckCounters(stream, against);
        foreach (var one in events) EewStoryChecks.CheckEvent(one, against);
        foreach (var report in reports)
        {
            report.Objections = against[report].All;
            report.Verdict = EewReasonNames.VerdictOf(report.Objections);
            report.Supports = report.Verdict == EewVerdict.Consistent ? EewArrivalChecks.SupportsOf(report, reports) : [];
        }
    }

    /// <summary>What is to be thought of a stream's own rhythm.</summary>
    public static IReadOnlyList<EewObjection> ObjectionsTo(EewStream stream)
    {
        var to = new EewObjections();
        to.AddIf(stream.KeepAlives == 0, EewReason.NoKeepAlives, "no keep-alives", "キープアライブがない");
        to.AddIf(stream.HopLimits.Count > 1, EewReason.HopLimit, $"keep-alives with hop limits {string.Join(", ", stream.HopLimits)}", $"キープアライブのホップリミットが {string.Join(", ", stream.HopLimits)}");
        to.AddIf(stream.LinkSources.Count > 1, EewReason.LastHop, $"keep-alives from {string.Join(", ", stream.LinkSources)}", $"キープアライブの送り元が {string.Join(", ", stream.LinkSources)}");
        to.AddIf(stream.OddPeriods > 0, EewReason.KeepAlivePeriod, $"{stream.OddPeriods} times between bursts are no multiple of 30 s", $"間隔が 30 秒の倍数でないところが {stream.OddPeriods}");
        // Copies get lost now and then; a sender with another habit loses its on every burst.
        to.AddIf(stream.OddBursts * 4 > stream.Bursts, EewReason.KeepAliveCopies, $"{stream.OddBursts} of {stream.Bursts} bursts have not three copies", $"{stream.Bursts} 回のうち {stream.OddBursts} 回が 3 通でない");
        to.AddIf(stream.Irregular > 0, EewReason.KeepAliveContent, $"{stream.Irregular} keep-alives have content or a wrong length", $"中身や長さのおかしいキープアライブが {stream.Irregular}");
        return to.All;
    }
}

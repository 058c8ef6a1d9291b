using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Telegrams against one another: counters of a stream, the reports of an event.</summary>
static class EewStoryChecks
{
    const int MostCounterJump = 1000;
    const int SequenceRange = 100_000;
    const int MostSequenceJump = 3000;
    const long Minute = 60 * Timestamp.PerSecond;
    const double MostMagnitudeChange = 3.5;
    const double MostMove = 600;
    const long MostOriginChange = 180 * Timestamp.PerSecond;

    public static void CheckCounters(EewStream stream, Dictionary<EewReport, EewObjections> against)
    {
        EewReport? last = null;
        foreach (var report in stream.Reports)
        {
            var to = against[report];
            if (report.ReplayOf is not null || report.Form != EewForm.Ocn) continue;
            if (last is not null)
            {
                CheckCounter(report, last, to);
                CheckSequence(report, last, to);
            }

            if (to.Count == 0) last = report;
        }
    }

    static void CheckCounter(EewReport report, EewReport last, EewObjections to)
    {
        if (report.Counter <= 0 || last.Counter <= 0) return;
        var isBack = report.Day < last.Day || (report.Day == last.Day && report.Counter <= last.Counter);
        to.AddIf(isBack, EewReason.CounterBack, $"counter {report.Day} {report.Counter} after {last.Day} {last.Counter}", $"通番 {last.Day} {last.Counter} の後に {report.Day} {report.Counter}");
        to.AddIf(report.Day == last.Day && report.Counter - last.Counter > MostCounterJump, EewReason.Counter, $"the counter jumps from {last.Counter} to {report.Counter}", $"通番が {last.Counter} から {report.Counter} に飛ぶ");
    }

    static void CheckSequence(EewReport report, EewReport last, EewObjections to)
    {
        if (report.Sequence is not { } now || last.Sequence is not { } before) return;
        // Five digits that begin again: less than half the range on is forward.
        var step = (now - before + SequenceRange) % SequenceRange;
        to.AddIf(step is 0 or >= SequenceRange / 2 || (step > MostSequenceJump && report.First.Since(last.First) < Minute), EewReason.SequenceBack,
            $"control sequence {now:00000} after {before:00000}", $"制御ヘッダーの番号 {before:00000} の後に {now:00000}");
    }

    /// <summary>
    /// An end that came too early: others go on as if it had not been. A cancellation needs one report that does, with the next serial; a final
    /// report, which a forgery may well repeat, needs a second one behind it.
    /// </summary>
    /// <param name="reports">Of one event, in the order in which they came.</param>
    public static void CheckEnds(IReadOnlyList<EewReport> reports, Dictionary<EewReport, EewObjections> against)
    {
        for (var i = 0; i < reports.Count; i++)
        {
            var (end, telegram) = (reports[i], reports[i].Telegram!);
            if (!(telegram.IsCancel || telegram.IsFinal) || telegram.Serial is not { } serial || against[end].Count > 0) continue;
            var (before, next, further) = (0, (EewReport?)null, false);
            for (var j = 0; j < reports.Count; j++)
            {
                var (other, its) = (reports[j], reports[j].Telegram!);
                if (j == i || its.Serial is not { } number || against[other].Count > 0) continue;
                if (j < i) before = Math.Max(before, number);
                else if (its.IsCancel || its.IsCorrection) continue;
                else if (number > before && number <= serial) next ??= other;
                else further |= next is not null && number > serial;
            }

            if (next is not null && (telegram.IsCancel || further))
                against[end].Add(EewReason.EarlyCancel, $"ends the event, but report {next.Telegram!.Serial} came after it", $"終わりを告げた後に第 {next.Telegram!.Serial} 報が届いた");
        }
    }

    /// <param name="reports">Of one event, in the order in which they came.</param>
    public static void CheckEvent(IReadOnlyList<EewReport> reports, Dictionary<EewReport, EewObjections> against)
    {
        var held = new List<EewReport>();
        foreach (var report in reports)
        {
            var to = against[report];
            var isTold = CheckAgainstHeld(report, held, to, against);
            if (held.LastOrDefault(h => against[h].Count == 0) is not { } last) to.AddIf(report.Telegram!.IsCancel, EewReason.UnknownEvent, "cancels an event of which nothing was seen", "見たことのない地震の取り消し");
            else if (!isTold) CheckStep(report, last, to);
            held.Add(report);
        }
    }

    /// <returns>Whether the same words came before, on another port or from another sender.</returns>
    static bool CheckAgainstHeld(EewReport report, List<EewReport> held, EewObjections to, Dictionary<EewReport, EewObjections> against)
    {
        var telegram = report.Telegram!;
        var isTold = false;
        foreach (var earlier in held)
        {
            var isSameText = earlier.Words == report.Words;
            isTold |= isSameText;
            if (isSameText && earlier.Stream == report.Stream)
                to.Add(EewReason.Replay, $"the text of frame {earlier.Frames[0]} again, with another header", $"フレーム {earlier.Frames[0]} の本文が別のヘッダーで再び届いた");
            if (isSameText || telegram.IsCorrection || telegram.Serial is null || earlier.Telegram!.Serial != telegram.Serial) continue;
            Blame(report, earlier, to, against[earlier]);
        }

        return isTold;
    }

    /// <summary>Of two texts with one serial the later is blamed, unless only the earlier has stood out already.</summary>
    static void Blame(EewReport report, EewReport earlier, EewObjections to, EewObjections its)
    {
        var reason = report.Stream!.Source == earlier.Stream!.Source ? EewReason.SameSerial : EewReason.SecondSource;
        if (to.Count == 0 && its.Count > 0)
            its.Add(reason, $"frame {report.Frames[0]} has the same serial and another text", $"フレーム {report.Frames[0]} が同じ番号で別の本文");
        else to.Add(reason, $"frame {earlier.Frames[0]} has the same serial and another text", $"フレーム {earlier.Frames[0]} が同じ番号で別の本文");
    }

    /// <summary>A report against the last one that is believed.</summary>
    static void CheckStep(EewReport report, EewReport last, EewObjections to)
    {
        var (t, before) = (report.Telegram!, last.Telegram!);
        if (t.Serial is not { } serial || before.Serial is not { } held || report.Words == last.Words) return;
        var isEnded = before.IsCancel || before.IsFinal;
        to.AddIf(isEnded && t.Status is not ('6' or '7'), EewReason.AfterEnd, $"report {held} had ended the event", $"第 {held} 報で終わったはず");
        to.AddIf(serial < held && t.Status is not '6', EewReason.OldSerial, $"report {serial} after report {held}", $"第 {held} 報の後に第 {serial} 報");
        if (serial <= held) return;
        to.AddIf(t.Issued is { } issued && before.Issued is { } earlier && issued < earlier, EewReason.IssueOrder, $"issued before report {held}", $"第 {held} 報より前の発表");
        if (t.IsCancel || before.IsCancel) return;
        to.AddIf(before.IsWarning && !t.IsWarning, EewReason.WarningDropped, $"report {held} was a warning, this is none", $"第 {held} 報は警報、これはそうでない");
        if (serial == held + 1) CheckChange(t, before, to);
        if (!t.IsAssumed && !before.IsAssumed) CheckJump(t, before, to);
    }

    /// <summary>RC says how the highest intensity changed; the classes bound how much it can have.</summary>
    static void CheckChange(EewTelegram t, EewTelegram before, EewObjections to)
    {
        if (t.Rc.Length != 5 || !EewIntensity.IsKnown(t.MaxIntensity) || !EewIntensity.IsKnown(before.MaxIntensity)) return;
        var (least, most) = (EewIntensity.From(t.MaxIntensity) - EewIntensity.To(before.MaxIntensity), EewIntensity.To(t.MaxIntensity) - EewIntensity.From(before.MaxIntensity));
        var isWrong = t.Rc[0] switch { '0' => least >= 10 || most <= -10, '1' => most < 10, '2' => least > -10, _ => false };
        to.AddIf(isWrong, EewReason.ChangeAndValues, $"RC{t.Rc} does not fit intensity {EewIntensity.Short(before.MaxIntensity)} before and {EewIntensity.Short(t.MaxIntensity)} now",
            $"RC{t.Rc} は震度 {EewIntensity.Short(before.MaxIntensity)} から {EewIntensity.Short(t.MaxIntensity)} への変化に合わない");
    }

    static void CheckJump(EewTelegram t, EewTelegram before, EewObjections to)
    {
        to.AddIf(t.Magnitude is { } m && before.Magnitude is { } old && Math.Abs(m - old) > MostMagnitudeChange, EewReason.Jump, $"M {before.Magnitude:0.0} became M {t.Magnitude:0.0}", $"M {before.Magnitude:0.0} が M {t.Magnitude:0.0} になった");
        to.AddIf(t.Origin is { } origin && before.Origin is { } was && Math.Abs(origin.Since(was)) > MostOriginChange, EewReason.Jump, "the time of the quake moved by minutes", "発生時刻が何分も動いた");
        if (t.Latitude is not { } latitude || t.Longitude is not { } longitude || before.Latitude is not { } south || before.Longitude is not { } west) return;
        var (north, east) = ((latitude - south) * 111, (longitude - west) * 111 * Math.Cos(latitude * Math.PI / 180));
        to.AddIf(Math.Sqrt((north * north) + (east * east)) > MostMove, EewReason.Jump, $"the epicentre moved by more than {MostMove} km", $"震央が {MostMove} km 以上動いた");
    }
}

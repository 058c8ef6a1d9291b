using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>The control plane as a story: who began to speak, who took over, who fell silent.</summary>
sealed class ControlFinder(Observer observer)
{
    const int MostTold = 32;

    /// <summary>Where a speaker names no limit of its own silence, its first word is news after so long.</summary>
    const long LongestLearning = 1800 * Timestamp.PerSecond;

    readonly FindingClock _clock = new(observer.Options.Offset);
    readonly ControlElections _elections = new(observer.Control);
    int _appeared;
    int _vanished;

    public void Add(List<Finding> to)
    {
        foreach (var speaker in observer.Control.Speakers)
        {
            if (observer.Control.IsGone(speaker)) AddVanished(speaker, to);
            else AddAppeared(speaker, to);
        }
    }

    /// <summary>Whoever was there from the beginning would have spoken within its hold time.</summary>
    void AddAppeared(ControlSpeaker speaker, List<Finding> to)
    {
        var returned = speaker.Pauses > 0;
        if (!returned && observer.Watch.Watched(observer.Watch.Begin, speaker.First) <= Math.Min(speaker.Hold, LongestLearning)) return;
        if (_appeared++ >= MostTold) return;
        var name = ControlNames.In(speaker.Kind);
        var (before, since) = returned ? (speaker.PauseFrom, speaker.PauseTo) : (speaker.Before, speaker.First);
        var (until, then) = _clock.Turn(before, since);
        var because = new List<Wording> { First(speaker) };
        if (returned) because.Add(new($"it was silent from {_clock.Moment(speaker.PauseFrom)} to {_clock.Moment(speaker.PauseTo)}", $"{_clock.Moment(speaker.PauseFrom)} から {_clock.Moment(speaker.PauseTo)} まで沈黙していた"));
        if (Election(speaker) is { } election) because.Add(election);
        // A querier without a rival is what a link needs.
        var severity = speaker.Kind is ControlKind.MldQuerier or ControlKind.IgmpQuerier && SuccessorOf(speaker) is null ? Severity.Info : Severity.Notice;
        to.Add(new Finding(FindingNames.ControlAppeared, severity, $"{ControlNames.Of(speaker.Kind)} {speaker.Source}", since, speaker.Last, Math.Max(1, speaker.Pauses),
            returned
                ? new($"{name.English} is heard again from {speaker.Source} since {then}", $"{then} から {speaker.Source} の {name.Japanese} が再び聞こえる")
                : new($"until {until} {name.English} was not heard from {speaker.Source}, since {then} it is", $"{until} までは聞こえなかった {speaker.Source} の {name.Japanese} が {then} から聞こえる"),
            because, new("know your routers: one that nobody set up is an attack or a mistake", "ルーターを把握する: 誰も置いていないものなら攻撃か誤り"),
            [returned ? speaker.PauseFrame : speaker.FirstFrame])
        { Facts = [new("kind", ControlNames.Of(speaker.Kind))] });
    }

    void AddVanished(ControlSpeaker speaker, List<Finding> to)
    {
        // A querier that heard a lower address keeps silent as it should (RFC 3810 §7.6.2).
        var successor = SuccessorOf(speaker);
        if (successor is not null && successor.Source.CompareTo(speaker.Source) < 0) return;
        if (_vanished++ >= MostTold) return;
        var name = ControlNames.In(speaker.Kind);
        var watchedDay = _clock.Day(observer.Watch.Now) != _clock.Day(speaker.Last) ? _clock.Day(speaker.Last) : _clock.Moment(speaker.Last);
        var because = new List<Wording> { Silence(speaker), First(speaker) };
        if (speaker.Kind is ControlKind.MldQuerier or ControlKind.IgmpQuerier && successor is null)
            because.Add(new("nobody else asks: switches that snoop forget the members, and streams stop or flood", "ほかに照会する者がいない: snooping するスイッチは参加者を忘れ、配送が止まるか全ポートに流れる"));
        to.Add(new Finding(FindingNames.ControlVanished, Severity.Notice, $"{ControlNames.Of(speaker.Kind)} {speaker.Source}", speaker.Last, observer.Watch.Now, 1,
            new($"{name.English} was heard until {watchedDay} from {speaker.Source}", $"{speaker.Source} の {name.Japanese} は {watchedDay} まで聞こえていた"),
            because, new("see whether the router was replaced, set up anew, or broke", "ルーターの交換か設定変更か故障かを確かめる"), [speaker.FirstFrame, speaker.LastFrame])
        {
            Facts = [new("kind", ControlNames.Of(speaker.Kind)), new("goodbye", speaker.SaidGoodbye ? "yes" : "no")],
        });
    }

    Wording First(ControlSpeaker speaker)
    {
        var rhythm = speaker.Cadence.IsRegular ? Words.Time(speaker.Cadence.Period) : null;
        return new(
            $"first heard {_clock.Moment(speaker.First)} (frame {speaker.FirstFrame}), {(speaker.Messages == 1 ? "once" : $"{speaker.Messages} times")}{(rhythm is null ? "" : $", every {rhythm}")}, last hop {speaker.LinkSource}",
            $"初回 {_clock.Moment(speaker.First)}(フレーム {speaker.FirstFrame})、{speaker.Messages} 回{(rhythm is null ? "" : $"、{rhythm} ごと")}、最終ホップ {speaker.LinkSource}");
    }

    Wording Silence(ControlSpeaker speaker) => speaker.SaidGoodbye
        ? new($"it said good-bye in frame {speaker.LastFrame}", $"フレーム {speaker.LastFrame} で離脱を告げた")
        : new($"its last word, in frame {speaker.LastFrame}, was good for {Words.Time(speaker.Hold)}; watched until {_clock.Moment(observer.Watch.Now)}", $"最後の発言(フレーム {speaker.LastFrame})の有効時間 {Words.Time(speaker.Hold)} が過ぎた。{_clock.Moment(observer.Watch.Now)} まで観測");

    /// <summary>Among queriers the lowest address wins; PIM has a designated router by priority, then by the highest address (RFC 7761 §4.3.2).</summary>
    Wording? Election(ControlSpeaker speaker)
    {
        if (SuccessorOf(speaker) is not { } other) return null;
        var wins = speaker.Kind switch
        {
            ControlKind.MldQuerier or ControlKind.IgmpQuerier => speaker.Source.CompareTo(other.Source) < 0,
            ControlKind.Pim => (speaker.Priority, speaker.Source).CompareTo((other.Priority, other.Source)) > 0,
            _ => (bool?)null,
        };
        var role = speaker.Kind == ControlKind.Pim ? new Wording("designated router", "代表ルーター(DR)") : new Wording("querier", "クエリア");
        return wins switch
        {
            true => new($"it takes over as {role.English} from {other.Source}", $"{other.Source} に代わって{role.Japanese}になる"),
            false => new($"{other.Source} stays {role.English}", $"{role.Japanese}は {other.Source} のまま"),
            null => null,
        };
    }

    /// <summary>Another speaker of the kind on the link, if it was there at the same time or later: the one that an election would choose.</summary>
    ControlSpeaker? SuccessorOf(ControlSpeaker speaker) =>
        _elections.Rival(speaker) is { } other && (!observer.Control.IsGone(other) || speaker.First.Since(other.Last) < other.Hold) ? other : null;
}

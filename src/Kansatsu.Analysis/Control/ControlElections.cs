namespace Kansatsu.Analysis;

/// <summary>
/// Whom the protocols' elections choose, of all speakers as they stand now: of those that are there, else of those that were. Queriers by the lowest address
/// (RFC 3810 §7.6.2), PIM's designated router by priority and then the highest address (RFC 7761 §4.3.2).
/// </summary>
sealed class ControlElections
{
    readonly ControlTable _control;
    readonly Dictionary<long, Contest> _contests = [];

    public ControlElections(ControlTable control)
    {
        _control = control;
        foreach (var speaker in control.Speakers)
        {
            var key = Key(speaker.Kind, speaker.Interface);
            if (!_contests.TryGetValue(key, out var contest)) _contests[key] = new Contest(speaker);
            else if (IsBefore(speaker, contest.First)) (contest.First, contest.Second) = (speaker, contest.First);
            else if (contest.Second is null || IsBefore(speaker, contest.Second)) contest.Second = speaker;
        }
    }

    /// <summary>Null when nobody speaks so on the link.</summary>
    public ControlSpeaker? Best(ControlKind kind, int @interface) =>
        _contests.TryGetValue(Key(kind, @interface), out var contest) ? contest.First : null;

    /// <summary>The best but this one.</summary>
    public ControlSpeaker? Rival(ControlSpeaker speaker) =>
        !_contests.TryGetValue(Key(speaker.Kind, speaker.Interface), out var contest) ? null : contest.First == speaker ? contest.Second : contest.First;

    public bool IsElected(ControlSpeaker speaker) =>
        speaker.Kind is ControlKind.MldQuerier or ControlKind.IgmpQuerier or ControlKind.Pim && !_control.IsGone(speaker) && Best(speaker.Kind, speaker.Interface) == speaker;

    static long Key(ControlKind kind, int @interface) => ((long)kind << 32) | (uint)@interface;

    bool IsBefore(ControlSpeaker a, ControlSpeaker b)
    {
        var isGone = _control.IsGone(b);
        if (_control.IsGone(a) != isGone) return isGone;
        if (a.Kind == ControlKind.Pim && a.Priority != b.Priority) return a.Priority > b.Priority;
        return a.Kind == ControlKind.Pim ? a.Source.CompareTo(b.Source) > 0 : a.Source.CompareTo(b.Source) < 0;
    }

    sealed class Contest(ControlSpeaker first)
    {
        public ControlSpeaker First = first;
        public ControlSpeaker? Second;
    }
}

using System.Globalization;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// What is new and what stays away, across days. A pure function of when each subject was met, so the same store always tells the same, and nothing twice:
/// a finding is known by its name and subject.
/// </summary>
public sealed class NoveltyFinder(WatchedDays watched)
{
    /// <summary>Findings of one name on one day; the rest of the day is told as a number.</summary>
    public const int MostOfDay = 20;

    const long Day = 86400 * Timestamp.PerSecond;

    readonly Dictionary<(string Name, DateOnly Day), int> _told = [];
    readonly Dictionary<(string Source, string Group), List<int>> _services = [];

    /// <summary>What the lives tell, in the order of time.</summary>
    public IReadOnlyList<Finding> Find(IEnumerable<SubjectLife> lives)
    {
        var found = new List<Finding>();
        foreach (var life in lives.OrderBy(life => life.First))
        {
            if (life.Subject.Kind == SubjectKind.Watch) continue;
            AddNew(life, found);
            AddSilence(life, found);
        }

        AddRest(found);
        found.Sort((a, b) => a.First.CompareTo(b.First));
        return found;
    }

    void AddNew(SubjectLife life, List<Finding> to)
    {
        var day = watched.DayOf(life.First);
        var (subject, before) = (life.Subject, Services(life));
        if (watched.IsLearning(day)) return;
        var name = subject.Kind switch
        {
            SubjectKind.Peer => FindingNames.PeerNew,
            SubjectKind.Service => FindingNames.ServiceNew,
            SubjectKind.Channel => FindingNames.ChannelNew,
            _ => FindingNames.ControlAppeared,
        };
        if (!HasRoom(name, day)) return;
        to.Add(new Finding(name, subject.Kind == SubjectKind.Peer ? Severity.Info : Severity.Notice, SubjectOf(life), life.First, life.Last, 1, NewWords(life, day, before),
            [Since(life), .. subject.Detail.Length > 0 && subject.Kind != SubjectKind.Channel ? new Wording[] { new($"then: {subject.Detail}", $"そのとき: {subject.Detail}") } : []],
            Remedy(subject.Kind), []));
    }

    Wording NewWords(SubjectLife life, DateOnly day, List<int>? before)
    {
        var (subject, date) = (life.Subject, Text(day));
        switch (subject.Kind)
        {
            case SubjectKind.Peer:
                return new($"home spoke with {subject.Label} for the first time on {date}", $"{date}、{subject.Label} と初めて通信した");
            case SubjectKind.Service:
                return new($"home answered on {subject.Label} for the first time on {date}", $"{date}、{subject.Label} に初めて応答した");
            case SubjectKind.Channel when before is { Count: > 1 }:
                var old = before[..^1];
                var until = Text(watched.Days[Math.Max(0, watched.IndexOf(day) - 1)]);
                return new($"until {until} {ChannelSubject.Services(old, true)}, since {date} {ChannelSubject.Services(before, false)}: {Ends(life)}",
                    $"{until} までは {ChannelSubject.ServicesInJapanese(old)}、{date} からは {ChannelSubject.ServicesInJapanese(before)}: {Ends(life)}");
            case SubjectKind.Channel:
                return new($"a new multicast stream on {date}: {subject.Label}", $"{date}、新しいマルチキャスト: {subject.Label}");
            default:
                return new($"{subject.Label} was heard for the first time on {date}", $"{date}、{subject.Label} が初めて現れた");
        }
    }

    void AddSilence(SubjectLife life, List<Finding> to)
    {
        var silences = Silences.Of(life, watched).ToList();
        if (silences.Count == 0) return;
        var (latest, subject) = (silences[^1], life.Subject);
        var name = subject.Kind switch
        {
            SubjectKind.Peer => FindingNames.PeerAbsent,
            SubjectKind.Service => FindingNames.ServiceAbsent,
            SubjectKind.Channel => FindingNames.ChannelAbsent,
            _ => FindingNames.ControlVanished,
        };
        if (!HasRoom(name, latest.NoticedOn)) return;
        var (last, noticed) = (Text(latest.LastDay), Text(latest.NoticedOn));
        var says = subject.Kind switch
        {
            SubjectKind.Service => new Wording($"nobody used {subject.Label} on {noticed}; the last time was {last}", $"{noticed}、{subject.Label} は使われなかった。最後は {last}"),
            SubjectKind.Peer => new Wording($"nothing was exchanged with {subject.Label} on {noticed}; the last time was {last}", $"{noticed}、{subject.Label} との通信がなかった。最後は {last}"),
            _ => new Wording($"nothing arrived from {subject.Label} on {noticed}; it was heard until {last}", $"{noticed}、{subject.Label} は届かなかった。最後は {last}"),
        };
        var back = latest.BackOn is { } day ? new Wording[] { new($"it came back on {Text(day)}", $"{Text(day)} に再び現れた") } : [];
        to.Add(new Finding(name, subject.Kind is SubjectKind.Channel or SubjectKind.Control ? Severity.Notice : Severity.Info, SubjectOf(life), StartOf(latest.NoticedOn), StartOf(latest.NoticedOn).Add(Day - 1),
            silences.Count, says, [Since(life), .. back], Remedy(subject.Kind), []));
    }

    /// <summary>Ports of the stream's source and group so far, this one last.</summary>
    List<int>? Services(SubjectLife life)
    {
        if (life.Subject.Kind != SubjectKind.Channel || Split(life) is not { } parts) return null;
        if (!_services.TryGetValue((parts.Source, parts.Group), out var ports)) _services[(parts.Source, parts.Group)] = ports = [];
        if (!ports.Contains(parts.Port)) ports.Add(parts.Port);
        return ports;
    }

    /// <summary>Streams are told by their ends, as within one capture, so that both are one finding.</summary>
    static string SubjectOf(SubjectLife life) => life.Subject.Kind == SubjectKind.Channel && Split(life) is not null ? Ends(life) : life.Subject.Label;

    static string Ends(SubjectLife life) => Split(life) is { } parts ? $"{parts.Source} > {parts.Group}" : life.Subject.Label;

    static (string Source, string Group, ushort Port)? Split(SubjectLife life)
    {
        var key = life.Subject.Key;
        var (to, colon) = (key.IndexOf('>', StringComparison.Ordinal), key.LastIndexOf(':'));
        return to > 0 && colon > to && ushort.TryParse(key.AsSpan(colon + 1), CultureInfo.InvariantCulture, out var port) ? (key[..to], key[(to + 1)..colon], port) : null;
    }

    bool HasRoom(string name, DateOnly day)
    {
        var told = _told.GetValueOrDefault((name, day)) + 1;
        _told[(name, day)] = told;
        return told <= MostOfDay;
    }

    void AddRest(List<Finding> to)
    {
        foreach (var ((name, day), told) in _told)
        {
            if (told <= MostOfDay) continue;
            var (rest, date) = (told - MostOfDay, Text(day));
            to.Add(new Finding(name, Severity.Notice, $"others on {date}", StartOf(day), StartOf(day).Add(Day - 1), rest,
                new($"{rest} more of this kind on {date}", $"{date} には同種のものがほかに {rest} 件"), [], new("look at that day's flows", "その日のフローを見る"), []));
        }
    }

    Wording Since(SubjectLife life)
    {
        var days = life.Hours.Select(watched.DayOfHour).Distinct().Count();
        return new($"met on {days} of {watched.Days.Count} watched days, from {Text(watched.DayOf(life.First))} to {Text(watched.DayOf(life.Last))}",
            $"観測 {watched.Days.Count} 日のうち {days} 日、{Text(watched.DayOf(life.First))} から {Text(watched.DayOf(life.Last))} まで");
    }

    static Wording Remedy(SubjectKind kind) => kind switch
    {
        SubjectKind.Peer => new("see the flows with it: which program, which name", "どのプログラムがどの名前で通信したか、フローを見る"),
        SubjectKind.Service => new("make sure that you mean to offer it to the outside", "外に開けるつもりのサービスか確かめる"),
        SubjectKind.Channel => new("find out whether a service was added or ended; whatever filter let it in may have more open ports than are needed", "サービスが増えたのか終わったのか確かめる。フィルターで開けたポートも見直す"),
        _ => new("see whether a router was added, replaced or broke", "ルーターの追加・交換・故障を確かめる"),
    };

    Timestamp StartOf(DateOnly day) => watched.StartOf(day);

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.App.Diary;

sealed partial class DiaryWriter
{
    /// <summary>What arrives unasked, one sentence for each sender and group.</summary>
    void AddChannels()
    {
        foreach (var group in facts.Channels.Where(c => c.JoinedBy == "nobody").GroupBy(c => (c.Source, c.Group)))
        {
            DayChannel[] channels = [.. group.OrderBy(c => c.Port)];
            var ports = string.Join(", ", channels.Select(c => c.Port));
            var services = channels.Length == 1 ? $"one service (port {ports})" : $"{channels.Length} services (ports {ports})";
            var eew = channels.All(c => c.Kind == "eew");
            var beat = channels.FirstOrDefault(c => c.Period > 0);
            var (source, to) = group.Key;
            Add(DiaryKind.Usual,
                $"{source} sends to {to}, {services}{(eew ? ", Earthquake Early Warning" : "")}{BeatInEnglish(beat)}. Nobody here was seen to ask for it.",
                $"{source} から {to} 宛に {channels.Length} 種類(ポート {ports}){(eew ? "、緊急地震速報" : "")}が届く{BeatInJapanese(beat)}。特に参加の報告は見られない。",
                channels.Select(c => new DiaryLink("channel", c.Id)));
        }

        foreach (var speaker in facts.Control.Where(c => (c.IsElected && c.Kind == "mld-querier") || c.Kind == "pim"))
        {
            var (first, last) = (clock.TimeOfDay(speaker.First), clock.TimeOfDay(speaker.Last));
            var (when, whenJapanese) = first == last ? ($"at {first}", first) : ($"first at {first}, last at {last}", $"{first} から {last}");
            Add(DiaryKind.Usual, $"{(speaker.Kind == "pim" ? "PIM was heard from" : "Who listens was asked by")} {speaker.Source} ({when}).",
                $"{(speaker.Kind == "pim" ? "PIM が届いた" : "参加者の照会があった")}: {speaker.Source}({whenJapanese})。", new DiaryLink("control", $"{speaker.Kind} {speaker.Source}"));
        }
    }

    static string BeatInEnglish(DayChannel? c) => c is null ? "" : c.Burst > 1 && c.Gap > 0
        ? string.Create(CultureInfo.InvariantCulture, $": every {c.Period:0.0} s {c.Burst} packets {c.Gap * 1000:0.#} ms apart")
        : string.Create(CultureInfo.InvariantCulture, $": every {c.Period:0.0} s");

    static string BeatInJapanese(DayChannel? c) => c is null ? "" : c.Burst > 1 && c.Gap > 0
        ? string.Create(CultureInfo.InvariantCulture, $"({c.Period:0.0} 秒ごとに {c.Burst} 発、{c.Gap * 1000:0.#} ms 間隔)")
        : string.Create(CultureInfo.InvariantCulture, $"({c.Period:0.0} 秒ごと)");

    void AddTelegrams()
    {
        foreach (var telegram in facts.Telegrams.Take(MostTelegrams))
        {
            var isGood = telegram.Verdict == EewVerdict.Consistent;
            var reason = isGood || telegram.Reasons.Count == 0 ? new Wording("", "") : new Wording($" ({telegram.Reasons[0].English})", $"({telegram.Reasons[0].Japanese})");
            var verdict = EewWords.Of(telegram.Verdict);
            Add(isGood ? DiaryKind.Usual : DiaryKind.New,
                $"At {clock.TimeOfDay(telegram.At)} an Earthquake Early Warning telegram came, {Count(telegram.Copies, "copy").Replace("copys", "copies", StringComparison.Ordinal)}: {telegram.Says.English}. Verdict: {verdict.English}{reason.English}. This is {EewWords.Notice.English}.",
                $"{clock.TimeOfDay(telegram.At)} に緊急地震速報の電文が {telegram.Copies} 通: {telegram.Says.Japanese}。判定: {verdict.Japanese}{reason.Japanese}。{EewWords.Notice.Japanese}。",
                new DiaryLink("telegram", telegram.Id));
        }

        var rest = facts.Telegrams.Count - MostTelegrams;
        if (rest > 0) Add(DiaryKind.Usual, $"{rest} more telegrams came.", $"電文はほかに {rest} 件。", new DiaryLink("telegram", ""));
    }

    const int MostTelegrams = 10;
}

using System.Globalization;
using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.App.Diary;

/// <summary>A day in sentences. The same facts always give the same sentences.</summary>
/// <param name="clock">Moments are told in its zone.</param>
sealed partial class DiaryWriter(DayFacts facts, Clock clock)
{
    /// <summary>Things of one kind named in a sentence; the rest is a number.</summary>
    const int MostNamed = 4;

    readonly List<DiaryEntry> _entries = [];

    public static IReadOnlyList<DiaryEntry> Write(DayFacts facts, Clock clock)
    {
        var writer = new DiaryWriter(facts, clock);
        writer.AddOpening();
        writer.AddChannels();
        writer.AddTelegrams();
        writer.AddMoves();
        writer.AddBreaks();
        writer.AddOwnSoftware();
        writer.AddStrangers();
        writer.AddFindings();
        writer.AddUnexplained();
        return writer._entries;
    }

    void Add(DiaryKind kind, string english, string japanese, params IEnumerable<DiaryLink> links) => _entries.Add(new DiaryEntry(kind, new Wording(english, japanese), [.. links]));

    void AddOpening()
    {
        var (six, four) = (facts.Ipv6, facts.Ipv4);
        var (flows, bytes) = (six.Flows + four.Flows, six.Bytes + four.Bytes);
        var (from, to) = (clock.TimeOfDay(facts.First), clock.TimeOfDay(facts.Last));
        var share = Quantity.Share(Quantity.Ratio(six.Bytes, bytes));
        Add(DiaryKind.Usual,
            $"Watched from {from} to {to}: {Count(flows, "flow")}, {Quantity.Bytes(bytes)}, {FamiliesInEnglish(six, four, share)}.",
            $"{from} から {to} まで観測。{Quantity.Count(flows)} フロー、{Quantity.Bytes(bytes)}、{FamiliesInJapanese(six, four, share)}。");
        if (facts.IsLearning)
            Add(DiaryKind.Usual, $"Still learning what is usual here: what is new compared with other days is told from the {WatchedDays.Learning + 1}th watched day on.", $"まだ普段の姿を学んでいる。他の日と比べて新しいものは、観測 {WatchedDays.Learning + 1} 日目から伝える。");
        AddComparison();
    }

    static string FamiliesInEnglish(DayTraffic six, DayTraffic four, string share) =>
        four.Packets == 0 ? "all of it IPv6" : six.Packets == 0 ? "none of it IPv6" : $"{share} of the bytes over IPv6";

    static string FamiliesInJapanese(DayTraffic six, DayTraffic four, string share) =>
        four.Packets == 0 ? "全て IPv6" : six.Packets == 0 ? "IPv6 は無し" : $"バイトの {share} が IPv6";

    void AddComparison()
    {
        if (facts.Before is not { } before) return;
        var (now, then) = (facts.Ipv6.Bytes + facts.Ipv4.Bytes, before.Ipv6.Bytes + before.Ipv4.Bytes);
        var (share, shareThen) = (Quantity.Ratio(facts.Ipv6.Bytes, now), Quantity.Ratio(before.Ipv6.Bytes, then));
        var day = Text(before.Day);
        if (then > 0 && now > 0 && (now >= 2 * then || then >= 2 * now))
        {
            var times = now >= then ? (double)now / then : (double)then / now;
            var figure = times.ToString(times < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
            var more = now >= then;
            Add(DiaryKind.Changed, $"{(more ? "More" : "Less")} than on {day}, {figure} times {(more ? "as much" : "less")} in bytes.", $"{day} の {figure} {(more ? "倍" : "分の 1")}(バイト)。");
        }

        if (Math.Abs(share - shareThen) >= 0.1)
            Add(DiaryKind.Changed, $"IPv6 carried {Quantity.Share(share)} of the bytes; on {day} it was {Quantity.Share(shareThen)}.", $"IPv6 の割合はバイトの {Quantity.Share(share)}。{day} は {Quantity.Share(shareThen)}。");
    }

    void AddUnexplained()
    {
        var all = facts.Causes.Sum(cause => cause.Flows);
        var open = facts.Causes.Where(cause => cause.Kind == CauseKind.Unexplained).Sum(cause => cause.Flows);
        if (all == 0) return;
        if (open == 0)
        {
            Add(DiaryKind.Usual, "Every flow has a cause.", "全てのフローに理由がついた。");
            return;
        }

        var share = Quantity.Share(Quantity.Ratio(open, all));
        Add(DiaryKind.Unexplained, $"{Count(open, "flow")} ({share}) stay unexplained.", $"{Quantity.Count(open)} フロー({share})は説明がつかない。", new DiaryLink("cause", "unexplained"));
    }

    internal static string Count(long count, string thing) => count == 1 ? $"1 {thing}" : $"{Quantity.Count(count)} {thing}s";

    /// <summary>"a, b and 3 more".</summary>
    static Wording Named(IReadOnlyList<string> names)
    {
        var shown = string.Join(", ", names.Take(MostNamed));
        var rest = names.Count - MostNamed;
        return rest <= 0 ? new Wording(shown, shown.Replace(", ", "、", StringComparison.Ordinal)) : new Wording($"{shown} and {rest} more", $"{shown.Replace(", ", "、", StringComparison.Ordinal)} ほか {rest} 件");
    }

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

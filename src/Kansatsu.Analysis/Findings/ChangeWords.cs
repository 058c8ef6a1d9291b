using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What changed about a stream, in words.</summary>
static class ChangeWords
{
    public static Wording Of(in ChannelChange change, FindingClock clock)
    {
        var (until, since) = clock.Turn(change.Before, change.At);
        var (what, inJapanese) = (Trait(change.Trait), TraitInJapanese(change.Trait));
        var (from, to) = (ChangeNames.Value(change.Trait, change.From), ChangeNames.Value(change.Trait, change.To));
        var times = change.Times > 1 ? $" ({change.Times} times)" : "";
        var timesInJapanese = change.Times > 1 ? $"({change.Times} 回)" : "";
        return new($"{what} {from} until {until}, {to} since {since}{times}", $"{inJapanese}は {until} まで {from}、{since} から {to}{timesInJapanese}");
    }

    static string Trait(ChannelTrait trait) => trait switch
    {
        ChannelTrait.Period => "period",
        ChannelTrait.Burst => "packets of a burst",
        ChannelTrait.HopLimit => "hop limit",
        ChannelTrait.LinkSource => "last hop",
        _ => "source port",
    };

    static string TraitInJapanese(ChannelTrait trait) => trait switch
    {
        ChannelTrait.Period => "周期",
        ChannelTrait.Burst => "1 回の発数",
        ChannelTrait.HopLimit => "ホップリミット",
        ChannelTrait.LinkSource => "最終ホップ",
        _ => "送信元ポート",
    };
}

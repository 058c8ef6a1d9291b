using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Text;

/// <summary>The words for what EEW telegrams say.</summary>
static class EewWords
{
    public static readonly Phrase Notice = ("an observation, not for the protection of life", "観測の記録であり、人命を守るためのものではない");

    public static Phrase Of(EewStanding standing) => standing switch
    {
        EewStanding.Live => ("live", "本物の発表として送られたもの"),
        EewStanding.Drill => ("DRILL - not a real earthquake", "訓練 - 実際の地震ではない"),
        EewStanding.Test => ("TEST - not a real earthquake", "試験 - 実際の地震ではない"),
        _ => ("NOT TAKEN AS LIVE - what it is meant as cannot be read", "発表とは扱わない - 種類が読み取れない"),
    };

    public static Phrase Of(EewState state) => state switch
    {
        EewState.Open => ("going on", "継続中"),
        EewState.Final => ("final", "最終報"),
        EewState.Cancelled => ("cancelled", "取り消し"),
        _ => ("timed out", "続報なし"),
    };

    public static string NameOf(EewState state) => state switch
    {
        EewState.Open => "open",
        EewState.Final => "final",
        EewState.Cancelled => "cancelled",
        _ => "timed-out",
    };

    public static string NameOf(EewStanding standing) => standing switch
    {
        EewStanding.Live => "live",
        EewStanding.Drill => "drill",
        EewStanding.Test => "test",
        _ => "unknown",
    };

    public static Phrase Of(EewVerdict verdict) => verdict switch
    {
        EewVerdict.Consistent => ("consistent", "矛盾なし"),
        EewVerdict.Doubtful => ("doubtful", "疑わしい"),
        _ => ("contradictory", "矛盾あり"),
    };

    public static Style StyleOf(EewVerdict verdict) => verdict switch
    {
        EewVerdict.Consistent => Style.Good,
        EewVerdict.Doubtful => Style.Notice,
        _ => Style.Bad,
    };

    /// <summary>A code with what it means; a code that no table has stays as it is.</summary>
    public static string Named(string code, EewName? name, Language language, bool then = false)
    {
        if (name is null) return WireText.Escape(code) + (language == Language.Japanese ? "(表にないコード)" : " (code not in the table)");
        var japanese = then && name.Japanese2008.Length > 0 ? name.Japanese2008 : name.Japanese;
        if (language == Language.Japanese) return $"{japanese}({code})";
        return name.English.Length > 0 ? $"{name.English} ({japanese}, {code})" : $"{japanese} ({code})";
    }

    /// <summary>The names of areas and epicentres changed in 2010 and 2011.</summary>
    public static bool IsBeforeRenaming(EewTelegram telegram) => telegram.Issued is { } issued && issued.ToUtc().Year < 2011;

    /// <summary>5 lower, 震度5弱.</summary>
    public static string Intensity(string code, Language language)
    {
        var text = EewIntensity.Short(WireText.Escape(code));
        if (!EewIntensity.IsKnown(code)) return text;
        return language == Language.Japanese ? text.Replace("-", "弱", StringComparison.Ordinal).Replace("+", "強", StringComparison.Ordinal)
            : text.Replace("-", " lower", StringComparison.Ordinal).Replace("+", " upper", StringComparison.Ordinal);
    }
}

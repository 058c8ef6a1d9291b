using System.Globalization;
using Kansatsu.Analysis;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>A telegram told so that a person can follow it, every field and what it means.</summary>
sealed partial class TelegramText(Page page, Request request)
{
    const int LabelWidth = 18;
    const int TextWidth = 100;

    /// <summary>Japan, always: the telegram's own zone.</summary>
    static readonly Clock s_japan = new(TimeZoneInfo.CreateCustomTimeZone("JST", TimeSpan.FromHours(9), "JST", "JST"));

    Language Language => request.Language;

    string Say(string english, string japanese) => request.Say(english, japanese);

    public void Write(EewReport report, EewState? state)
    {
        page.Text(EewWords.Notice.In(Language), Style.Dim).Line();
        if (report.Telegram is not { } telegram)
        {
            page.Text(Title(report), Style.Bold).Line();
            WriteFraming(report);
            WriteVerdict(report);
            return;
        }

        if (!report.IsLive) page.Text(EewWords.Of(report.Standing).In(Language), Style.Bad).Line();
        foreach (var line in DisplayWidth.Wrap(Sentence(telegram, report.Standing), TextWidth)) page.Text(line, Style.Bold).Line();
        WriteVerdict(report);
        page.Line();
        WriteFields(telegram);
        WriteAreas(telegram);
        WriteUnread(telegram);
        if (state is { } known) Field(Say("story", "経過"), EewWords.Of(known).In(Language));
        WriteFraming(report);
    }

    /// <summary>One line on a telegram, as lists have it.</summary>
    public string Title(EewReport report)
    {
        if (report.Telegram is { } telegram) return Sentence(telegram, report.Standing);
        var isKeepAlive = EewFrame.TryRead(report.Payload, out var frame) && frame.IsKeepAlive;
        return isKeepAlive ? Say("keep-alive: a header without a telegram", "キープアライブ: 電文のないヘッダーだけ") : Say("a packet without a telegram that can be read", "読める電文のないパケット");
    }

    public string Sentence(EewTelegram t, EewStanding standing)
    {
        var mark = standing switch
        {
            EewStanding.Live => "",
            EewStanding.Drill => Say("[DRILL] ", "【訓練】"),
            EewStanding.Test => Say("[TEST] ", "【試験】"),
            _ => Say("[NOT LIVE] ", "【発表でない】"),
        };
        var report = t.Serial is { } serial ? Say($"report {serial}", $"第 {serial} 報") : Say("a report", "番号不明の報");
        if (t.IsFinal) report += Say(" (final)", "(最終)");
        if (t.Status is '6' or '7' or '8') report += Say(" (correction)", "(訂正)");
        var issued = t.Issued is { } time ? s_japan.DateAndTime(time) + " JST" : WireText.Escape(t.IssuedText);
        if (t.IsCancel) return $"{mark}{Say("CANCELLATION", "取り消し")}, {report}, {Say("issued", "発表")} {issued}";
        var what = t.IsWarning ? Say("warning", "警報") : Say("forecast", "予報");
        return $"{mark}{what}, {report}, {Say("issued", "発表")} {issued}: {Place(t)}{Strength(t)}";
    }

    /// <summary>The same on one line of a screen.</summary>
    public string Brief(EewTelegram t, EewStanding standing, EewState state)
    {
        var mark = standing switch { EewStanding.Live => "", EewStanding.Drill => Say("[DRILL] ", "【訓練】"), EewStanding.Test => Say("[TEST] ", "【試験】"), _ => Say("[NOT LIVE] ", "【発表でない】") };
        var time = t.Origin is { } origin ? s_japan.DateAndTime(origin)[5..16] : "";
        var report = t.Serial is { } serial ? Say($" {serial}", $" 第 {serial} 報") : "";
        var name = EewTables.Epicentre(t.EpicentreCode) is { } known ? Language == Language.Japanese || known.English.Length == 0 ? known.Japanese : known.English : WireText.Escape(t.EpicentreCode);
        var place = t.IsCancel ? "" : t.IsAssumed ? Say("hypocentre not found", "震源不明(仮定震源)") : name;
        var what = t.IsCancel ? Say("cancellation", "取り消し") : t.IsWarning ? Say("warning", "警報") : Say("forecast", "予報");
        return $"{mark}{(state == EewState.Cancelled && !t.IsCancel ? Say("(cancelled) ", "(取り消し済み) ") : "")}{time} {what}{report}{(place.Length > 0 ? ", " : "")}{place}{Magnitude(t)}";
    }

    string Magnitude(EewTelegram t)
    {
        var text = !t.IsAssumed && t.Magnitude is { } magnitude ? FormattableString.Invariant($", M {magnitude:0.0}") : "";
        return t.MaxIntensity.AsSpan().ContainsAnyExcept('/') ? text + Say($", max {EewIntensity.Short(t.MaxIntensity)}", $"、最大震度 {EewIntensity.Short(t.MaxIntensity)}") : text;
    }

    string Place(EewTelegram t)
    {
        var name = t.EpicentreCode.AsSpan().ContainsAnyExcept('/') ? EewWords.Named(t.EpicentreCode, EewTables.Epicentre(t.EpicentreCode), Language, EewWords.IsBeforeRenaming(t)) : Say("no place given", "震央なし");
        return t.IsAssumed ? Say($"hypocentre not found (assumed near {name})", $"震源は求まっていない(仮定震源 {name})") : name;
    }

    string Strength(EewTelegram t)
    {
        var text = "";
        if (!t.IsAssumed && t.DepthKm is { } depth) text += Say($", {depth} km deep", $"、深さ {depth} km");
        if (!t.IsAssumed && t.Magnitude is { } magnitude) text += ", M " + magnitude.ToString("0.0", CultureInfo.InvariantCulture);
        if (t.MaxIntensity.AsSpan().ContainsAnyExcept('/')) text += Say($", highest intensity {EewWords.Intensity(t.MaxIntensity, Language)}", $"、最大震度 {EewWords.Intensity(t.MaxIntensity, Language)}");
        return text;
    }

    void WriteVerdict(EewReport report)
    {
        page.Text(Say("verdict: ", "判定: ")).Text(EewWords.Of(report.Verdict).In(Language), EewWords.StyleOf(report.Verdict)).Line();
        foreach (var objection in report.Objections) Bullet($"{EewReasonNames.Of(objection.Reason)}: {request.Say(objection.Says.English, objection.Says.Japanese)}");
        if (report.Objections.Count == 0)
            foreach (var support in report.Supports) Bullet(request.Say(support.English, support.Japanese));
    }

    void Bullet(string text)
    {
        var mark = "  · ";
        foreach (var line in DisplayWidth.Wrap(WireText.Escape(text), TextWidth - 4))
        {
            page.Text(mark).Line(line);
            mark = "    ";
        }
    }

    void Field(string label, string text)
    {
        var lead = "  " + DisplayWidth.PadRight(label, LabelWidth);
        foreach (var line in DisplayWidth.Wrap(text, TextWidth - LabelWidth - 2))
        {
            page.Text(lead).Line(line);
            lead = new string(' ', LabelWidth + 2);
        }
    }
}

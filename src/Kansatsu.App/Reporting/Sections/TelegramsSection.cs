using System.Globalization;
using System.Text.Json;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Reporting.Sections;

/// <summary>Earthquake telegrams, earthquake by earthquake: a map, and each report with its verdict and the reasons for it.</summary>
static class TelegramsSection
{
    const int EventsShown = 12;
    const int ReportsShown = 40;

    public static void Write(Sheet sheet)
    {
        var telegrams = sheet.Facts.Telegrams;
        if (telegrams.Count == 0) return;
        sheet.Begin("telegrams", sheet.Say("Earthquake early warning telegrams", "緊急地震速報の電文"));
        sheet.Html.Element("p", EewWords.Notice.In(sheet.Request.Language), ("class", "notice"));
        var events = telegrams.GroupBy(t => t.Text("event"), StringComparer.Ordinal).ToList();
        foreach (var reports in events.Take(EventsShown)) WriteEvent(sheet, [.. reports]);
        if (events.Count > EventsShown) sheet.Html.Element("p", sheet.Say($"and {events.Count - EventsShown} more earthquakes: kansatsu telegrams", $"ほか {events.Count - EventsShown} 件の地震: kansatsu telegrams"), ("class", "note"));
        sheet.End();
    }

    static void WriteEvent(Sheet sheet, List<JsonElement> reports)
    {
        var html = sheet.Html;
        // The latest report that says where: a cancellation does not.
        var told = reports.LastOrDefault(r => r.Number("latitude") is not null);
        var last = told.ValueKind == JsonValueKind.Object ? told : reports[^1];
        var place = Place(sheet, last);
        html.Open("div", ("class", "event"));
        JapanMap.Write(sheet, last, place);
        html.Open("div").Element("h3", Heading(sheet, last, place)).Element("p", Size(sheet, last), ("class", "lead"));
        foreach (var report in reports.Take(ReportsShown)) WriteReport(sheet, report, isAlone: reports.Count == 1);
        html.Close().Close();
    }

    static string Heading(Sheet sheet, JsonElement telegram, string place) =>
        telegram.Text("event") is { Length: > 0 } number ? $"{place} ({sheet.Say("event", "地震")} {number})" : place;

    static string Place(Sheet sheet, JsonElement telegram)
    {
        if (telegram.Part("epicentre") is not { } place) return sheet.Say("no place told", "震央の記載なし");
        var japanese = place.Text("ja_then") is { Length: > 0 } then ? then : place.Text("ja");
        var (first, second) = sheet.Request.Language == Language.Japanese ? (japanese, "") : (place.Text("en"), japanese);
        if (first.Length == 0) return japanese.Length > 0 ? japanese : sheet.Say($"code {place.Text("code")}", $"コード {place.Text("code")}");
        return second.Length > 0 ? $"{first} ({second})" : first;
    }

    static string Size(Sheet sheet, JsonElement telegram)
    {
        if (telegram.Has("assumed_hypocentre")) return sheet.Say("The hypocentre is assumed: its numbers are no estimate.", "仮定震源要素: 数値は推定値ではない。");
        var parts = new List<string>();
        if (telegram.Number("magnitude") is { } magnitude) parts.Add("M " + magnitude.ToString("0.0", CultureInfo.InvariantCulture));
        if (telegram.Number("depth_km") is { } depth) parts.Add(sheet.Say($"{depth:0} km deep", $"深さ {depth:0} km"));
        if (telegram.Number("latitude") is { } latitude && telegram.Number("longitude") is { } longitude)
            parts.Add(sheet.Say($"{Math.Abs(latitude):0.0}° {(latitude < 0 ? "S" : "N")}, {Math.Abs(longitude):0.0}° {(longitude < 0 ? "W" : "E")}", $"{(latitude < 0 ? "南緯" : "北緯")} {Math.Abs(latitude):0.0} 度、{(longitude < 0 ? "西経" : "東経")} {Math.Abs(longitude):0.0} 度"));
        if (telegram.Text("max_intensity") is { Length: > 0 } intensity) parts.Add(sheet.Say($"intensity up to {Intensity(sheet, intensity)}", $"最大震度 {Intensity(sheet, intensity)}"));
        if (telegram.Time("origin") is { } origin) parts.Add(sheet.Say($"at {sheet.Time(origin)}", $"発生 {sheet.Time(origin)}"));
        return string.Join(" · ", parts);
    }

    static string Intensity(Sheet sheet, string intensity) => intensity.Replace("-", sheet.Say(" lower", "弱"), StringComparison.Ordinal).Replace("+", sheet.Say(" upper", "強"), StringComparison.Ordinal);

    static void WriteReport(Sheet sheet, JsonElement telegram, bool isAlone)
    {
        var html = sheet.Html;
        html.Open("div", ("class", "telegram")).Open("p");
        var serial = telegram.Number("serial") is { } number ? sheet.Say($"Report {number:0}", $"第 {number:0} 報") : sheet.Say("Telegram", "電文");
        html.Element("strong", serial).Text(" ");
        if (telegram.Has("cancel")) Tag(sheet.Say("cancelled", "取り消し"), "bad");
        if (telegram.Has("final")) Tag(sheet.Say("final", "最終報"), "quiet");
        if (telegram.Has("training")) Tag(sheet.Say("DRILL - not a real earthquake", "訓練 - 実際の地震ではない"), "warn");
        else if (telegram.Text("standing") is "test" or "unknown") Tag(sheet.Say("not live", "本番の発表ではない"), "warn");
        if (telegram.Has("warning")) Tag(sheet.Say("warning given", "警報"), "bad");
        var verdict = telegram.Text("verdict");
        Tag(Verdict(sheet, verdict), verdict == "consistent" ? "good" : verdict == "doubtful" ? "warn" : "bad");
        html.Close();
        var when = telegram.Time("at") is { } at ? sheet.Say($"came at {sheet.Clock.DateAndTime(at)}", $"{sheet.Clock.DateAndTime(at)} に到着") : "";
        html.Element("p", string.Join(" · ", new[] { when, isAlone ? "" : Size(sheet, telegram), sheet.Say($"{telegram.Whole("copies")} copies", $"{telegram.Whole("copies")} 通") }.Where(p => p.Length > 0)), ("class", "dim"));
        html.Open("ul");
        foreach (var reason in telegram.Texts(sheet.Say("reasons", "reasons_ja"))) html.Element("li", reason);
        html.Close().Close();

        void Tag(string text, string colour) => html.Element("span", text, ("class", "tag " + colour)).Text(" ");
    }

    static string Verdict(Sheet sheet, string verdict) => verdict switch
    {
        "consistent" => sheet.Say("consistent", "矛盾なし"),
        "doubtful" => sheet.Say("doubtful", "疑わしい"),
        _ => sheet.Say("contradictory", "矛盾あり"),
    };
}

using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Reporting.Sections;

/// <summary>The move to IPv6: a line for each name that moved, came back, or does not work there.</summary>
static class MovesSection
{
    const int Shown = 60;
    const double StripWidth = 300;
    const double StripHeight = 12;

    public static void Write(Sheet sheet)
    {
        var stories = Stories(sheet.Facts.Findings);
        if (stories.Count == 0) return;
        var (moved, back, broken) = (stories.Count(s => s.Moved is not null), stories.Count(s => s.Back is not null), stories.Count(s => s.Broken is not null));
        sheet.Begin("moves", sheet.Say("The move to IPv6", "IPv6 への移行"), Lead(sheet, moved, back, broken));
        sheet.BeginTable(sheet.Say("name", "名前"), sheet.Say("over IPv4 and IPv6, over time", "IPv4 と IPv6 の推移"), sheet.Say("moved", "移行"), sheet.Say("back", "復帰"), sheet.Say("does it work?", "使えるか"));
        foreach (var story in stories.Take(Shown)) WriteStory(sheet, story);
        sheet.EndTable();
        sheet.Html.Open("p", ("class", "legend")).Open("span", ("class", "chip v4")).Raw("<i></i>").Text("IPv4").Close().Open("span", ("class", "chip v6")).Raw("<i></i>").Text("IPv6").Close().Close();
        if (stories.Count > Shown) sheet.Html.Element("p", sheet.Say($"and {stories.Count - Shown} more: kansatsu findings", $"ほか {stories.Count - Shown} 件: kansatsu findings"), ("class", "note"));
        sheet.End();
    }

    static string Lead(Sheet sheet, int moved, int back, int broken)
    {
        if (moved + back > 0)
            return sheet.Say($"{moved} names moved to IPv6, {back} came back, {broken} do not work over it.", $"{moved} 個の名前が IPv6 に移り、{back} 個が IPv4 に戻り、{broken} 個は IPv6 では使えない。");
        return sheet.Say($"No name moved; {broken} {(broken == 1 ? "does" : "do")} not work over IPv6.", $"移行した名前はない。{broken} 個は IPv6 では使えない。");
    }

    static void WriteStory(Sheet sheet, Story story)
    {
        var html = sheet.Html;
        html.Open("tr");
        sheet.Cell(story.Name);
        html.Open("td", ("class", "wide"));
        WriteStrip(sheet, story);
        html.Close();
        sheet.TimeCell(story.Moved);
        sheet.TimeCell(story.Back);
        html.Open("td");
        if (story.Broken is { } broken) WriteBreak(sheet, broken);
        else html.Element("span", sheet.Say("yes", "使える"), ("class", "good"));
        html.Close().Close();
    }

    static void WriteBreak(Sheet sheet, JsonElement broken)
    {
        var (word, colour) = broken.Text("saved") switch
        {
            "always" => (sheet.Say("broken; falling back to IPv4 saved every try", "壊れている。IPv4 への切り替えで全て助かった"), "warn"),
            "sometimes" => (sheet.Say("broken; falling back to IPv4 saved some of the tries", "壊れている。IPv4 への切り替えで一部は助かった"), "bad"),
            "never" => (sheet.Say("broken; nothing saved it", "壊れている。助からなかった"), "bad"),
            _ => (sheet.Say("broken", "壊れている"), "bad"),
        };
        sheet.Html.Element("span", word, ("class", colour));
        var programs = broken.List("programs").Select(p => $"{p.Text("program")} {p.Whole("saved")}/{p.Whole("attempts")}").ToList();
        if (programs.Count > 0) sheet.Html.Element("small", sheet.Say("saved: ", "助かった試行: ") + string.Join(", ", programs.Take(4)));
    }

    /// <summary>A line over the report's time in the colour of the family that was used.</summary>
    static void WriteStrip(Sheet sheet, Story story)
    {
        var html = sheet.Html;
        html.Open("svg", ("viewBox", $"0 0 {Html.Number(StripWidth)} {Html.Number(StripHeight)}"), ("role", "img"), ("aria-label", story.Name));
        var (moved, back) = (story.Moved is { } m ? X(sheet, m) : 0, story.Back is { } b ? X(sheet, b) : StripWidth);
        if (story.Moved is null && story.Back is null) Part("v4", 0, StripWidth);
        else
        {
            Part("v4", 0, moved);
            Part("v6", moved, back);
            Part("v4", back, StripWidth);
        }

        foreach (var window in sheet.Facts.Windows)
        {
            var (from, to) = (X(sheet, window.Window.From), X(sheet, window.Window.To));
            html.Empty("path", ("class", "window-edge"), ("d", $"M{Html.Number(from)} 0V{Html.Number(StripHeight)}M{Html.Number(to)} 0V{Html.Number(StripHeight)}"));
        }

        html.Close();

        void Part(string colour, double from, double to)
        {
            if (to > from) html.Empty("rect", ("class", "fill " + colour), ("x", Html.Number(from)), ("y", "3"), ("width", Html.Number(to - from)), ("height", Html.Number(StripHeight - 6)));
        }
    }

    static double X(Sheet sheet, Timestamp time)
    {
        var span = Math.Max(1, sheet.Facts.Last.Since(sheet.Facts.First));
        return Math.Clamp(StripWidth * time.Since(sheet.Facts.First) / span, 0, StripWidth);
    }

    /// <summary>Broken ones first, then in the order of their move.</summary>
    static List<Story> Stories(IReadOnlyList<JsonElement> findings)
    {
        var all = new Dictionary<string, Story>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            var name = finding.Text("subject");
            var story = all.GetValueOrDefault(name) ?? new Story(name);
            var told = finding.Text("name") switch
            {
                FindingNames.MovedToIpv6 => story with { Moved = finding.Time("first") },
                FindingNames.MovedBack => story with { Back = finding.Time("first") },
                FindingNames.Ipv6Broken => story with { Broken = finding },
                _ => null,
            };
            if (told is not null) all[name] = told;
        }

        return [.. all.Values.OrderBy(s => s.Broken is null).ThenBy(s => s.Moved?.Nanoseconds ?? long.MaxValue).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }

    sealed record Story(string Name)
    {
        public Timestamp? Moved { get; init; }

        public Timestamp? Back { get; init; }

        public JsonElement? Broken { get; init; }
    }
}

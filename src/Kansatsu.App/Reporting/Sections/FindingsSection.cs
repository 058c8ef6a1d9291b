using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.App.Reporting.Sections;

/// <summary>What a person should know: sentence, evidence, remedy. Names that only moved are told in their own section.</summary>
static class FindingsSection
{
    const int Shown = 40;

    public static void Write(Sheet sheet)
    {
        var findings = sheet.Facts.Findings.Where(f => f.Text("name") is not (FindingNames.MovedToIpv6 or FindingNames.MovedBack)).ToList();
        sheet.Begin("findings", sheet.Say("What is worth knowing", "知るべきこと"), findings.Count == 0
            ? sheet.Say("Nothing calls for attention.", "注意を要することはない。")
            : sheet.Say("Each with what it rests on, and what to do.", "根拠と、すべきこと。") + (findings.Count == sheet.Facts.Findings.Count ? "" : sheet.Say(" Names that moved stand further below.", "移行した名前は後に示す。")));
        foreach (var finding in findings.Take(Shown)) WriteFinding(sheet, finding);
        if (findings.Count > Shown) sheet.Html.Element("p", sheet.Say($"and {findings.Count - Shown} more: kansatsu findings", $"ほか {findings.Count - Shown} 件: kansatsu findings"), ("class", "note"));
        sheet.End();
    }

    static void WriteFinding(Sheet sheet, JsonElement finding)
    {
        var html = sheet.Html;
        var suffix = sheet.Request.Language == Language.Japanese ? "_ja" : "";
        var severity = finding.Text("severity");
        html.Open("article", ("class", "finding s-" + (severity is "alert" or "warning" or "notice" ? severity : "info")));
        html.Element("h3", finding.Text("says" + suffix));
        var times = finding.Whole("times") is > 1 and var many ? $" · ×{Quantity.Count(many)}" : "";
        var when = finding.Time("first") is { } first && finding.Time("last") is { } last ? " · " + sheet.Span(first, last) : "";
        html.Open("p", ("class", "dim")).Element("span", finding.Text("name"), ("class", "mono")).Text($"{when}{times}").Close();
        html.Open("ul");
        foreach (var because in finding.Texts("because" + suffix)) html.Element("li", because);
        html.Close().Element("p", finding.Text("do" + suffix), ("class", "do")).Close();
    }
}

using Kansatsu.Analysis;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Reporting.Sections;

/// <summary>When, how much, and the one sentence that says what it was.</summary>
static class HeadSection
{
    const int FilesShown = 6;

    public static string Title(Sheet sheet)
    {
        var (clock, facts) = (sheet.Clock, sheet.Facts);
        var end = sheet.IsOneDay ? clock.DateAndTime(facts.Last)[11..] : clock.DateAndTime(facts.Last);
        return sheet.Say("Observation of ", "観測 ") + $"{clock.DateAndTime(facts.First)} – {end} {clock.Offset(facts.First)}";
    }

    public static void Write(Sheet sheet)
    {
        var (html, facts) = (sheet.Html, sheet.Facts);
        html.Open("header").Element("p", sheet.Say("KANSATSU — an observation of network traffic", "観察 — ネットワークトラフィックの観測"), ("class", "over"));
        html.Element("h1", Title(sheet)).Element("p", Headline(sheet), ("class", "said"));
        var files = facts.Sources.Select(s => s.Name).Take(FilesShown).ToList();
        if (facts.Sources.Count > FilesShown) files.Add(sheet.Say($"and {facts.Sources.Count - FilesShown} more", $"ほか {facts.Sources.Count - FilesShown} 件"));
        html.Element("p", string.Join(" · ", files), ("class", "files")).Open("dl", ("class", "tiles"));
        var (ipv6, unexplained) = (Quantity.Ratio(facts.Ipv6.Packets, facts.Packets), Unexplained(facts));
        Tile(sheet, sheet.Say("packets", "パケット"), Quantity.Count(facts.Packets));
        Tile(sheet, sheet.Say("bytes", "バイト"), Quantity.Bytes(facts.Bytes));
        Tile(sheet, sheet.Say("conversations", "フロー"), Quantity.Count(facts.Flows));
        Tile(sheet, sheet.Say("over IPv6", "IPv6 の割合"), Quantity.Share(ipv6));
        Tile(sheet, sheet.Say("unexplained", "説明できない割合"), Quantity.Share(unexplained));
        Tile(sheet, sheet.Say("findings", "発見"), Quantity.Count(facts.Findings.Count));
        html.Close().Close().Line();
    }

    static void Tile(Sheet sheet, string name, string value) => sheet.Html.Open("div").Element("dt", name).Element("dd", value).Close();

    static double Unexplained(ReportFacts facts) =>
        Quantity.Ratio(facts.Causes.Causes.Where(c => c.Kind == CauseKind.Unexplained).Sum(c => c.Packets), facts.Causes.Causes.Sum(c => c.Packets));

    static string Headline(Sheet sheet)
    {
        var facts = sheet.Facts;
        var (ipv6, span) = (Quantity.Share(Quantity.Ratio(facts.Ipv6.Packets, facts.Packets)), sheet.Duration(facts.Last.Since(facts.First)));
        var said = new List<string>
        {
            sheet.Say($"In {span}, {Quantity.Count(facts.Packets)} packets of {Quantity.Count(facts.Flows)} conversations were seen, {ipv6} of them over IPv6.",
                $"{span}の間に {Quantity.Count(facts.Flows)} フロー、{Quantity.Count(facts.Packets)} パケットを観測し、その {ipv6} が IPv6 だった。"),
        };
        if (facts.Causes.Causes.OrderByDescending(c => c.Packets).FirstOrDefault() is { } most)
        {
            var share = Quantity.Share(Quantity.Ratio(most.Packets, facts.Causes.Causes.Sum(c => c.Packets)));
            var means = CauseWords.Of(most.Kind).In(sheet.Request.Language);
            said.Add(sheet.Say($"The largest part, {share} of the packets: {means}.", $"最も多いのは「{means}」で、パケットの {share}。"));
        }

        AddTelegrams(sheet, said);
        AddNames(sheet, said);
        var unexplained = Unexplained(facts);
        said.Add(unexplained == 0
            ? sheet.Say("Everything has a cause.", "原因の分からないものはなかった。")
            : sheet.Say($"For {Quantity.Share(unexplained)} of the packets nothing proves why they were there.", $"パケットの {Quantity.Share(unexplained)} は理由を示すものが見つからない。"));
        return string.Join(sheet.Request.Language == Language.Japanese ? "" : " ", said);
    }

    static void AddTelegrams(Sheet sheet, List<string> said)
    {
        var telegrams = sheet.Facts.Telegrams;
        if (telegrams.Count == 0) return;
        var events = telegrams.Select(t => t.Text("event")).Distinct(StringComparer.Ordinal).Count();
        said.Add(sheet.Say(
            telegrams.Count == 1 ? "An earthquake early warning telegram came in." : $"{telegrams.Count} earthquake early warning telegrams about {events} earthquake{(events == 1 ? "" : "s")} came in.",
            $"緊急地震速報の電文が {telegrams.Count} 通(地震 {events} 件)届いた。"));
    }

    static void AddNames(Sheet sheet, List<string> said)
    {
        var (moved, broken) = (Count(sheet, FindingNames.MovedToIpv6), Count(sheet, FindingNames.Ipv6Broken));
        if (moved > 0) said.Add(sheet.Say($"{moved} name{(moved == 1 ? "" : "s")} moved to IPv6.", $"{moved} 個の名前が IPv6 に移った。"));
        if (broken > 0) said.Add(sheet.Say($"{broken} {(broken == 1 ? "does" : "do")} not work over IPv6.", $"{broken} 個は IPv6 では使えない。"));
    }

    static int Count(Sheet sheet, string finding) => sheet.Facts.Findings.Where(f => f.Text("name") == finding).Select(f => f.Text("subject")).Distinct(StringComparer.Ordinal).Count();
}

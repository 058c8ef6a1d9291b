using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu findings`: what is worth knowing, why, and what to do.</summary>
static class FindingsView
{
    const int TextWidth = 100;

    public static int Run(Request request, Terminal terminal)
    {
        if (request.AsksStore) return StoredView.Documents(request, terminal, DocumentKinds.Finding);
        using var observation = Observation.Of(request, terminal);
        var findings = observation.Observer.Findings.All.Take((int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue));
        if (request.Json)
        {
            using var lines = new JsonLines(terminal.Output);
            foreach (var finding in findings)
            {
                FindingText.WriteJson(lines.Begin(), finding);
                lines.End();
            }

            lines.Flush();
            return observation.Report();
        }

        using var page = new Page(terminal.Output, request.Color);
        var rows = 0;
        foreach (var finding in findings)
        {
            if (rows++ > 0) page.Line();
            Write(page, finding, request);
        }

        if (rows == 0 && !request.Quiet) page.Line(request.Say("nothing to tell: no name moved between families, none is broken over IPv6", "特記事項なし: 移行した名前も、IPv6 で壊れた名前もない"));
        return observation.Report();
    }

    /// <summary>A finding with its evidence and remedy.</summary>
    public static void Write(Page page, Finding finding, Request request)
    {
        var clock = request.Clock;
        page.Text(finding.Name, FindingText.StyleOf(finding.Severity)).Text("  ").Text(finding.Id, Style.Dim)
            .Text($"  {clock.DateAndTime(finding.First)} – {clock.DateAndTime(finding.Last)[11..]}  ×{Quantity.Count(finding.Times)}", Style.Dim).Line();
        foreach (var line in DisplayWidth.Wrap(FindingText.In(finding.Says, request), TextWidth - 2)) page.Text("  ").Text(line, Style.Bold).Line();
        foreach (var because in finding.Because)
        {
            var mark = "  · ";
            foreach (var line in DisplayWidth.Wrap(FindingText.In(because, request), TextWidth - 4))
            {
                page.Text(mark).Line(line);
                mark = "    ";
            }
        }

        page.Text("  → ", Style.Dim).Line(FindingText.In(finding.Do, request));
    }
}

using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;

namespace Kansatsu.App.Views;

/// <summary>A finding with the packets that it rests on.</summary>
static class FindingExplanation
{
    public static void Write(Finding finding, Request request, Terminal terminal)
    {
        if (request.Json)
        {
            using var lines = new JsonLines(terminal.Output);
            FindingText.WriteJson(lines.Begin(), finding);
            lines.End();
            lines.Flush();
            return;
        }

        var frames = FrameLines.Of(request, finding.Packets);
        using var page = new Page(terminal.Output, request.Color);
        FindingsView.Write(page, finding, request);
        page.Line();
        page.Heading(request.Say("Packets", "パケット"));
        EvidenceText.WritePackets(page, finding.Packets, frames, 2);
    }

    /// <summary>A line each under a heading; nothing when there are none.</summary>
    public static void WriteList(Page page, string heading, IEnumerable<Finding> findings, Request request)
    {
        var isFirst = true;
        foreach (var finding in findings)
        {
            if (isFirst)
            {
                page.Line();
                page.Heading(heading);
            }

            isFirst = false;
            page.Text("  ").Text(finding.Id, Style.Dim).Text("  ").Text(finding.Name, FindingText.StyleOf(finding.Severity)).Text("  ").Line(FindingText.In(finding.Says, request));
        }
    }
}

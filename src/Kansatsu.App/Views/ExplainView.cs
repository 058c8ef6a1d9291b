using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu explain ID FILE…`: the chain from packets to verdict, of a flow or a finding.</summary>
static class ExplainView
{
    const int TextWidth = 100;

    /// <summary>Fewer characters of an id than these would fit too many.</summary>
    const int ShortestId = 4;

    public static int Run(Request request, Terminal terminal)
    {
        var id = request.Files[0].ToLowerInvariant();
        if (request.Files.Count < 2 || id.Length < ShortestId)
            return Complain(terminal, "explain needs an id and a capture file: kansatsu explain 2gy4m7q0v1w3x x.pcap; `kansatsu flows` and `kansatsu findings` show the ids");
        request = request with { Files = [.. request.Files.Skip(1)] };
        using var observation = Observation.Of(request, terminal);
        var observer = observation.Observer;
        var flows = FlowFacts.InOrder(observer.Flows).Where(i => FlowId.Of(observer.Flows[i]).StartsWith(id, StringComparison.Ordinal)).Take(2).ToList();
        var findings = observer.Findings.All.Where(f => f.Id.StartsWith(id, StringComparison.Ordinal)).Take(2).ToList();
        if (flows.Count + findings.Count > 1) return Complain(terminal, $"'{WireText.Escape(id)}' fits more than one; give more of the id");
        if (flows.Count == 1) Explain(observer, flows[0], request, terminal);
        else if (findings.Count == 1) Explain(findings[0], request, terminal);
        else
        {
            var report = observation.Report();
            var code = Complain(terminal, $"no flow and no finding has the id '{WireText.Escape(id)}'; `kansatsu flows` and `kansatsu findings` show the ids");
            return report == ExitCode.Done ? code : report;
        }

        return observation.Report();
    }

    static int Complain(Terminal terminal, string what)
    {
        terminal.Error.WriteLine("kansatsu: " + what);
        return ExitCode.Usage;
    }

    static void Explain(Observer observer, int index, Request request, Terminal terminal)
    {
        ref readonly var flow = ref observer.Flows[index];
        var cause = observer.Causes.Explain(flow);
        if (request.Json)
        {
            using var lines = new JsonLines(terminal.Output);
            FlowJson.Write(lines.Begin(), FlowRecord.Of(flow, observer, static _ => null));
            lines.End();
            lines.Flush();
            return;
        }

        var frames = FrameLines.Of(request, cause.Evidence.SelectMany(e => e.Packets));
        using var page = new Page(terminal.Output, request.Color);
        page.Text(FlowId.Of(flow), Style.Dim).Text("  ").Text(FlowFacts.Protocol(flow)).Text("  ")
            .Line($"{FlowFacts.End(flow.Initiator, flow.InitiatorPort, flow.HasPorts)} → {FlowFacts.End(flow.Responder, flow.ResponderPort, flow.HasPorts)}");
        if (flow.NameId != 0) page.Text("  ").Text(FlowFacts.Name(flow, observer), Style.Bold).Line();
        page.Text("  ").Line($"{request.Clock.DateAndTime(flow.First)} – {request.Clock.DateAndTime(flow.Last)[11..]} · {request.Say("packets", "パケット")} {flow.PacketsOut}/{flow.PacketsBack} · {Quantity.Bytes(flow.Bytes)}"
            + (flow.History is { Length: > 0 } history ? $" · {history}" : ""));
        page.Line();
        page.Heading(request.Say("Why is it here?", "なぜ来たのか"));
        page.Text("  ").Text(CauseNames.Of(cause.Kind), CauseWords.StyleOf(cause.Kind)).Text($" ({Sureness(cause.Confidence, request)}): ");
        page.Line(cause.Detail.Length > 0 ? FlowFacts.Detail(cause.Detail, request) : CauseWords.Of(cause.Kind).In(request.Language));
        page.Line();
        page.Heading(request.Say("Because", "根拠"));
        var number = 0;
        foreach (var evidence in cause.Evidence) WriteEvidence(page, ++number, evidence, frames);
        WriteFindings(page, observer, flow, request);
    }

    static void WriteEvidence(Page page, int number, Evidence evidence, Dictionary<long, string> frames)
    {
        var mark = $"  {number}. ";
        page.Text(mark).Text(DisplayWidth.PadRight($"[{evidence.Rung}]", 13), Style.Dim);
        var indent = "";
        foreach (var line in DisplayWidth.Wrap(WireText.Escape(evidence.Says), TextWidth - mark.Length - 13))
        {
            page.Text(indent).Line(line);
            indent = new string(' ', mark.Length + 13);
        }

        foreach (var frame in evidence.Packets)
        {
            page.Text(new string(' ', mark.Length)).Text($"#{frame}", Style.Dim);
            page.Line(frames.TryGetValue(frame, out var line) ? "  " + DisplayWidth.Cut(line, TextWidth) : "");
        }
    }

    /// <summary>What else is told of the name.</summary>
    static void WriteFindings(Page page, Observer observer, Flow flow, Request request)
    {
        if (flow.NameId == 0) return;
        var name = observer.Names.TextOf(flow.NameId);
        var findings = observer.Findings.All.Where(f => f.Subject == name).ToList();
        if (findings.Count == 0) return;
        page.Line();
        page.Heading(request.Say("Findings about the name", "この名前についての発見"));
        foreach (var finding in findings) page.Text("  ").Text(finding.Id, Style.Dim).Text("  ").Text(finding.Name, FindingText.StyleOf(finding.Severity)).Text("  ").Line(FindingText.In(finding.Says, request));
    }

    static void Explain(Finding finding, Request request, Terminal terminal)
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
        foreach (var frame in finding.Packets)
            page.Text("  ").Text($"#{frame}", Style.Dim).Line(frames.TryGetValue(frame, out var line) ? "  " + DisplayWidth.Cut(line, TextWidth) : "");
    }

    static string Sureness(Confidence confidence, Request request) => confidence switch
    {
        Confidence.Certain => request.Say("certain", "確実"),
        Confidence.Likely => request.Say("likely", "おそらく"),
        _ => request.Say("a guess", "推測"),
    };
}

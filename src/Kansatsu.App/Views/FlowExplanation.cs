using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;

namespace Kansatsu.App.Views;

/// <summary>Why a flow is here: cause, confidence, each fact it rests on, and what else is told of its name.</summary>
static class FlowExplanation
{
    public static void Write(Observation observation, int index, Request request, Terminal terminal)
    {
        var observer = observation.Observer;
        ref readonly var flow = ref observer.Flows[index];
        if (request.Json)
        {
            using var lines = new JsonLines(terminal.Output);
            FlowJson.Write(lines.Begin(), FlowRecord.Of(flow, observer, observation.InterfaceName));
            lines.End();
            lines.Flush();
            return;
        }

        var cause = observer.Causes.Explain(flow);
        var frames = FrameLines.Of(request, cause.Evidence.SelectMany(e => e.Packets));
        using var page = new Page(terminal.Output, request.Color);
        WriteFlow(page, flow, observer, request);
        page.Line();
        page.Heading(request.Say("Why is it here?", "なぜ来たのか"));
        page.Text("  ").Text(CauseNames.Of(cause.Kind), CauseWords.StyleOf(cause.Kind)).Text($" ({Sureness(cause.Confidence, request)}): ");
        page.Line(cause.Detail.Length > 0 ? FlowFacts.Detail(cause.Detail, request) : CauseWords.Of(cause.Kind).In(request.Language));
        page.Line();
        page.Heading(request.Say("Because", "根拠"));
        EvidenceText.Write(page, cause.Evidence, frames);
        if (flow.NameId == 0) return;
        var name = observer.Names.TextOf(flow.NameId);
        FindingExplanation.WriteList(page, request.Say("Findings about the name", "この名前についての発見"), observer.Findings.All.Where(f => f.Subject == name), request);
    }

    static void WriteFlow(Page page, in Flow flow, Observer observer, Request request)
    {
        page.Text(FlowId.Of(flow), Style.Dim).Text("  ").Text(FlowFacts.Protocol(flow)).Text("  ")
            .Line($"{FlowFacts.End(flow.Initiator, flow.InitiatorPort, flow.HasPorts)} → {FlowFacts.End(flow.Responder, flow.ResponderPort, flow.HasPorts)}");
        if (flow.NameId != 0) page.Text("  ").Text(FlowFacts.Name(flow, observer), Style.Bold).Line();
        page.Text("  ").Line($"{request.Clock.DateAndTime(flow.First)} – {request.Clock.DateAndTime(flow.Last)[11..]} · {request.Say("packets", "パケット")} {flow.PacketsOut}/{flow.PacketsBack} · {Quantity.Bytes(flow.Bytes)}"
            + (flow.History is { Length: > 0 } history ? $" · {history}" : ""));
    }

    public static string Sureness(Confidence confidence, Request request) => confidence switch
    {
        Confidence.Certain => request.Say("certain", "確実"),
        Confidence.Likely => request.Say("likely", "おそらく"),
        _ => request.Say("a guess", "推測"),
    };
}

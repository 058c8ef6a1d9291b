using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu flows`: a row per conversation.</summary>
static class FlowsView
{
    public static int Run(Request request, Terminal terminal)
    {
        using var observation = Observation.Of(request, terminal);
        if (request.Json) WriteJson(observation, request, terminal);
        else WriteTable(observation, request, terminal);
        return observation.Report();
    }

    static IEnumerable<int> Wanted(Observation observation, Request request)
    {
        var observer = observation.Observer;
        var left = request.Limit ?? long.MaxValue;
        foreach (var index in FlowFacts.InOrder(observer.Flows))
        {
            if (!request.Filter.Takes(index, observer)) continue;
            if (left-- == 0) yield break;
            yield return index;
        }
    }

    static void WriteJson(Observation observation, Request request, Terminal terminal)
    {
        using var lines = new JsonLines(terminal.Output);
        foreach (var index in Wanted(observation, request))
        {
            FlowJson.Write(lines.Begin(), FlowRecord.Of(observation.Observer.Flows[index], observation.Observer, observation.InterfaceName));
            lines.End();
        }

        lines.Flush();
    }

    static void WriteTable(Observation observation, Request request, Terminal terminal)
    {
        var (observer, clock) = (observation.Observer, request.Clock);
        using var page = new Page(terminal.Output, request.Color);
        var table = new Table(page,
            new(request.Say("flow", "フロー"), Style: Style.Dim), new(request.Say("first", "最初")), new(request.Say("lasted", "時間"), IsRight: true),
            new(request.Say("protocol", "プロトコル")), new(request.Say("initiator → responder", "開始側 → 応答側")),
            new(request.Say("packets", "パケット"), IsRight: true), new(request.Say("bytes", "バイト"), IsRight: true),
            new(request.Say("cause", "原因")), new(request.Say("name, detail", "名前、詳細"), Most: 100));
        foreach (var index in Wanted(observation, request))
        {
            ref readonly var flow = ref observer.Flows[index];
            var cause = observer.Causes.Explain(flow);
            string[] last = [FlowFacts.Name(flow, observer), FlowFacts.Detail(cause.Detail, request)];
            table.Row(
                FlowId.Of(flow), clock.DateAndTime(flow.First), flow.Packets == 1 ? "" : Quantity.Duration(flow.Last.Since(flow.First)), FlowFacts.Protocol(flow), Ends(flow),
                $"{flow.PacketsOut}/{flow.PacketsBack}", Quantity.Bytes(flow.Bytes), CauseNames.Of(cause.Kind), string.Join(" · ", last.Where(t => t.Length > 0)));
        }

        table.End();
        if (table.Rows == 0 && !request.Quiet) page.Line(request.Say("no such flow", "該当するフローはない"));
    }

    /// <summary>The arrow points at who answered; a question mark: who began is a conclusion.</summary>
    static string Ends(in Flow flow) =>
        $"{FlowFacts.End(flow.Initiator, flow.InitiatorPort, flow)} {(flow.IsInitiatorGuessed ? "?→" : "→")} {FlowFacts.End(flow.Responder, flow.ResponderPort, flow)}";
}

using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu flows`: a row per conversation.</summary>
static class FlowsView
{
    public static int Run(Request request, Terminal terminal)
    {
        if (request.AsksStore) return OfStore(request, terminal);
        using var observation = Observation.Of(request, terminal);
        Write(Wanted(observation, request), request, terminal);
        return observation.Report();
    }

    static int OfStore(Request request, Terminal terminal)
    {
        using var store = SqliteStore.OpenToRead(request.Store!);
        Write(store.Queries.EachFlow(StoredView.RangeOf(request, store), request.Filter.ToQuery(), request.Limit ?? long.MaxValue).Select(static f => f.Flow), request, terminal);
        return ExitCode.Done;
    }

    static IEnumerable<FlowRecord> Wanted(Observation observation, Request request)
    {
        var observer = observation.Observer;
        var left = request.Limit ?? long.MaxValue;
        foreach (var index in FlowFacts.InOrder(observer.Flows))
        {
            if (!request.Filter.Takes(index, observer)) continue;
            if (left-- == 0) yield break;
            yield return FlowRecord.Of(observer.Flows[index], observer, observation.InterfaceName);
        }
    }

    static void Write(IEnumerable<FlowRecord> flows, Request request, Terminal terminal)
    {
        if (request.Json) WriteJson(flows, terminal);
        else WriteTable(flows, request, terminal);
    }

    static void WriteJson(IEnumerable<FlowRecord> flows, Terminal terminal)
    {
        using var lines = new JsonLines(terminal.Output);
        foreach (var flow in flows)
        {
            FlowJson.Write(lines.Begin(), flow);
            lines.End();
        }

        lines.Flush();
    }

    static void WriteTable(IEnumerable<FlowRecord> flows, Request request, Terminal terminal)
    {
        var clock = request.Clock;
        using var page = new Page(terminal.Output, request.Color);
        var table = new Table(page,
            new(request.Say("flow", "フロー"), Style: Style.Dim), new(request.Say("first", "最初")), new(request.Say("lasted", "時間"), IsRight: true),
            new(request.Say("protocol", "プロトコル")), new(request.Say("initiator → responder", "開始側 → 応答側")),
            new(request.Say("packets", "パケット"), IsRight: true), new(request.Say("bytes", "バイト"), IsRight: true),
            new(request.Say("cause", "原因")), new(request.Say("name, detail", "名前、詳細"), Most: 100));
        foreach (var flow in flows)
        {
            string[] last = [NameText.Escape(flow.Name), FlowFacts.Detail(flow.Cause.Detail, request)];
            table.Row(
                flow.Id, clock.DateAndTime(flow.First), flow.Packets == 1 ? "" : Quantity.Duration(flow.Last.Since(flow.First)), ProtocolNames.Of(flow.Protocol, flow.Application), Ends(flow),
                $"{flow.PacketsOut}/{flow.PacketsBack}", Quantity.Bytes(flow.Bytes), CauseNames.Of(flow.Cause.Kind), string.Join(" · ", last.Where(t => t.Length > 0)));
        }

        table.End();
        if (table.Rows == 0 && !request.Quiet) page.Line(request.Say("no such flow", "該当するフローはない"));
    }

    /// <summary>The arrow points at who answered; a question mark: who began is a conclusion.</summary>
    static string Ends(FlowRecord flow) => $"{FlowFacts.End(flow.Initiator, flow.InitiatorPort, flow.HasPorts)} {(flow.IsInitiatorGuessed ? "?→" : "→")} {FlowFacts.End(flow.Responder, flow.ResponderPort, flow.HasPorts)}";
}

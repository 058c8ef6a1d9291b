using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu control`: who speaks in the control plane, and who fell silent.</summary>
static class ControlView
{
    public static int Run(Request request, Terminal terminal)
    {
        if (request.AsksStore) return StoredView.Documents(request, terminal, DocumentKinds.Control);
        using var observation = Observation.Of(request, terminal);
        var speakers = observation.Observer.Control.All.Take((int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue));
        if (request.Json) WriteJson(speakers, observation, terminal);
        else WriteTable(speakers, request, terminal);
        return observation.Report();
    }

    static void WriteTable(IEnumerable<ControlSeen> speakers, Request request, Terminal terminal)
    {
        using var page = new Page(terminal.Output, request.Color);
        var table = new Table(page,
            new(request.Say("what", "種類")), new(request.Say("who", "送信者")), new(request.Say("last hop", "最終ホップ")), new(request.Say("since", "初回")), new(request.Say("until", "最終")),
            new(request.Say("times", "回数"), IsRight: true), new(request.Say("every", "周期"), IsRight: true), new(request.Say("good for", "有効"), IsRight: true), new(request.Say("state", "状態")));
        foreach (var s in speakers)
        {
            table.Row(
                ControlNames.Of(s.Kind), s.Source.ToString(), s.LinkSource.IsNone ? "" : s.LinkSource.ToString(), request.Clock.DateAndTime(s.First), request.Clock.DateAndTime(s.Last),
                Quantity.Count(s.Messages), s.Period == 0 ? "" : Quantity.Duration(s.Period, request.Language), s.Hold == long.MaxValue ? request.Say("ever", "無期限") : Quantity.Duration(s.Hold, request.Language), State(s, request));
        }

        table.End();
        if (table.Rows == 0 && !request.Quiet) page.Line(request.Say("no router spoke", "ルーターの発言は見られなかった"));
    }

    static string State(ControlSeen s, Request request)
    {
        var parts = new List<string>();
        if (s.IsGone) parts.Add(s.SaidGoodbye ? request.Say("said good-bye", "離脱を告げた") : request.Say("gone", "消えた"));
        else if (s.IsElected) parts.Add(s.Kind == ControlKind.Pim ? request.Say("designated router", "代表ルーター") : request.Say("querier", "クエリア"));
        if (s.Changes > 0) parts.Add(request.Say($"changed {s.Changes}×", $"変化 {s.Changes} 回"));
        if (s.Pauses > 0) parts.Add(request.Say($"came back {s.Pauses}×", $"復帰 {s.Pauses} 回"));
        return string.Join(", ", parts);
    }

    static void WriteJson(IEnumerable<ControlSeen> speakers, Observation observation, Terminal terminal)
    {
        using var lines = new JsonLines(terminal.Output);
        foreach (var s in speakers)
        {
            Write(lines.Begin(), s, observation);
            lines.End();
        }

        lines.Flush();
    }

    public static void Write(Utf8JsonWriter json, ControlSeen s, Observation observation)
    {
        json.WriteString("kind", ControlNames.Of(s.Kind));
        json.Address("source", s.Source);
        json.Wire("zone", observation.InterfaceName(s.Interface) ?? $"interface-{s.Interface}");
        if (!s.LinkSource.IsNone) json.WriteString("last_hop", s.LinkSource.ToString());
        json.Time("first", s.First);
        json.Time("last", s.Last);
        json.WriteNumber("messages", s.Messages);
        if (s.Period > 0) json.WriteNumber("period_s", ChannelJson.Seconds(s.Period));
        if (s.Hold != long.MaxValue) json.WriteNumber("hold_s", ChannelJson.Seconds(s.Hold));
        if (s.Priority > 0) json.WriteNumber("priority", s.Priority);
        if (s.IsElected) json.WriteBoolean("elected", true);
        json.WriteString("state", s.IsGone ? "gone" : "live");
        if (s.SaidGoodbye) json.WriteBoolean("goodbye", true);
        if (s.Changes > 0) json.WriteNumber("changes", s.Changes);
        if (s.Pauses > 0) json.WriteNumber("returns", s.Pauses);
        json.Pair("frames", s.FirstFrame, s.LastFrame);
    }
}

using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu store`: what is kept, and how much may be.</summary>
static class StoreView
{
    public static int Run(Request request, Terminal terminal)
    {
        if (request.BudgetDays is not null || request.BudgetBytes is not null) SetBudget(request);
        if (!File.Exists(request.Store))
        {
            using var none = new Page(terminal.Output, request.Color);
            if (!request.Json) none.Line(request.Say($"nothing is kept yet; kansatsu read FILE --store {request.Store} begins", $"まだ何も残していない。kansatsu read FILE --store {request.Store} で始まる"));
            return ExitCode.Done;
        }

        using var store = SqliteStore.OpenToRead(request.Store!);
        var status = store.Queries.Status();
        if (request.Json) WriteJson(status, store.Path, terminal);
        else WriteText(status, store.Path, request, terminal);
        return ExitCode.Done;
    }

    static void SetBudget(Request request)
    {
        if (!File.Exists(request.Store)) throw new StoreException(request.Store!, StoreFault.NotFound, "there is no such store", "make one: kansatsu read FILE --store PATH");
        using var store = SqliteStore.Open(request.Store!);
        var now = store.Budget;
        store.Budget = new StoreBudget(request.BudgetDays ?? now.Days, request.BudgetBytes ?? now.Bytes);
    }

    static void WriteText(StoreStatus status, string path, Request request, Terminal terminal)
    {
        using var page = new Page(terminal.Output, request.Color);
        page.Text(path, Style.Bold).Text("  ").Line(Quantity.Bytes(status.Bytes));
        page.Text("  ").Line(request.Say($"{Quantity.Count(status.Flows)} flows", $"フロー {Quantity.Count(status.Flows)}")
            + (status is { First: { } first, Last: { } last } ? $" · {request.Clock.DateAndTime(first)} – {request.Clock.DateAndTime(last)}" : ""));
        page.Text("  ").Line(request.Say(
            $"budget: flows of the newest {status.Budget.Days} days with traffic, {Quantity.Bytes(status.Budget.Bytes)}", $"上限: トラフィックのある新しい {status.Budget.Days} 日分のフロー、{Quantity.Bytes(status.Budget.Bytes)}"));
        if (status.Trimmed.Flows > 0) page.Text("  ").Line(request.Say($"{Quantity.Count(status.Trimmed.Flows)} old flows made room", $"古いフロー {Quantity.Count(status.Trimmed.Flows)} 件が場所を空けた"));
        if (status.TimesFull > 0) page.Text("  ").Line(request.Say($"the disk was full {status.TimesFull} times", $"ディスクが {status.TimesFull} 回満杯になった"));
        foreach (var source in status.Sources)
        {
            var state = source.IsComplete ? "" : request.Say(" · interrupted; read it again to go on", " · 中断。もう一度読むと続きから");
            page.Text("  · ").Line($"{source.Name}: {Quantity.Count(source.Flows)} " + request.Say("flows", "フロー") + state + (source.Health?.Problem is { } problem ? " · " + problem : ""));
        }
    }

    static void WriteJson(StoreStatus status, string path, Terminal terminal)
    {
        using var lines = new JsonLines(terminal.Output);
        var json = lines.Begin();
        json.Wire("path", path);
        json.WriteNumber("bytes", status.Bytes);
        json.WriteNumber("flows", status.Flows);
        if (status.First is { } first) json.Time("first", first);
        if (status.Last is { } last) json.Time("last", last);
        json.WriteStartObject("budget");
        json.WriteNumber("days", status.Budget.Days);
        json.WriteNumber("bytes", status.Budget.Bytes);
        json.WriteEndObject();
        json.WriteNumber("trimmed_flows", status.Trimmed.Flows);
        json.WriteNumber("times_full", status.TimesFull);
        json.WriteStartArray("sources");
        foreach (var source in status.Sources)
        {
            json.WriteStartObject();
            json.WriteString("name", source.Name);
            json.WriteNumber("files", source.Files);
            json.WriteBoolean("complete", source.IsComplete);
            json.WriteNumber("flows", source.Flows);
            if (source.Health is { } health) json.WriteNumber("frames", health.Frames);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        lines.End();
        lines.Flush();
    }
}

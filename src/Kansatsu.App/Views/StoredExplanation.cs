using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Diary;
using Kansatsu.App.Keeping;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`explain ID --store`: what is kept of a flow, channel, telegram or finding, with its evidence. The packets themselves are in the captures.</summary>
static class StoredExplanation
{
    /// <returns>Null when nothing has the id.</returns>
    public static int? Write(string id, Request request, Terminal terminal)
    {
        using var store = SqliteStore.OpenToRead(request.Store!);
        if (DocumentOf(id, store.Queries, request) is { } document)
        {
            if (request.Json) WriteLine(document.Json, terminal);
            else WriteDocument(document, request, terminal);
            return ExitCode.Done;
        }

        if (id.Length < FlowId.Length || store.Queries.Flow(id)?.Flow is not { } flow) return null;
        if (request.Json) WriteLine(JsonLines.Object(json => FlowJson.Write(json, flow)), terminal);
        else WriteFlow(flow, request, terminal);
        return ExitCode.Done;
    }

    static StoredDocument? DocumentOf(string id, StoreQueries store, Request request)
    {
        var kept = new[] { DocumentKinds.Channel, DocumentKinds.Telegram }.SelectMany(kind => store.Documents(new DocumentQuery(kind)));
        return kept.Concat(StoreFindings.In(store, StoreRange.All, Novelties.Of(store, request.Clock))).FirstOrDefault(d => d.Id.StartsWith(id, StringComparison.Ordinal));
    }

    static void WriteLine(ReadOnlyMemory<byte> json, Terminal terminal)
    {
        using var lines = new JsonLines(terminal.Output);
        lines.Line(json.Span);
        lines.Flush();
    }

    /// <summary>Its fields, a line each: they are those of `--json`, and docs/reference/json.md tells what each means.</summary>
    static void WriteDocument(StoredDocument document, Request request, Terminal terminal)
    {
        using var page = new Page(terminal.Output, request.Color);
        using var json = JsonDocument.Parse(document.Json);
        page.Heading($"{document.Kind} {WireText.Escape(document.Id)}");
        foreach (var field in json.RootElement.EnumerateObject())
        {
            // Each language has its own words.
            var isJapanese = field.Name.EndsWith("_ja", StringComparison.Ordinal);
            if (isJapanese != (request.Language == Language.Japanese) && (isJapanese || json.RootElement.TryGetProperty(field.Name + "_ja", out _))) continue;
            foreach (var (value, i) in Values(field.Value).Select((value, i) => (value, i)))
                page.Text("  ").Text(DisplayWidth.PadRight(i == 0 ? field.Name : "", 20), Style.Dim).Line(WireText.Escape(value));
        }
    }

    static IEnumerable<string> Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array when value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.String => value.EnumerateArray().Select(v => v.GetString() ?? ""),
        JsonValueKind.String => [value.GetString() ?? ""],
        _ => [value.GetRawText()],
    };

    static void WriteFlow(FlowRecord flow, Request request, Terminal terminal)
    {
        using var page = new Page(terminal.Output, request.Color);
        page.Text(flow.Id, Style.Dim).Text("  ").Text(ProtocolNames.Of(flow.Protocol)).Text("  ")
            .Line($"{FlowFacts.End(flow.Initiator, flow.InitiatorPort, flow.HasPorts)} → {FlowFacts.End(flow.Responder, flow.ResponderPort, flow.HasPorts)}");
        if (flow.Name.Length > 0) page.Text("  ").Text(WireText.Escape(flow.Name), Style.Bold).Line();
        page.Text("  ").Line($"{request.Clock.DateAndTime(flow.First)} – {request.Clock.DateAndTime(flow.Last)[11..]} · {request.Say("packets", "パケット")} {flow.PacketsOut}/{flow.PacketsBack} · {Quantity.Bytes(flow.Bytes)}");
        page.Line();
        page.Heading(request.Say("Why is it here?", "なぜ来たのか"));
        page.Text("  ").Text(CauseNames.Of(flow.Cause.Kind), CauseWords.StyleOf(flow.Cause.Kind)).Text($" ({FlowExplanation.Sureness(flow.Cause.Confidence, request)}): ");
        page.Line(flow.Cause.Detail.Length > 0 ? FlowFacts.Detail(flow.Cause.Detail, request) : CauseWords.Of(flow.Cause.Kind).In(request.Language));
        page.Line();
        page.Heading(request.Say("Because", "根拠"));
        EvidenceText.Write(page, flow.Cause.Evidence, []);
    }
}

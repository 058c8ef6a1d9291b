using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Diary;
using Kansatsu.App.Keeping;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>Documents of a store, by the verbs that otherwise read captures: the same objects with --json, a row for each without.</summary>
static class StoredView
{
    /// <summary>Fields that say most of a kind, besides its times.</summary>
    static readonly Dictionary<string, string[]> s_fields = new(StringComparer.Ordinal)
    {
        [DocumentKinds.Channel] = ["id", "source", "group", "port", "packets", "period_s", "joined_by", "kind", "state"],
        [DocumentKinds.Telegram] = ["at", "event", "serial", "standing", "verdict", "max_intensity", "magnitude"],
        [DocumentKinds.Finding] = ["id", "name", "severity", "subject", "times", "says"],
        [DocumentKinds.Anomaly] = ["name", "frames", "says"],
        [DocumentKinds.Group] = ["group", "kind", "name", "reports", "packets", "bytes"],
        [DocumentKinds.Neighbor] = ["mac", "router", "addresses", "names"],
        [DocumentKinds.Name] = ["name", "from", "times", "addresses"],
        [DocumentKinds.Control] = ["kind", "source", "messages", "period_s", "state"],
        [DocumentKinds.Mail] = ["protocol", "client", "server", "sender", "messages", "verdict"],
    };

    public static int Documents(Request request, Terminal terminal, string kind)
    {
        using var store = SqliteStore.OpenToRead(request.Store!);
        var range = RangeOf(request, store);
        var most = (int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue);
        List<StoredDocument> documents = kind == DocumentKinds.Finding
            ? [.. StoreFindings.In(store.Queries, range, Novelties.Of(store.Queries, request.Clock)).Take(most)]
            : [.. store.Queries.Documents(new DocumentQuery(kind, range) { Limit = most })];
        if (request.Json) WriteJson(documents, terminal);
        else WriteTable(documents, kind, request, terminal);
        return ExitCode.Done;
    }

    /// <summary>--since and --until; a time of day means the store's last day.</summary>
    public static StoreRange RangeOf(Request request, SqliteStore store)
    {
        if (request.Since is null && request.Until is null) return StoreRange.All;
        var last = store.Queries.Status().Last ?? default;
        return new StoreRange(request.Since?.On(last, request.Clock), request.Until?.On(last, request.Clock));
    }

    static void WriteJson(IEnumerable<StoredDocument> documents, Terminal terminal)
    {
        using var lines = new JsonLines(terminal.Output);
        foreach (var document in documents) lines.Line(document.Json.Span);
        lines.Flush();
    }

    static void WriteTable(List<StoredDocument> documents, string kind, Request request, Terminal terminal)
    {
        using var page = new Page(terminal.Output, request.Color);
        var fields = s_fields[kind];
        var table = new Table(page, [new(request.Say("first", "最初")), new(request.Say("last", "最後")), .. fields.Select(static f => new Column(f, Most: 100))]);
        foreach (var document in documents)
        {
            using var json = JsonDocument.Parse(document.Json);
            table.Row([request.Clock.DateAndTime(document.First), request.Clock.DateAndTime(document.Last), .. fields.Select(f => Text(json.RootElement, f))]);
        }

        table.End();
        if (table.Rows == 0 && !request.Quiet) page.Line(request.Say("the store has none of that", "ストアにはない"));
    }

    static string Text(JsonElement element, string field)
    {
        if (!element.TryGetProperty(field, out var value)) return "";
        return value.ValueKind switch
        {
            JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(static v => v.ToString())),
            JsonValueKind.Null => "",
            _ => value.ToString(),
        };
    }
}

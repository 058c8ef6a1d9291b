using System.Globalization;
using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.App.Views;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Api;

/// <summary>Flows, one flow, and what a filter may go on with.</summary>
static class FlowAnswers
{
    const string HowToFilter = "use terms such as cause:scan peer:2001:db8::/32 port:443 name:example family:6, with blanks between";

    static readonly SoftwareCatalogue s_catalogue = new();

    public static byte[] List(ApiCall call)
    {
        if (!FlowQuery.TryParse(call.Text("filter") ?? "", out var query, out var problem)) throw new BadQuestion(problem, HowToFilter);
        var page = call.Store.Flows(call.Range, query, call.Number("limit", 100, 1, 1000), Cursor(call));
        return ApiCall.Json(json =>
        {
            json.WriteStartArray("flows");
            foreach (var stored in page.Flows)
            {
                json.WriteStartObject();
                FlowJson.Write(json, InLanguage(stored.Flow, call.Language));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (page.Next is { } next) json.WriteString("next", next.ToString(CultureInfo.InvariantCulture));
            else json.WriteNull("next");
        });
    }

    public static byte[] One(ApiCall call)
    {
        var stored = call.Store.Flow(call.Id, call.Moment("at")) ?? throw BadQuestion.NotFound("no flow has this id", "it may have made room for newer ones; /api/v1/flows lists those that are there");
        return ApiCall.Json(json =>
        {
            FlowJson.Write(json, InLanguage(stored.Flow, call.Language));
            if (SourceOf(call.Store, stored.Flow) is { } source) json.Wire("source", source);
        });
    }

    public static byte[] Complete(ApiCall call)
    {
        var values = call.Store.Complete(call.Text("field") ?? "", call.Text("prefix") ?? "", call.Range, call.Number("limit", 20, 1, 200));
        return ApiCall.Json(json =>
        {
            json.WriteStartArray("values");
            foreach (var (value, flows) in values) Write(json, value, flows);
            json.WriteEndArray();
        });
    }

    static void Write(Utf8JsonWriter json, string value, long flows)
    {
        json.WriteStartObject();
        json.Wire("value", value);
        if (flows > 0) json.WriteNumber("flows", flows);
        json.WriteEndObject();
    }

    static long? Cursor(ApiCall call)
    {
        if (call.Text("before") is not { } text) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : throw new BadQuestion($"before '{WireText.Escape(text)}' is no cursor", "use the value of next in the page before");
    }

    static FlowRecord InLanguage(FlowRecord flow, Language language) =>
        language == Language.English ? flow : flow with { Cause = flow.Cause with { Detail = new DetailWords(language, s_catalogue).Of(flow.Cause.Detail) } };

    /// <summary>The source in whose time the flow began, when there is only one.</summary>
    static string? SourceOf(StoreQueries store, FlowRecord flow)
    {
        var sources = store.Status().Sources.Where(s => s.First <= flow.First && s.Last >= flow.First).Take(2).ToList();
        return sources.Count == 1 ? sources[0].Name : null;
    }
}

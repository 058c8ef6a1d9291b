using Kansatsu.App.Keeping;
using Kansatsu.App.Text;
using Kansatsu.App.Views;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Api;

/// <summary>What the store keeps as objects: channels and their bursts, telegrams, findings, groups, neighbors, anomalies, names.</summary>
static class DocumentAnswers
{
    const int Most = 10_000;
    const int MostBursts = 20_000;

    static readonly string[] s_severities = ["info", "notice", "warning", "alert"];

    /// <summary>A list of one kind, the earliest first.</summary>
    public static Func<ApiCall, byte[]> ListOf(string field, string kind) => call => ApiCall.Json(json =>
        json.Raw(field, call.Store.Documents(new DocumentQuery(kind, call.Range) { Limit = call.Number("limit", Most, 1, Most) }).Select(static d => d.Json)));

    public static byte[] Telegram(ApiCall call) =>
        call.Store.Documents(new DocumentQuery(DocumentKinds.Telegram)).FirstOrDefault(d => RawJson.Parse(d).Text("id") == call.Id)?.Json.ToArray()
        ?? throw BadQuestion.NotFound("no telegram has this id", "/api/v1/telegrams lists them");

    /// <summary>The newest first.</summary>
    public static byte[] Findings(ApiCall call)
    {
        var (name, least) = (call.Text("name"), LeastSeverity(call));
        var found = AllFindings(call, call.Range).OrderByDescending(static d => d.Last).Where(d => Fits(d, name, least)).Take(call.Number("limit", 1000, 1, Most));
        return ApiCall.Json(json => json.Raw("findings", found.Select(static d => d.Json)));
    }

    public static byte[] Finding(ApiCall call) =>
        AllFindings(call, StoreRange.All).FirstOrDefault(d => RawJson.Parse(d).Text("id") == call.Id)?.Json.ToArray()
        ?? throw BadQuestion.NotFound("no finding has this id", "/api/v1/findings lists them");

    public static byte[] Bursts(ApiCall call)
    {
        var bursts = call.Store.Bursts(call.Id, call.Range, MostBursts);
        return ApiCall.Json(json =>
        {
            json.WriteStartArray("bursts");
            foreach (var burst in bursts)
            {
                json.WriteStartObject();
                json.Time("at", burst.At);
                json.WriteNumber("packets", burst.Packets);
                json.WriteNumber("bytes", burst.Bytes);
                if (burst.Gap > 0) json.WriteNumber("gap_s", (decimal)burst.Gap / Timestamp.PerSecond);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("cut", bursts.Count == MostBursts);
        });
    }

    static IEnumerable<StoredDocument> AllFindings(ApiCall call, StoreRange range) => StoreFindings.In(call.Store, range, call.Serving.NoveltiesOf(call.Clock));

    static int LeastSeverity(ApiCall call)
    {
        if (call.Text("severity") is not { } text) return 0;
        var index = Array.IndexOf(s_severities, text);
        return index >= 0 ? index : throw new BadQuestion($"severity '{WireText.Escape(text)}' is none", "use one of " + string.Join(", ", s_severities) + "; what is at least as grave is listed");
    }

    static bool Fits(StoredDocument document, string? name, int least)
    {
        if (name is null && least == 0) return true;
        var finding = RawJson.Parse(document);
        return (name is null || finding.Text("name") == name) && Array.IndexOf(s_severities, finding.Text("severity")) >= least;
    }
}

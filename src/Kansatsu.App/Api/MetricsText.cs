using System.Globalization;
using System.Text;
using Kansatsu.Analysis;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Api;

/// <summary>/metrics: what the store holds, in the text format of Prometheus (version 0.0.4).</summary>
static class MetricsText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Of(Serving serving)
    {
        var status = serving.Store.Queries.Status();
        var text = new StringBuilder();
        Add(text, "kansatsu_info", "gauge", "The version of the program.", [($"version=\"{StatusAnswer.Version}\"", 1)]);
        Add(text, "kansatsu_store_flows", "gauge", "Flows that can be shown one by one.", [("", status.Flows)]);
        Add(text, "kansatsu_store_bytes", "gauge", "Bytes of the store's file and its log.", [("", status.Bytes)]);
        Add(text, "kansatsu_store_budget_bytes", "gauge", "Most bytes of the store.", [("", status.Budget.Bytes)]);
        Add(text, "kansatsu_store_revision", "counter", "Commits that changed what can be asked.", [("", status.Revision)]);
        Add(text, "kansatsu_store_trimmed_flows_total", "counter", "Flows that made room.", [("", status.Trimmed.Flows)]);
        if (status.Last is { } last) Add(text, "kansatsu_store_last_timestamp_seconds", "gauge", "The newest time that anything is known of.", [("", (double)TrafficAnswers.Seconds(last))]);
        Add(text, "kansatsu_source_frames_total", "counter", "Frames read, by source.", OfSources(status, static s => s.Health?.Frames ?? 0));
        Add(text, "kansatsu_source_flows_total", "counter", "Flows committed, by source.", OfSources(status, static s => s.Flows));
        Add(text, "kansatsu_source_problems", "gauge", "1 where not all of a source could be read.", OfSources(status, static s => s.Health?.Problem is null ? 0 : 1));
        Add(text, "kansatsu_refused_total", "counter", "What full tables refused, by table.", StatusAnswer.RefusedOf(status).Select(static r => ($"table=\"{Label(r.Key)}\"", (double)r.Value)));
        var causes = serving.Store.Queries.Causes(StoreRange.All).Causes;
        Add(text, "kansatsu_cause_flows_total", "counter", "Flows, by cause.", causes.Select(static c => ($"kind=\"{CauseNames.Of(c.Kind)}\"", (double)c.Flows)));
        Add(text, "kansatsu_cause_bytes_total", "counter", "Bytes, by cause.", causes.Select(static c => ($"kind=\"{CauseNames.Of(c.Kind)}\"", (double)c.Bytes)));
        Add(text, "kansatsu_http_questions_total", "counter", "Questions answered.", [("", serving.Questions)]);
        Add(text, "kansatsu_http_listeners", "gauge", "Pages that listen for changes.", [("", serving.Listeners)]);
        return text.ToString();
    }

    static IEnumerable<(string, double)> OfSources(StoreStatus status, Func<StoredSource, double> value) =>
        status.Sources.Select(s => (string.Create(CultureInfo.InvariantCulture, $"id=\"{s.Id}\",source=\"{Label(s.Name)}\""), value(s)));

    static void Add(StringBuilder text, string name, string type, string help, IEnumerable<(string Labels, double Value)> samples)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        foreach (var (labels, value) in samples) text.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length > 0 ? $"{{{labels}}}" : "")} {value:R}\n");
    }

    /// <summary>A value of a label: a backslash, a quote and the end of a line have a meaning there.</summary>
    static string Label(string text) => WireText.Escape(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}

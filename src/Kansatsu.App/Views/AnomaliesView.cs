using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu anomalies`: which rules were broken, how often, and where to look.</summary>
static class AnomaliesView
{
    public static int Run(Request request, Terminal terminal)
    {
        if (request.AsksStore) return StoredView.Documents(request, terminal, DocumentKinds.Anomaly);
        using var observation = Observation.Of(request, terminal);
        var seen = InOrder(observation.Observer).Take((int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue));
        if (request.Json)
        {
            using var lines = new JsonLines(terminal.Output);
            foreach (var anomaly in seen)
            {
                WriteJson(lines.Begin(), anomaly);
                lines.End();
            }

            lines.Flush();
            return observation.Report();
        }

        using var page = new Page(terminal.Output, request.Color);
        var rows = 0;
        foreach (var anomaly in seen)
        {
            rows++;
            page.Text(AnomalyNames.Of(anomaly.Anomaly), Style.Bold).Text($"  {Quantity.Count(anomaly.Frames)}  ").Line(AnomalyWords.Of(anomaly.Anomaly).In(request.Language));
            foreach (var example in anomaly.Examples)
                page.Line($"    {request.Say("frame", "フレーム")} {example.Frame}  {request.Clock.DateAndTime(example.Time)}  {example.Source} -> {example.Destination}");
        }

        if (rows == 0 && !request.Quiet) page.Line(request.Say("no rule was broken", "規則は破られていない"));
        return observation.Report();
    }

    public static IEnumerable<AnomalySeen> InOrder(Observer observer) => observer.Anomalies.All.OrderByDescending(static a => a.Frames).ThenBy(static a => a.Anomaly);

    public static void WriteJson(System.Text.Json.Utf8JsonWriter json, AnomalySeen seen)
    {
        json.WriteString("name", AnomalyNames.Of(seen.Anomaly));
        json.WriteString("says", AnomalyWords.Of(seen.Anomaly).English);
        json.WriteNumber("frames", seen.Frames);
        json.Time("first", seen.First);
        json.Time("last", seen.Last);
        json.WriteStartArray("examples");
        foreach (var example in seen.Examples)
        {
            json.WriteStartObject();
            json.WriteNumber("frame", example.Frame);
            json.Time("time", example.Time);
            json.Address("source", example.Source);
            json.Address("destination", example.Destination);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

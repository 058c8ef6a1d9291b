using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>A timeline as JSON (docs/reference/json.md, "timeline"): an object a bin with packets, then one a window.</summary>
static class TimelineJson
{
    public static void Write(TimelineBins bins, Request request, Terminal terminal)
    {
        using var lines = new JsonLines(terminal.Output);
        var left = request.Limit ?? long.MaxValue;
        foreach (var (number, sum) in bins.Bins)
        {
            if (left-- == 0) break;
            var json = lines.Begin();
            json.Time("at", bins.StartOf(number));
            json.WriteNumber("seconds", Seconds(bins.Length));
            WriteSum(json, sum);
            if (bins.Windows.Count > 0) json.Wires("windows", Touching(bins, number));
            lines.End();
        }

        foreach (var window in bins.Windows)
        {
            WriteWindow(lines.Begin(), window, bins);
            lines.End();
        }

        lines.Flush();
    }

    static IEnumerable<string> Touching(TimelineBins bins, long number)
    {
        foreach (var window in bins.Windows)
        {
            var (first, last) = bins.Touched(window.Window);
            if (number >= first && number <= last) yield return window.Window.Name;
        }
    }

    static void WriteWindow(Utf8JsonWriter json, WindowSums sums, TimelineBins bins)
    {
        json.Wire("window", sums.Window.Name);
        json.Time("from", sums.Window.From);
        json.Time("to", sums.Window.To);
        for (var place = -1; place <= 1; place++)
        {
            json.WriteStartObject(place switch { < 0 => "before", 0 => "during", _ => "after" });
            json.WriteNumber("seconds", Seconds(sums.Observed(place, bins.First, bins.Last)));
            WriteSum(json, sums.At(place));
            json.WriteEndObject();
        }
    }

    static void WriteSum(Utf8JsonWriter json, TrafficSum sum)
    {
        json.WriteStartObject("packets");
        json.WriteNumber("ipv6", sum.Ipv6.Packets);
        json.WriteNumber("ipv4", sum.Ipv4.Packets);
        json.WriteEndObject();
        json.WriteStartObject("bytes");
        json.WriteNumber("ipv6", sum.Ipv6.Bytes);
        json.WriteNumber("ipv4", sum.Ipv4.Bytes);
        json.WriteEndObject();
        json.WriteStartArray("causes");
        foreach (var (kind, amount) in sum.Causes) WriteAmount(json, "kind", CauseNames.Of(kind), amount);
        json.WriteEndArray();
        json.WriteStartArray("protocols");
        foreach (var (protocol, amount) in sum.Protocols) WriteAmount(json, "protocol", protocol, amount);
        json.WriteEndArray();
    }

    static void WriteAmount(Utf8JsonWriter json, string field, string name, Amount amount)
    {
        json.WriteStartObject();
        json.WriteString(field, name);
        json.WriteNumber("packets", amount.Packets);
        json.WriteNumber("bytes", amount.Bytes);
        json.WriteEndObject();
    }

    static double Seconds(long nanoseconds) => (double)nanoseconds / Timestamp.PerSecond;
}

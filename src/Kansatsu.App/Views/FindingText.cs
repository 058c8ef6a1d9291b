using Kansatsu.Analysis;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>Findings as people and programs read them.</summary>
static class FindingText
{
    public static string In(Wording words, Request request) => WireText.Escape(request.Say(words.English, words.Japanese));

    public static Style StyleOf(Severity severity) => severity switch
    {
        Severity.Alert or Severity.Warning => Style.Bad,
        Severity.Notice => Style.Notice,
        _ => Style.Good,
    };

    public static void WriteJson(System.Text.Json.Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("id", finding.Id);
        json.WriteString("name", finding.Name);
        json.WriteString("severity", FindingNames.Of(finding.Severity));
        json.Wire("subject", finding.Subject);
        json.Time("first", finding.First);
        json.Time("last", finding.Last);
        json.WriteNumber("times", finding.Times);
        json.Wire("says", finding.Says.English);
        json.Wires("because", finding.Because.Select(b => b.English));
        json.Wire("do", finding.Do.English);
        json.WriteStartObject("ja");
        json.Wire("says", finding.Says.Japanese);
        json.Wires("because", finding.Because.Select(b => b.Japanese));
        json.Wire("do", finding.Do.Japanese);
        json.WriteEndObject();
        json.WriteStartArray("packets");
        foreach (var frame in finding.Packets) json.WriteNumberValue(frame);
        json.WriteEndArray();
        foreach (var (key, value) in finding.Facts) json.Wire(key, value);
        if (finding.Programs.Count == 0) return;
        json.WriteStartArray("programs");
        foreach (var program in finding.Programs)
        {
            json.WriteStartObject();
            json.Wire("program", program.Program);
            json.WriteNumber("attempts", program.Attempts);
            json.WriteNumber("saved", program.Saved);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

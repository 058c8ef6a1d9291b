using System.Globalization;
using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Diary;

/// <summary>The documents of a store, as far as the diary tells of them.</summary>
static class DocumentFacts
{
    public static DayChannel Channel(JsonElement o) => new(
        Text(o, "id"), Text(o, "source"), Text(o, "group"), (int)Number(o, "port"), Text(o, "kind"), Number(o, "period_s"), (int)Number(o, "burst"), Number(o, "gap_s"),
        o.TryGetProperty("joined", out var joined) && joined.ValueKind == JsonValueKind.True, Text(o, "joined_by"), Text(o, "state") == "stopped",
        o.TryGetProperty("hop_limits", out var hops) ? [.. hops.EnumerateArray().Select(hop => hop.GetInt32())] : []);

    public static DayControl Control(JsonElement o) => new(
        Text(o, "kind"), Text(o, "source"), Time(o, "first"), Time(o, "last"), o.TryGetProperty("elected", out var elected) && elected.ValueKind == JsonValueKind.True);

    public static DayTelegram Telegram(JsonElement o) => new(
        Text(o, "id"), Time(o, "at"), SaysOf(o), EewReasonNames.VerdictOf(Text(o, "verdict")), [.. Pairs(o, "reasons")], (int)Number(o, "copies"));

    public static DayFinding Finding(JsonElement o) => new(
        Text(o, "id"), Text(o, "name"), Text(o, "severity"), Text(o, "subject"), Time(o, "first"), Time(o, "last"), new Wording(Text(o, "says"), Text(o, "says_ja")),
        new Wording(Text(o, "do"), Text(o, "do_ja")), Text(o, "way"), Text(o, "saved"));

    public static DayFinding Of(Finding f) => new(
        f.Id, f.Name, FindingNames.Of(f.Severity), f.Subject, f.First, f.Last, f.Says, f.Do, f.Facts.FirstOrDefault(fact => fact.Key == "way").Value ?? "",
        f.Facts.FirstOrDefault(fact => fact.Key == "saved").Value ?? "");

    /// <summary>"[DRILL] forecast, report 1: Southern inland Iwate Prefecture, M 4.1, highest intensity 3".</summary>
    static Wording SaysOf(JsonElement o)
    {
        var (english, japanese) = (new List<string>(), new List<string>());
        var isWarning = o.TryGetProperty("warning", out var warning) && warning.ValueKind == JsonValueKind.True;
        var isCancel = o.TryGetProperty("cancel", out var cancel) && cancel.ValueKind == JsonValueKind.True;
        var isAssumed = o.TryGetProperty("assumed_hypocentre", out _);
        english.Add(isCancel ? "a cancellation" : isWarning ? "a warning" : "a forecast");
        japanese.Add(isCancel ? "取り消し" : isWarning ? "警報" : "予報");
        if (o.TryGetProperty("serial", out var serial))
        {
            english[0] += $", report {serial}";
            japanese[0] += $"第 {serial} 報";
        }

        if (o.TryGetProperty("epicentre", out var place) && !isCancel)
        {
            english.Add(isAssumed ? $"hypocentre not found (assumed near {Text(place, "en")})" : Text(place, "en") is { Length: > 0 } en ? en : Text(place, "ja"));
            japanese.Add(isAssumed ? $"震源不明(仮定震源 {Text(place, "ja")})" : Text(place, "ja"));
        }

        if (o.TryGetProperty("magnitude", out var m) && !isAssumed && !isCancel)
        {
            var magnitude = "M " + m.GetDouble().ToString("0.0", CultureInfo.InvariantCulture);
            english.Add(magnitude);
            japanese.Add(magnitude);
        }

        if (Text(o, "max_intensity") is { Length: > 0 } intensity && !isCancel)
        {
            english.Add($"highest intensity {intensity}");
            japanese.Add($"最大震度 {intensity}");
        }

        var mark = Text(o, "standing") switch { "drill" => ("[DRILL] ", "【訓練】"), "test" => ("[TEST] ", "【試験】"), "live" => ("", ""), _ => ("[NOT LIVE] ", "【発表でない】") };
        return new Wording(mark.Item1 + string.Join(", ", english), mark.Item2 + string.Join("、", japanese));
    }

    static IEnumerable<Wording> Pairs(JsonElement o, string name)
    {
        if (!o.TryGetProperty(name, out var english) || !o.TryGetProperty(name + "_ja", out var japanese)) yield break;
        for (var i = 0; i < Math.Min(english.GetArrayLength(), japanese.GetArrayLength()); i++) yield return new Wording(english[i].GetString() ?? "", japanese[i].GetString() ?? "");
    }

    static string Text(JsonElement o, string name) => o.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    static double Number(JsonElement o, string name) => o.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;

    static Timestamp Time(JsonElement o, string name) =>
        o.TryGetProperty(name, out var value) && DateTime.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? Clock.ToTimestamp(time) : default;
}

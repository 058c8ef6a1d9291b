using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>The object of `telegrams --json` and `eew decode --json`; each field is described in docs/reference/json.md.</summary>
static class TelegramJson
{
    public static void Write(Utf8JsonWriter json, EewReport report, EewState? state)
    {
        json.WriteString("notice", EewWords.Notice.English);
        if (report.Stream is not null) json.Time("at", report.First);
        if (report.Telegram is { } telegram) WriteTelegram(json, telegram, report.Standing);
        if (report.Telegram is { } t) WriteAreas(json, t);
        if (report.Stream is not null) json.WriteNumber("copies", report.Copies);
        if (state is { } known) json.WriteString("event_state", EewWords.NameOf(known));
        json.WriteString("verdict", EewReasonNames.Of(report.Verdict));
        json.Wires("reasons", report.Objections.Count > 0
            ? report.Objections.Select(o => $"{EewReasonNames.Of(o.Reason)}: {o.Says.English}")
            : report.Supports.Select(s => s.English));
        json.Wires("reasons_ja", report.Objections.Count > 0
            ? report.Objections.Select(o => $"{EewReasonNames.Of(o.Reason)}: {o.Says.Japanese}")
            : report.Supports.Select(s => s.Japanese));
        if (report.Telegram is { } raw) json.WriteString("raw", Raw(raw.Text));
        if (report.ReplayOf is { } original) json.WriteNumber("replay_of", original.Frames.Count > 0 ? original.Frames[0] : 0);
        if (report.Frames.Count > 0)
        {
            json.WriteStartArray("packets");
            foreach (var frame in report.Frames) json.WriteNumberValue(frame);
            json.WriteEndArray();
        }

        EewFramingJson.Write(json, report);
    }

    /// <summary>Line ends stay line ends, so that the text can be decoded again; everything else that is no text is escaped.</summary>
    static string Raw(string text) => string.Join('\n', text.Split('\n').Select(WireText.Escape));

    static void WriteTelegram(Utf8JsonWriter json, EewTelegram t, EewStanding standing)
    {
        Coded(json, "kind", t.Kind);
        Coded(json, "office", t.Office);
        json.WriteBoolean("training", standing == EewStanding.Drill);
        Coded(json, "flag", t.Flag);
        json.WriteString("standing", EewWords.NameOf(standing));
        json.WriteBoolean("live", standing == EewStanding.Live);
        if (t.Issued is { } issued) json.Time("issued", issued);
        if (t.Origin is { } origin) json.Time("origin", origin);
        Coded(json, "event", t.EventId);
        if (t.Serial is { } serial) json.WriteNumber("serial", serial);
        if (t.Status is not ('\0' or '/')) json.Wire("status", t.Status.ToString());
        json.WriteBoolean("final", t.IsFinal);
        json.WriteBoolean("cancel", t.IsCancel);
        if (t.EpicentreCode.AsSpan().ContainsAnyExcept('/')) Named(json, "epicentre", t.EpicentreCode, EewTables.Epicentre(t.EpicentreCode), EewWords.IsBeforeRenaming(t));
        if (t.IsAssumed) json.WriteBoolean("assumed_hypocentre", true);
        if (t.Latitude is { } latitude) json.WriteNumber("latitude", latitude);
        if (t.Longitude is { } longitude) json.WriteNumber("longitude", longitude);
        if (t.DepthKm is { } depth) json.WriteNumber("depth_km", depth);
        if (t.Magnitude is { } magnitude) json.WriteNumber("magnitude", magnitude);
        Intensity(json, "max_intensity", t.MaxIntensity);
        json.WriteBoolean("warning", t.IsWarning);
        Coded(json, "command", t.Command);
        Coded(json, "jd", t.Jd);
        Coded(json, "jn", t.Jn);
        Coded(json, "rk", t.Rk);
        Coded(json, "rt", t.Rt);
        Coded(json, "rc", t.Rc);
        if (t.Warning is { } part) WriteWarning(json, part);
        foreach (var (name, words) in t.OtherLists) json.Wire("list_" + name.ToLowerInvariant(), words);
        if (t.Undecoded.Length > 0) json.Wire("undecoded", t.Undecoded);
        json.WriteBoolean("complete", t.HasEnd);
    }

    static void WriteAreas(Utf8JsonWriter json, EewTelegram telegram)
    {
        json.WriteStartArray("areas");
        foreach (var area in telegram.Areas)
        {
            json.WriteStartObject();
            Name(json, area.Code, EewTables.Area(area.Code), EewWords.IsBeforeRenaming(telegram));
            var isOpen = area.Lower == EewIntensity.Unset;
            Intensity(json, "from", isOpen ? area.Upper : area.Lower);
            if (isOpen) json.WriteBoolean("or_more", true);
            else Intensity(json, "to", area.Upper);
            if (area.At(telegram.Issued) is { } at) json.Time(area.IsPlum ? "plum_since" : "arrival", at);
            if (area.Warned is '0' or '1') json.WriteBoolean("warning", area.IsWarned);
            if (area.Arrived is '0' or '1') json.WriteBoolean("arrived", area.HasArrived);
            if (area.IsPlum) json.WriteBoolean("plum", true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteWarning(Utf8JsonWriter json, EewWarningPart part)
    {
        json.WriteStartObject("public_warning");
        if (part.Serial is { } serial) json.WriteNumber("serial", serial);
        if (part.EpicentreCode.Length > 0) Named(json, "epicentre", part.EpicentreCode, EewTables.WarningEpicentre(part.EpicentreCode), false);
        Coded(json, "prc", part.Prc);
        Codes("added_regions", part.AddedRegions, EewTables.Region);
        Codes("added_prefectures", part.AddedPrefectures, EewTables.Prefecture);
        Codes("added_areas", part.AddedAreas, EewTables.Area);
        Codes("regions", part.Regions, EewTables.Region);
        Codes("prefectures", part.Prefectures, EewTables.Prefecture);
        Codes("areas", part.Areas, EewTables.Area);
        json.WriteEndObject();

        void Codes(string field, IReadOnlyList<string> codes, Func<string, EewName?> find)
        {
            json.WriteStartArray(field);
            foreach (var code in codes)
            {
                json.WriteStartObject();
                Name(json, code, find(code), false);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    static void Named(Utf8JsonWriter json, string field, string code, EewName? name, bool then)
    {
        json.WriteStartObject(field);
        Name(json, code, name, then);
        json.WriteEndObject();
    }

    static void Name(Utf8JsonWriter json, string code, EewName? name, bool then)
    {
        json.Wire("code", code);
        if (name is null) return;
        json.WriteString("ja", name.Japanese);
        if (name.English.Length > 0) json.WriteString("en", name.English);
        if (then && name.Japanese2008.Length > 0) json.WriteString("ja_then", name.Japanese2008);
    }

    static void Coded(Utf8JsonWriter json, string field, string code)
    {
        if (code.AsSpan().ContainsAnyExcept('/')) json.Wire(field, code);
    }

    static void Intensity(Utf8JsonWriter json, string field, string code)
    {
        if (code.AsSpan().ContainsAnyExcept('/')) json.Wire(field, EewIntensity.Short(code));
    }
}

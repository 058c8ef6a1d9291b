using System.Globalization;
using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;
using Microsoft.AspNetCore.Http;

namespace Kansatsu.App.Api;

/// <summary>One question: what it asks for, read and checked, and the store that knows.</summary>
/// <param name="id">The part of the path that names one thing; empty for lists.</param>
sealed class ApiCall(Serving serving, IQueryCollection query, string id)
{
    static readonly Clock s_utc = new(TimeZoneInfo.Utc);

    public Serving Serving => serving;

    public StoreQueries Store => serving.Store.Queries;

    public string Id => id;

    public StoreRange Range => new(Moment("from"), Moment("to"));

    /// <summary>4, 6, or null for both.</summary>
    public int? Family => Text("family") switch
    {
        null => null,
        "4" => 4,
        "6" => 6,
        var other => throw new BadQuestion($"family '{WireText.Escape(other)}' is none", "use 4 or 6"),
    };

    public CauseKind? Cause
    {
        get
        {
            if (Text("cause") is not { } text) return null;
            if (RequestReader.TryCause(text, out var kind)) return kind;
            throw new BadQuestion($"there is no cause '{WireText.Escape(text)}'", "use one of " + string.Join(", ", Enum.GetValues<CauseKind>().Select(CauseNames.Of)));
        }
    }

    public Language Language => Text("lang") == "ja" ? Language.Japanese : Language.English;

    /// <summary>The zone by which days are counted.</summary>
    public Clock Clock
    {
        get
        {
            if (Text("tz") is not { } name) return new Clock(TimeZoneInfo.Local);
            return Clock.TryFindZone(name, out var zone) ? new Clock(zone) : throw new BadQuestion($"there is no time zone '{WireText.Escape(name)}'", "use a name such as Asia/Tokyo, UTC, or an offset such as +09:00");
        }
    }

    /// <summary>Null when it was not given, or is empty.</summary>
    public string? Text(string name) => query.TryGetValue(name, out var values) && values[0] is { Length: > 0 } text ? text : null;

    public int Number(string name, int otherwise, int least, int most)
    {
        if (Text(name) is not { } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number : throw new BadQuestion($"{name} '{WireText.Escape(text)}' is out of range", $"use {least} to {most}");
    }

    public Timestamp? Moment(string name)
    {
        if (Text(name) is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 9_000_000_000m)
            return new Timestamp((long)(seconds * Timestamp.PerSecond));
        if (Options.Moment.TryParse(text, s_utc, out var moment) && !moment.IsTimeOfDay) return moment.Time;
        throw new BadQuestion($"{name} '{WireText.Escape(text)}' is no time", "use seconds since 1970, or a time such as 2008-06-14T00:13:28Z");
    }

    public static byte[] Json(Action<Utf8JsonWriter> write) => JsonLines.Object(write);
}

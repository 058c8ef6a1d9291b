using System.Globalization;
using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Store;

namespace Kansatsu.App.Api;

/// <summary>What the store has, where it came from, and how well it could be seen.</summary>
static class StatusAnswer
{
    const int Schema = 1;

    public static string Version { get; } = typeof(StatusAnswer).Assembly.GetName().Version?.ToString(3) ?? "";

    public static byte[] Of(ApiCall call)
    {
        // In the opposite order of how they come to be: flows are kept, then their story is told, then nothing is being read any more. So no answer tells a story
        // without its flows, nor that all is read without its stories.
        var reading = call.Serving.Reading;
        var stories = call.Serving.Stories;
        var status = call.Store.Status();
        return ApiCall.Json(json =>
        {
            json.WriteNumber("schema", Schema);
            json.WriteString("version", Version);
            json.WriteNumber("revision", status.Revision);
            if (reading is not null) json.Wire("reading", reading);
            WriteStore(json, call.Serving.Store.Path, status);
            json.WriteStartArray("sensors");
            json.WriteEndArray();
            json.WriteStartArray("sources");
            foreach (var source in status.Sources) WriteSource(json, source);
            json.WriteEndArray();
            WriteLearning(json, call, status);
            json.WriteStartObject("refused");
            foreach (var (name, times) in RefusedOf(status)) json.WriteNumber(name, times);
            json.WriteEndObject();
            WriteStories(json, stories, call.Language);
        });
    }

    public static SortedDictionary<string, long> RefusedOf(StoreStatus status)
    {
        var refused = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var source in status.Sources)
        {
            if (source.Health is not { } health) continue;
            foreach (var (name, times) in health.Refused) refused[name] = refused.GetValueOrDefault(name) + times;
        }

        return refused;
    }

    /// <summary>Until some days have been watched, nothing can be told to be new.</summary>
    static void WriteLearning(Utf8JsonWriter json, ApiCall call, StoreStatus status)
    {
        if (status.First is null) return;
        var novelties = call.Serving.NoveltiesOf(call.Clock);
        json.WriteStartObject("learning");
        json.WriteBoolean("done", novelties.LearnedOn is not null);
        json.WriteNumber("watched_days", novelties.Days.Count);
        json.WriteNumber("needed_days", WatchedDays.Learning);
        if (novelties.LearnedOn is { } day) json.WriteString("until", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    static void WriteStore(Utf8JsonWriter json, string path, StoreStatus status)
    {
        json.WriteStartObject("store");
        json.Wire("path", path);
        json.WriteNumber("bytes", status.Bytes);
        json.WriteNumber("flows", status.Flows);
        if (status.First is { } first) json.Time("first", first);
        if (status.Last is { } last) json.Time("last", last);
        json.WriteStartObject("budget");
        json.WriteNumber("days", status.Budget.Days);
        json.WriteNumber("bytes", status.Budget.Bytes);
        json.WriteEndObject();
        json.WriteStartObject("trimmed");
        json.WriteNumber("flows", status.Trimmed.Flows);
        json.WriteNumber("unexplained", status.Trimmed.Unexplained);
        if (status.Trimmed.Before is { } before) json.Time("before", before);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteSource(Utf8JsonWriter json, StoredSource source)
    {
        json.WriteStartObject();
        json.Wire("name", source.Name);
        json.WriteNumber("files", source.Files);
        json.WriteNumber("bytes", source.Bytes);
        json.WriteBoolean("complete", source.IsComplete);
        if (source.First is { } first) json.Time("first", first);
        if (source.Last is { } last) json.Time("last", last);
        json.WriteNumber("frames", source.Health?.Frames ?? 0);
        json.WriteNumber("flows", source.Flows);
        if (source.Health?.Problem is { } problem) json.Wire("problem", problem);
        else json.WriteNull("problem");
        json.WriteStartArray("home");
        foreach (var home in source.Health?.Home ?? [])
        {
            json.WriteStartObject();
            json.WriteString("prefix", home.Prefix);
            json.Wire("because", home.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteStories(Utf8JsonWriter json, IReadOnlyList<Story> stories, Language language)
    {
        if (stories.Count == 0) return;
        json.WriteStartArray("stories");
        foreach (var story in stories)
        {
            json.WriteStartObject();
            json.Time("from", story.From);
            json.Time("to", story.To);
            json.WriteString("title", story.Title.In(language));
            json.WriteString("says", story.Says.In(language));
            json.WriteStartArray("look");
            foreach (var (says, place) in story.Look)
            {
                json.WriteStartObject();
                json.WriteString("says", says.In(language));
                json.WriteString("href", place);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

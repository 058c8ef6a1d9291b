using System.Globalization;
using System.Text.Json;
using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Sensor;

/// <summary>Holds the readers against reference facts of a corpus of real captures, where there is one beside the repository.</summary>
public class CorpusFrames
{
    // For each fact, of all captures: a few are in formats that are not read here, or stretch the reference's own counters.
    const double LeastShare = 0.98;

    [Fact]
    public void The_corpus_reads_as_the_reference_says()
    {
        if (Corpus() is not { } corpus) return;
        var differences = new List<string>();
        var compared = 0;
        foreach (var oracle in Directory.GetFiles(Path.Combine(corpus, "oracle", "visible"), "*.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(oracle));
            var facts = document.RootElement;
            var path = Path.Combine(corpus, "visible", facts.GetProperty("file").GetString()!);
            if (!File.Exists(path)) continue;
            compared++;
            if (Difference(path, facts) is { } difference) differences.Add($"{Path.GetFileName(path)}: {difference}");
        }

        foreach (var fact in differences.GroupBy(d => d.Split(": ")[1].Split(' ')[0], StringComparer.Ordinal))
            Assert.True(fact.Count() <= compared * (1 - LeastShare), $"{fact.Count()} of {compared} differ\n" + string.Join('\n', differences));
        if (Environment.GetEnvironmentVariable("KANSATSU_CORPUS_LIST") is not null) Assert.Fail(string.Join('\n', differences));
    }

    static string? Difference(string path, JsonElement facts)
    {
        using var set = CaptureSet.Open([path]);
        while (set.TryRead(out _))
        {
        }

        var file = set.Files[0];
        if (facts.GetProperty("readable").GetString() is "partial" or "none")
            return file.Problem is null ? "no problem is told" : Compare("frames", facts.GetProperty("packets").GetInt64(), file.Frames);
        return Compare("frames", facts.GetProperty("packets").GetInt64(), file.Frames)
            ?? Compare("bytes", facts.GetProperty("wire_bytes").GetInt64(), file.Bytes)
            ?? Compare("captured", facts.GetProperty("captured_bytes").GetInt64(), file.CapturedBytes)
            ?? Compare("first", Time(facts, "min_time"), file.First?.Nanoseconds)
            ?? Compare("last", Time(facts, "max_time"), file.Last?.Nanoseconds)
            ?? Compare("problem", "", file.Problem?.ToString() ?? "");
    }

    static string? Compare<T>(string what, T wanted, T got) =>
        EqualityComparer<T>.Default.Equals(wanted, got) ? null : $"{what} {wanted} but read {got}";

    static long? Time(JsonElement facts, string name)
    {
        if (!facts.TryGetProperty(name, out var value) || value.GetString() is not { Length: > 0 } text) return null;
        // A fraction of more than a second is written as it is; times beyond the year 2262 stay at the last that can be held.
        var parts = text.Split('.');
        var time = (decimal.Parse(parts[0], CultureInfo.InvariantCulture) * Timestamp.PerSecond) + decimal.Parse(parts[1], CultureInfo.InvariantCulture);
        return (long)Math.Min(long.MaxValue, time);
    }

    static string? Corpus()
    {
        var named = Environment.GetEnvironmentVariable("KANSATSU_CORPUS");
        if (named is not null) return Directory.Exists(named) ? named : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Kansatsu.slnx"))) continue;
            var beside = Path.Combine(folder.FullName, "..", "shared", "corpus");
            return Directory.Exists(beside) ? beside : null;
        }

        return null;
    }
}

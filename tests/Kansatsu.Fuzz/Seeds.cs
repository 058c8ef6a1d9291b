using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.Fuzz;

/// <summary>Frames to start from: those of samples/ and, when it is there, of the corpus (KANSATSU_CORPUS, or ../shared/corpus beside the repository).</summary>
public static class Seeds
{
    /// <summary>Frames taken from one capture; more of the same adds little.</summary>
    const int PerCapture = 400;

    public sealed record Seed(byte[] Bytes, int OriginalLength, LinkType LinkType, Timestamp Time, string Capture);

    public static string Root { get; } = FindRoot();

    public static string? CorpusFolder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("KANSATSU_CORPUS") ?? Path.Combine(Root, "..", "shared", "corpus");
            foreach (var candidate in new[] { Path.Combine(folder, "visible"), folder })
                if (Directory.Exists(candidate)) return Path.GetFullPath(candidate);
            return null;
        }
    }

    /// <summary>Captures in a stable order, samples first.</summary>
    public static IReadOnlyList<string> Captures()
    {
        var samples = Directory.GetFiles(Path.Combine(Root, "samples"), "*.pcap*").Order(StringComparer.Ordinal);
        var corpus = CorpusFolder is { } folder ? Directory.GetFiles(folder).Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return [.. samples, .. corpus];
    }

    public static List<Seed> Load()
    {
        var seeds = new List<Seed>();
        foreach (var path in Captures())
        {
            using var set = CaptureSet.Open([path]);
            for (var i = 0; i < PerCapture && set.TryRead(out var frame); i++)
                seeds.Add(new Seed(frame.Bytes.ToArray(), frame.OriginalLength, frame.LinkType, frame.Timestamp, Path.GetFileName(path)));
        }

        return seeds;
    }

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Kansatsu.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("Kansatsu.slnx is in no folder above " + AppContext.BaseDirectory);
    }
}

using Kansatsu.Fuzz;

namespace Kansatsu.Tests.Wire.Eew;

/// <summary>The telegrams in the folder Samples, and those beside the corpus that may not be carried here, when they are there.</summary>
static class EewSamples
{
    public static string Folder => Path.Combine(Seeds.Root, "tests", "Kansatsu.Tests", "Wire", "Eew", "Samples");

    public static IEnumerable<string> Folders
    {
        get
        {
            yield return Folder;
            if (Seeds.CorpusFolder is not { } corpus) yield break;
            var more = Path.Combine(corpus, "..", "..", "eew", "samples");
            if (Directory.Exists(more)) yield return more;
        }
    }

    public static byte[] Read(string file) => Read(Folder, file);

    public static byte[] Read(string folder, string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, file));
        return file.EndsWith(".hex", StringComparison.Ordinal) ? Convert.FromHexString(System.Text.Encoding.ASCII.GetString(bytes).ReplaceLineEndings("")) : bytes;
    }

    public static IEnumerable<(string Folder, Dictionary<string, string> Row)> Rows(string table)
    {
        foreach (var folder in Folders)
        {
            string[]? heading = null;
            foreach (var line in File.ReadLines(Path.Combine(folder, table)))
            {
                if (line.StartsWith('#')) continue;
                var cells = line.Split('\t');
                if (heading is null) heading = cells;
                else yield return (folder, heading.Zip(cells).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
            }
        }
    }

    public static IEnumerable<string> Texts => Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Packets => Directory.GetFiles(Folder, "*.hex").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
}

using System.Globalization;
using System.Reflection;

namespace Kansatsu.App.Reporting;

/// <summary>Japan's prefectures as SVG paths, and where a place lies among them (japan.tsv, made by tools/japan-outline).</summary>
sealed class JapanOutline
{
    /// <summary>What is shown: from Kyushu to Hokkaido; islands further south lie below its edge.</summary>
    public const string ViewBox = "250 20 5750 6480";

    const double Left = 330;
    const double Right = 5920;
    const double Top = 100;
    const double Bottom = 6420;

    readonly double _west;
    readonly double _north;
    readonly double _scale;

    JapanOutline(IEnumerable<string> lines)
    {
        var prefectures = new List<(string, string)>();
        foreach (var line in lines)
        {
            if (line.StartsWith('#'))
            {
                var words = line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
                (_west, _north, _scale) = (After(words, "west"), After(words, "north"), After(words, "scale") * 10);
            }
            else if (line.Split('\t') is [var name, var path]) prefectures.Add((name, path));
        }

        Prefectures = prefectures;
    }

    public static JapanOutline Known { get; } = Read();

    /// <summary>Name in plain letters, and path in tenths of a unit.</summary>
    public IReadOnlyList<(string Name, string Path)> Prefectures { get; }

    /// <summary>Where a place lies, kept inside the map's edge.</summary>
    public (double X, double Y) Place(double latitude, double longitude) =>
        (Math.Clamp((longitude - _west) * _scale, Left, Right), Math.Clamp((Mercator(_north) - Mercator(Math.Clamp(latitude, -80, 80))) * _scale, Top, Bottom));

    static double Mercator(double degrees) => Math.Log(Math.Tan((Math.PI / 4) + (degrees * Math.PI / 360))) * 180 / Math.PI;

    static double After(string[] words, string word) => double.Parse(words[Array.IndexOf(words, word) + 1], CultureInfo.InvariantCulture);

    static JapanOutline Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("japan.tsv")!;
        using var reader = new StreamReader(stream);
        return new JapanOutline(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}

namespace Kansatsu.Wire;

/// <summary>The part of a warning to the public that stands before its forecast part. Known from one example of JMA, of 2006.</summary>
public sealed class EewWarningPart
{
    /// <summary>Counted apart from the forecasts.</summary>
    public string SerialText { get; internal set; } = "";

    public int? Serial => EewDecoder.Serial(SerialText);

    /// <summary>Four digits: a short name of the epicentre.</summary>
    public string EpicentreCode { get; internal set; } = "";

    public string LatitudeText { get; internal set; } = "";

    public string LongitudeText { get; internal set; } = "";

    public string DepthText { get; internal set; } = "";

    /// <summary>Regions, prefectures, areas added; reason; method.</summary>
    public string Prc { get; internal set; } = "";

    public IReadOnlyList<string> AddedRegions { get; internal set; } = [];

    public IReadOnlyList<string> AddedPrefectures { get; internal set; } = [];

    public IReadOnlyList<string> AddedAreas { get; internal set; } = [];

    public IReadOnlyList<string> Regions { get; internal set; } = [];

    public IReadOnlyList<string> Prefectures { get; internal set; } = [];

    public IReadOnlyList<string> Areas { get; internal set; } = [];
}

namespace Kansatsu.Analysis;

/// <summary>One line of the software catalogue: who asks for what, and why.</summary>
/// <param name="Match">A name, .suffix (itself and all below), *.name (one more label), name/path, or agent:Prefix of an HTTP User-Agent.</param>
/// <param name="Programs">Most usual first.</param>
/// <param name="Purpose">One word of docs/reference/catalogue.md: update, telemetry, safe-browsing …</param>
/// <param name="What">What for, as a short phrase.</param>
/// <param name="Source">Where this is documented.</param>
public sealed record SoftwareEntry(string Match, IReadOnlyList<string> Programs, string Purpose, string What, string Source);

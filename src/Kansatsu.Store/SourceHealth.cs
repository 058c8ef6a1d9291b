using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>How well a source could be seen.</summary>
/// <param name="Bytes">On the wire.</param>
/// <param name="Problem">What could not be read, a sentence; null when all could.</param>
/// <param name="Refused">What full tables refused: how often, by name.</param>
public sealed record SourceHealth(long Frames, long Bytes, string? Problem, IReadOnlyDictionary<string, long> Refused)
{
    /// <summary>Home as it was concluded: prefix and why.</summary>
    public IReadOnlyList<SourceHome> Home { get; init; } = [];
}

/// <summary>A prefix of home, and why it is one.</summary>
public sealed record SourceHome(string Prefix, string Because);

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>How home used one name over both families, in the order of time.</summary>
/// <param name="Flows">Indexes of flows that home began to this name.</param>
sealed record NameStory(int NameId, string Name, IReadOnlyList<int> Flows)
{
    /// <summary>The last lookup that found no AAAA before the first that did; -1 when there is none.</summary>
    public int LastEmpty { get; set; } = -1;

    /// <summary>The first lookup that gave an AAAA; -1 when none did.</summary>
    public int FirstAaaa { get; set; } = -1;

    /// <summary>The first lookup after that which found none any more; -1 when there is none.</summary>
    public int Vanished { get; set; } = -1;
}

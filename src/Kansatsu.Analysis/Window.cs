using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>A marked span of time, such as World IPv6 Day. The end is out.</summary>
public sealed record Window(string Name, Timestamp From, Timestamp To)
{
    /// <summary>-1 before, 0 during, 1 after.</summary>
    public int Place(Timestamp time) => time < From ? -1 : time < To ? 0 : 1;
}

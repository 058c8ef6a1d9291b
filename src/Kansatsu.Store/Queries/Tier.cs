namespace Kansatsu.Store;

/// <summary>How fine the sums are that answered. Ends of a span are rounded outwards to it.</summary>
public enum Tier
{
    Minute,
    Hour,
    Day,
}

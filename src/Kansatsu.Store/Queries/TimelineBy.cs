namespace Kansatsu.Store;

/// <summary>What tells the lines of a timeline apart.</summary>
public enum TimelineBy
{
    Cause,
    Family,
    Protocol,
}

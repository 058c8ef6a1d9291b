namespace Kansatsu.Store;

/// <summary>What a term of a filter speaks of.</summary>
public enum FlowField
{
    Cause,
    Peer,
    Port,
    Name,
    Family,
    Protocol,
    Application,
    Direction,
    Confidence,
}

namespace Kansatsu.Analysis;

/// <summary>How far the story of an event has come.</summary>
public enum EewState
{
    Open,
    Final,
    Cancelled,

    /// <summary>No news for three minutes, and no end was told.</summary>
    TimedOut,
}

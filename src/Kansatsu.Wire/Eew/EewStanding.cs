namespace Kansatsu.Wire;

/// <summary>Whether a telegram is meant seriously. Everything that is not plainly live is not live.</summary>
public enum EewStanding
{
    /// <summary>The head does not say it in a way that is understood.</summary>
    Unknown,
    Live,
    Drill,
    Test,
}

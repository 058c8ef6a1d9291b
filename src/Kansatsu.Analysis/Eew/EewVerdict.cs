namespace Kansatsu.Analysis;

/// <summary>
/// What can be said of a telegram whose origin nothing proves: neither the text nor its framing carries a signature. Consistent is therefore the
/// best there is, and it does not mean genuine.
/// </summary>
public enum EewVerdict
{
    Consistent,

    /// <summary>Something is unlike what is known of the service.</summary>
    Doubtful,

    /// <summary>Two things said cannot both be right, or what was said before is said again.</summary>
    Contradictory,
}

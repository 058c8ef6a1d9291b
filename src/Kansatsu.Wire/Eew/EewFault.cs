namespace Kansatsu.Wire;

/// <summary>A place of a telegram's text that does not follow the pattern.</summary>
/// <param name="Field">Stable English name of the field.</param>
/// <param name="Found">What stands there; empty when nothing does. From the wire: escape it.</param>
public readonly record struct EewFault(EewFaultKind Kind, string Field, string Found);

public enum EewFaultKind
{
    Missing,
    Malformed,

    /// <summary>Words that belong to no field.</summary>
    Unread,

    /// <summary>9999= is not there.</summary>
    NoEnd,

    /// <summary>Words behind 9999=.</summary>
    AfterEnd,

    /// <summary>More than this program reads.</summary>
    TooLong,
}

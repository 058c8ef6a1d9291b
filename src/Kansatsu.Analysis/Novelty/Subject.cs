namespace Kansatsu.Analysis;

/// <summary>
/// Somebody or something that is met again and again. The key is what stays the same when addresses change by themselves: a registrable name, a network,
/// a pattern. A host with a new temporary address every day (RFC 8981) is one subject.
/// </summary>
/// <param name="Key">Unique among those of its kind.</param>
/// <param name="Label">What a person calls it.</param>
public readonly record struct Subject(SubjectKind Kind, string Key, string Label)
{
    /// <summary>That anything was seen.</summary>
    public static Subject Watch { get; } = new(SubjectKind.Watch, "", "");

    /// <summary>Why it was there when it was first met; empty when that is not told.</summary>
    public string Detail { get; init; } = "";
}

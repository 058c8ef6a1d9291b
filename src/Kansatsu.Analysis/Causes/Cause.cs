namespace Kansatsu.Analysis;

/// <summary>Why a flow exists: the kind, a sentence of detail, how sure, and the facts it rests on in the order they count.</summary>
/// <param name="Evidence">Empty unless it was asked for.</param>
public sealed record Cause(CauseKind Kind, string Detail, Confidence Confidence, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The program of home that did it; null when that is not known, or when it was somebody else.</summary>
    public string? Program { get; init; }

    /// <summary>What the program did it for: one word of the software catalogue.</summary>
    public string? Purpose { get; init; }
}

namespace Kansatsu.Analysis;

/// <summary>Why a flow exists: the kind, a sentence of detail, how sure, and the facts it rests on in the order they count.</summary>
/// <param name="Evidence">Empty unless it was asked for.</param>
public sealed record Cause(CauseKind Kind, string Detail, Confidence Confidence, IReadOnlyList<Evidence> Evidence);

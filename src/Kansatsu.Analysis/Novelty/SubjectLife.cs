using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>When a subject was met.</summary>
/// <param name="First">Its first packet ever.</param>
/// <param name="Hours">Hours since 1970 in which it was met, ascending.</param>
public sealed record SubjectLife(Subject Subject, Timestamp First, Timestamp Last, IReadOnlyList<int> Hours);

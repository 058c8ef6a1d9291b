namespace Kansatsu.Analysis;

/// <summary>An attempt over IPv6 that failed, and what came to its rescue.</summary>
/// <param name="Flow">Index of the flow.</param>
/// <param name="Rescue">Index of the IPv4 flow that worked instead; -1 when none did.</param>
readonly record struct Attempt(int Flow, PathOutcome Outcome, string? Program, int Rescue);

static class Attempts
{
    /// <summary>The program of a flow, by whatever tells: its own content, its neighbours, the catalogue.</summary>
    public static string? ProgramOf(in Flow flow, CauseTies ties) =>
        (ties.Actions.FindFor(flow)?.Process is { } process ? Programs.OfProcess(process) : null) ?? ties.Programs.Of(flow) ?? ties.Programs.Near(flow, out _) ?? (ties.EntryOf(flow) is { Programs.Count: 1 } entry ? entry.Programs[0] : null);
}

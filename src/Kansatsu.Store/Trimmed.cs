using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>What made room.</summary>
/// <param name="Flows">Of these, <paramref name="Unexplained"/> had no known cause.</param>
/// <param name="Before">Flows with a known cause before this moment are gone; null when none went.</param>
public sealed record Trimmed(long Flows, long Unexplained, Timestamp? Before)
{
    public static readonly Trimmed Nothing = new(0, 0, null);
}

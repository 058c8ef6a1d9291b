using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>A span of time; the end is out. Null = from the first, to the last that the store has.</summary>
public readonly record struct StoreRange(Timestamp? From, Timestamp? To)
{
    public static readonly StoreRange All;
}

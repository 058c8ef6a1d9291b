using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>A source as the store knows it.</summary>
/// <param name="Flows">Committed so far, those included that made room later.</param>
/// <param name="First">Its earliest flow; null while there is none.</param>
/// <param name="Health">Null until it is complete.</param>
public sealed record StoredSource(
    long Id, string Name, int Files, long Bytes, bool IsComplete, long Flows, Timestamp? First, Timestamp? Last, SourceHealth? Health);

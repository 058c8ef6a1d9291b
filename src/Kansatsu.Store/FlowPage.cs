namespace Kansatsu.Store;

/// <summary>Flows, the newest first.</summary>
/// <param name="Next">The cursor by which the list goes on; null at its end.</param>
public sealed record FlowPage(IReadOnlyList<StoredFlow> Flows, long? Next);

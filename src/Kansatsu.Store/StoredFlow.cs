using Kansatsu.Analysis;

namespace Kansatsu.Store;

/// <summary>A flow and its key, which grows with the time of its first packet: the cursor of lists.</summary>
public sealed record StoredFlow(long Key, FlowRecord Flow);

namespace Kansatsu.Store;

/// <summary>What a filter could go on with.</summary>
public sealed record Completion(string Value, long Flows);

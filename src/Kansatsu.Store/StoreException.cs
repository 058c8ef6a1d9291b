namespace Kansatsu.Store;

/// <summary>A store cannot be used: the file, why, and what a person can do about it.</summary>
public sealed class StoreException(string path, StoreFault fault, string reason, string remedy, Exception? inner = null)
    : Exception($"{path}: {reason}; {remedy}", inner)
{
    public string Path { get; } = path;

    public StoreFault Fault { get; } = fault;

    /// <summary>A clause without capital or full stop, fit to follow "path: ".</summary>
    public string Reason { get; } = reason;

    /// <summary>What helps, as a clause.</summary>
    public string Remedy { get; } = remedy;
}

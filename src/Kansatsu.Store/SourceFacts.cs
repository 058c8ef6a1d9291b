namespace Kansatsu.Store;

/// <summary>What is imported: some capture files as one observation, or what a sensor hears.</summary>
/// <param name="Digest">By which it is known again: a digest of those of its files.</param>
/// <param name="Name">The files as the user named them.</param>
/// <param name="Bytes">Of the files.</param>
public sealed record SourceFacts(ReadOnlyMemory<byte> Digest, string Name, int Files, long Bytes)
{
    /// <summary>SHA-256 of each file: when the source is complete, none of them is imported again in other company.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> FileDigests { get; init; } = [];
}

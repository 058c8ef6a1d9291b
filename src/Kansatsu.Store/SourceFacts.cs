namespace Kansatsu.Store;

/// <summary>What is imported: some capture files as one observation, or what a sensor hears.</summary>
/// <param name="Digest">By which it is known again: SHA-256 of the bytes of all files and of the options that change the reading.</param>
/// <param name="Name">The files as the user named them.</param>
/// <param name="Bytes">Of the files.</param>
public sealed record SourceFacts(ReadOnlyMemory<byte> Digest, string Name, int Files, long Bytes);

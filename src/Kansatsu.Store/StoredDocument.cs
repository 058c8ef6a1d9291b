using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>One object as `kansatsu VERB --json` prints it, beside what it is searched by.</summary>
/// <param name="Kind">One of <see cref="DocumentKinds"/>.</param>
/// <param name="Id">Unique among those of its kind and source.</param>
/// <param name="Subject">What it is about: a name, an address, a group; empty when nothing is.</param>
/// <param name="Json">UTF-8.</param>
public sealed record StoredDocument(string Kind, string Id, Timestamp First, Timestamp Last, string Subject, ReadOnlyMemory<byte> Json)
{
    /// <summary>Where it stands among those of its source.</summary>
    public int Place { get; init; }

    /// <summary>The source that it was concluded from; 0 before it is kept.</summary>
    public long Source { get; init; }
}

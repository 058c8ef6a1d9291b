namespace Kansatsu.Store;

/// <summary>Which documents are asked for.</summary>
/// <param name="Kind">One of <see cref="DocumentKinds"/>.</param>
/// <param name="Range">They begin before its end and end behind its begin.</param>
public sealed record DocumentQuery(string Kind, StoreRange Range = default)
{
    public string? Id { get; init; }

    public string? Subject { get; init; }

    public int Limit { get; init; } = int.MaxValue;
}

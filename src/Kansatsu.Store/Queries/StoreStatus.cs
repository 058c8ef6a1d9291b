using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>The store as a whole.</summary>
/// <param name="Revision">Grows with every commit that changes what can be asked.</param>
/// <param name="Bytes">Of the file and its log.</param>
/// <param name="Flows">That can still be shown one by one.</param>
/// <param name="First">The earliest time that anything is known of; null while empty.</param>
public sealed record StoreStatus(
    long Revision, long Bytes, long Flows, Timestamp? First, Timestamp? Last, StoreBudget Budget, Trimmed Trimmed, IReadOnlyList<StoredSource> Sources)
{
    /// <summary>Times that the disk was full and old flows made room.</summary>
    public long TimesFull { get; init; }
}

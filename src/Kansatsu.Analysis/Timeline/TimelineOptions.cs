using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>How a <see cref="Timeline"/> divides time.</summary>
public sealed record TimelineOptions
{
    /// <summary>Length of a bin in nanoseconds; null = as fine as <see cref="Timeline.MaxBins"/> bins allow.</summary>
    public long? Bin { get; init; }

    /// <summary>The zone's offset from UTC at the first moment, in nanoseconds: bins of hours and days begin where the reader's do.</summary>
    public Func<Timestamp, long> Offset { get; init; } = static _ => 0;

    /// <summary>Most records before bins are made longer; null = twice the flows that are kept, 65,536 at least.</summary>
    public int? MaxRecords { get; init; }
}

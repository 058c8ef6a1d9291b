using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What the user may tell an <see cref="Observer"/> beforehand.</summary>
public sealed record ObserverOptions
{
    /// <summary>Home as given with --home; empty = find out.</summary>
    public IReadOnlyList<Ipv6Prefix> Home { get; init; } = [];

    /// <summary>Most flows kept at once.</summary>
    public int FlowCapacity { get; init; } = FlowTable.DefaultCapacity;

    /// <summary>Secret of the hash tables; random unless a test wants the same order of evictions twice.</summary>
    public ulong? HashSeed { get; init; }

    /// <summary>What the operator declared with --actions; null when there is no journal, so that nothing can be told from its silence.</summary>
    public ActionJournal? Actions { get; init; }

    /// <summary>Which software asks for which name; null = the table that comes with the program.</summary>
    public SoftwareCatalogue? Catalogue { get; init; }

    /// <summary>Names and addresses to flag wherever they are met; null = none.</summary>
    public Blocklist? Blocklist { get; init; }

    /// <summary>Spans of time before, during and after which traffic is compared.</summary>
    public IReadOnlyList<Window> Windows { get; init; } = [];

    /// <summary>Nanoseconds from UTC of the clock by which findings name days and times.</summary>
    public Func<Timestamp, long> Offset { get; init; } = static _ => 0;

    /// <summary>Traffic over time is wanted; null = not.</summary>
    public TimelineOptions? Timeline { get; init; }

    /// <summary>Told the index of each flow that makes room for another, just before it does; null = nobody keeps flows.</summary>
    public Action<Observer, int>? Leaving { get; init; }

    /// <summary>Told of each finished burst of a multicast stream; null = nobody keeps them.</summary>
    public Action<ChannelBurst>? Bursts { get; init; }

    /// <summary>Wants to be told of packets and messages one by one; null = nobody does.</summary>
    public ITranscript? Transcript { get; init; }
}

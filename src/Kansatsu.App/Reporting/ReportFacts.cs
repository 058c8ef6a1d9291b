using System.Text.Json;
using Kansatsu.App.Diary;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Reporting;

/// <summary>Everything that a report tells, gathered. Documents are the objects that the verbs print with --json.</summary>
sealed record ReportFacts
{
    public required Timestamp First { get; init; }

    public required Timestamp Last { get; init; }

    public required IReadOnlyList<StoredSource> Sources { get; init; }

    /// <summary>What `read --json` printed of each source.</summary>
    public required IReadOnlyList<JsonElement> Reads { get; init; }

    /// <summary>The report is of whole sources: their own counts apply.</summary>
    public required bool IsWhole { get; init; }

    public required Curve Curve { get; init; }

    public required FamilySum Ipv6 { get; init; }

    public required FamilySum Ipv4 { get; init; }

    public required CausesAnswer Causes { get; init; }

    public required PeersAnswer Peers { get; init; }

    public required IReadOnlyList<NameMove> Moves { get; init; }

    public required IReadOnlyList<JsonElement> Channels { get; init; }

    /// <summary>Of each channel, by its id.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<StoredBurst>> Bursts { get; init; }

    public required IReadOnlyList<JsonElement> Telegrams { get; init; }

    public required IReadOnlyList<DiaryDay> Diary { get; init; }

    public required IReadOnlyList<JsonElement> Findings { get; init; }

    public required IReadOnlyList<JsonElement> Anomalies { get; init; }

    public required IReadOnlyList<WindowShares> Windows { get; init; }

    public long Packets => Ipv6.Packets + Ipv4.Packets;

    public long Bytes => Ipv6.Bytes + Ipv4.Bytes;

    public long Flows => Ipv6.Flows + Ipv4.Flows;
}

using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Diary;

/// <summary>All that the diary of one day is made from.</summary>
sealed record DayFacts
{
    public required DateOnly Day { get; init; }

    /// <summary>The first and the last packet that the store knows of this day.</summary>
    public required Timestamp First { get; init; }

    public required Timestamp Last { get; init; }

    public required DayTraffic Ipv6 { get; init; }

    public required DayTraffic Ipv4 { get; init; }

    /// <summary>The watched day before; null on the first.</summary>
    public DayBefore? Before { get; init; }

    public bool IsLearning { get; init; }

    public IReadOnlyList<CauseShare> Causes { get; init; } = [];

    /// <summary>Flows by cause detail and family, most flows first.</summary>
    public IReadOnlyList<DayDetail> Details { get; init; } = [];

    /// <summary>Far sides without the own actions, most bytes first.</summary>
    public IReadOnlyList<DayPeer> Peers { get; init; } = [];

    public IReadOnlyList<DayChannel> Channels { get; init; } = [];

    public IReadOnlyList<DayControl> Control { get; init; } = [];

    public IReadOnlyList<DayTelegram> Telegrams { get; init; } = [];

    public IReadOnlyList<DayFinding> Findings { get; init; } = [];
}

readonly record struct DayTraffic(long Flows, long Packets, long Bytes);

sealed record DayBefore(DateOnly Day, DayTraffic Ipv6, DayTraffic Ipv4, double UnexplainedShare);

/// <param name="Flow">The id of one of its flows.</param>
sealed record DayDetail(CauseKind Kind, string Detail, string Program, string Purpose, long Ipv6Flows, long Ipv4Flows, long Bytes, string Flow);

sealed record DayPeer(string Name, long Flows, long Bytes, bool HasIpv6, bool HasIpv4);

/// <param name="Period">Seconds; 0 without a beat.</param>
/// <param name="Gap">Seconds between the packets of a burst.</param>
sealed record DayChannel(string Id, string Source, string Group, int Port, string Kind, double Period, int Burst, double Gap, bool IsJoined, string JoinedBy, bool IsStopped, IReadOnlyList<int> HopLimits);

sealed record DayControl(string Kind, string Source, Timestamp First, Timestamp Last, bool IsElected);

/// <param name="Says">What it announces, in both languages; marked when it is a drill.</param>
sealed record DayTelegram(string Id, Timestamp At, Wording Says, EewVerdict Verdict, IReadOnlyList<Wording> Reasons, int Copies);

sealed record DayFinding(string Id, string Name, string Severity, string Subject, Timestamp First, Timestamp Last, Wording Says, Wording Do, string Way, string Saved);

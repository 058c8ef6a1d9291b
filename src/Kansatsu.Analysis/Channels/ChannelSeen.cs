using System.Text;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>A multicast stream: who sends what to which group and port, how it beats, who asked for it, and what became of it. Times are nanoseconds.</summary>
public sealed record ChannelSeen
{
    public required Ipv6Address Source { get; init; }

    public required Ipv6Address Group { get; init; }

    public required ushort Port { get; init; }

    /// <summary>The interface of the first packet.</summary>
    public required int Interface { get; init; }

    /// <summary>The latest.</summary>
    public required ushort SourcePort { get; init; }

    public required Timestamp First { get; init; }

    public required Timestamp Last { get; init; }

    public required uint FirstFrame { get; init; }

    public required uint LastFrame { get; init; }

    public required long Packets { get; init; }

    /// <summary>Of UDP payload.</summary>
    public required long Bytes { get; init; }

    /// <summary>From burst to burst; 0 when there is no regular beat.</summary>
    public long Period { get; init; }

    /// <summary>Packets of a burst; 0 when that differs.</summary>
    public int Burst { get; init; }

    /// <summary>Between the packets of a burst; 0 when bursts are of one.</summary>
    public long Gap { get; init; }

    /// <summary>How far bursts are off the beat, in the mean.</summary>
    public long Jitter { get; init; }

    /// <summary>Where in the period bursts begin, from the epoch.</summary>
    public long Phase { get; init; }

    public required IReadOnlyList<byte> HopLimits { get; init; }

    /// <summary>The last hop on this link.</summary>
    public MacAddress LinkSource { get; init; }

    /// <summary>The first eight payload lengths with their packets, in the order of length.</summary>
    public required IReadOnlyList<(int Length, uint Packets)> PayloadLengths { get; init; }

    /// <summary>Packets of further lengths.</summary>
    public long OtherLengths { get; init; }

    public ChannelContent Content { get; init; }

    /// <summary>What the dissector made of the first packet.</summary>
    public LayerKind Application { get; init; }

    public ChannelMembership Membership { get; init; }

    public IReadOnlyList<Ipv6Address> Reporters { get; init; } = [];

    /// <summary>Who asks for membership on the link; null when no general query was seen.</summary>
    public Ipv6Address? Querier { get; init; }

    public bool IsStopped { get; init; }

    /// <summary>What counts packets that should have come: "rtp", "mpeg-ts" or "burst"; null when nothing shows it.</summary>
    public string? LossBy { get; init; }

    public long Expected { get; init; }

    public long Missing { get; init; }

    public long Duplicates { get; init; }

    public IReadOnlyList<ChannelChange> Changes { get; init; } = [];

    public ChannelPause Pause { get; init; }

    /// <summary>Packets by columns of <see cref="HeartbeatColumn"/> nanoseconds over the whole time of watching; a column holds at most 255.</summary>
    public IReadOnlyList<byte> Heartbeat { get; init; } = [];

    public long HeartbeatColumn { get; init; }

    /// <summary>13 characters by which the stream can be named: the same for the same source, group and port.</summary>
    public string Id => IdOf(Source, Group, Port);

    internal static string IdOf(Ipv6Address source, Ipv6Address group, ushort port) => FlowId.OfText(Encoding.UTF8.GetBytes($"channel\0{source}\0{group}\0{port}"));
}

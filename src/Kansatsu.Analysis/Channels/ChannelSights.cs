using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Streams as they stand at this moment, with what the other tables know of them.</summary>
public sealed class ChannelSights
{
    readonly Observer _observer;
    readonly HomeConclusion _home;
    readonly ControlElections _elections;

    public ChannelSights(Observer observer)
    {
        _observer = observer;
        _home = observer.Home.Fresh();
        _elections = new ControlElections(observer.Control);
    }

    /// <summary>In the order of their first packets.</summary>
    public IEnumerable<ChannelSeen> All
    {
        get
        {
            for (var i = 0; i < _observer.Channels.Count; i++) yield return Of(i);
        }
    }

    /// <summary>Those with a regular beat, most packets first.</summary>
    /// <param name="most">How many are wanted.</param>
    /// <param name="count">How many there are.</param>
    public IReadOnlyList<ChannelSeen> Regular(int most, out int count)
    {
        var regular = new List<int>();
        var channels = _observer.Channels;
        for (var i = 0; i < channels.Count; i++)
            if (channels[i].Cadence is { IsRegular: true, Period: > 0 }) regular.Add(i);
        count = regular.Count;
        regular.Sort((a, b) => channels[a].Packets != channels[b].Packets ? channels[b].Packets.CompareTo(channels[a].Packets) : a.CompareTo(b));
        var seen = new List<ChannelSeen>();
        for (var i = 0; i < Math.Min(most, count); i++) seen.Add(Of(regular[i]));
        return seen;
    }

    /// <summary>Home sends from this address.</summary>
    public bool IsHome(Ipv6Address address) => _home.Contains(address);

    internal ChannelSeen Of(int index)
    {
        ref readonly var r = ref _observer.Channels[index];
        var group = GroupOf(r);
        var story = _observer.Channels.StoryOf(index);
        var (by, expected, missing, duplicates) = Loss(index, r);
        var regular = r.Cadence.IsRegular;
        var heartbeat = r.Heartbeat.ReadUntil(_observer.Watch.Now, _observer.Watch.Begin, out var column);
        return new ChannelSeen
        {
            Source = r.Source,
            Group = r.Group,
            Port = r.Port,
            Interface = r.Interface,
            SourcePort = r.SourcePort,
            First = r.First,
            Last = r.Last,
            FirstFrame = r.FirstFrame,
            LastFrame = r.LastFrame,
            Packets = r.Packets,
            Bytes = r.Bytes,
            Period = regular ? r.Cadence.Period : 0,
            Burst = regular ? r.Cadence.Burst : 0,
            Gap = regular && r.Cadence.Burst != 1 ? r.Cadence.Gap : 0,
            Jitter = regular ? r.Cadence.Jitter : 0,
            Phase = regular ? r.Cadence.Phase : 0,
            HopLimits = ((ReadOnlySpan<byte>)r.Hops)[..r.HopCount].ToArray(),
            LinkSource = r.LinkSource,
            PayloadLengths = LengthsOf(r),
            OtherLengths = r.Lengths.Others,
            Content = r.Content,
            Application = r.Application,
            Membership = MembershipOf(r.Group, group),
            Reporters = group is null ? [] : [.. group.Reporters],
            Querier = _elections.Best(r.Group.IsIpv4 ? ControlKind.IgmpQuerier : ControlKind.MldQuerier, r.Interface)?.Source,
            IsStopped = _observer.Channels.IsStopped(r),
            LossBy = by,
            Expected = expected,
            Missing = missing,
            Duplicates = duplicates,
            Changes = story?.Changes ?? [],
            Pause = story?.Pause ?? default,
            Heartbeat = heartbeat,
            HeartbeatColumn = column,
        };
    }

    /// <summary>Who was seen to join.</summary>
    internal ChannelMembership MembershipOf(int index)
    {
        ref readonly var r = ref _observer.Channels[index];
        return MembershipOf(r.Group, GroupOf(r));
    }

    GroupRecord? GroupOf(in ChannelRecord r) => GroupKinds.IsEverybodys(r.Group) ? null : _observer.Groups.Find(r.Group, r.Interface);

    ChannelMembership MembershipOf(Ipv6Address address, GroupRecord? group)
    {
        if (GroupKinds.IsEverybodys(address)) return ChannelMembership.Everybody;
        if (group is null || group.Reports == 0) return ChannelMembership.Nobody;
        foreach (var reporter in group.Reporters)
            if (_home.Contains(reporter)) return ChannelMembership.Home;
        return ChannelMembership.Others;
    }

    static List<(int Length, uint Packets)> LengthsOf(in ChannelRecord record)
    {
        var lengths = new List<(int Length, uint Packets)>();
        for (var i = 0; i < record.Lengths.Count; i++)
        {
            var at = lengths.Count;
            while (at > 0 && lengths[at - 1].Length > record.Lengths[i].Length) at--;
            lengths.Insert(at, record.Lengths[i]);
        }

        return lengths;
    }

    (string? By, long Expected, long Missing, long Duplicates) Loss(int index, in ChannelRecord record)
    {
        if (_observer.Channels.TrackOf(index) is { } track)
            return (record.Content == ChannelContent.MpegTs ? "mpeg-ts" : "rtp", track.Received + track.Missing, track.Missing, track.Duplicates);
        ref readonly var cadence = ref record.Cadence;
        if (!cadence.IsFirm || cadence.Burst == 0) return default;
        var missing = cadence.MissingPackets + ((long)cadence.MissingBursts * cadence.Burst);
        var twice = (long)cadence.ExtraPackets + record.Copies;
        return ("burst", record.Packets - twice + missing, missing, twice);
    }
}

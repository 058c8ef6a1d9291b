using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Membership as MLD and IGMP tell it, and the traffic to groups. Groups are never hosts. At <see cref="MaxGroups"/> new groups are refused and
/// counted: those known from the start matter more than a flood.
/// </summary>
public sealed class GroupTable
{
    public const int MaxGroups = 1 << 15;

    const int MaxQueriers = 64;

    readonly List<GroupRecord> _records = [];
    readonly SlotIndex _index = new();
    readonly List<Ipv6Address> _queriers = [];
    GroupRecord? _latest;

    public int Count => _records.Count;

    /// <summary>Times that a new group found no room.</summary>
    public long Refused { get; private set; }

    public IEnumerable<GroupSeen> All
    {
        get
        {
            foreach (var r in _records)
            {
                yield return new GroupSeen(
                    r.Group, r.Interface, GroupKinds.Of(r.Group), GroupRegistry.NameOf(r.Group), r.Reports, r.Leaves, r.Queries, r.Packets, r.Bytes,
                    [.. r.Reporters], [.. r.Sources], r.First, r.Last, r.Frame);
            }
        }
    }

    internal IReadOnlyList<GroupRecord> Records => _records;

    /// <summary>Who asks for membership: routers and switches, even when they report groups of their own.</summary>
    internal List<Ipv6Address> Queriers => _queriers;

    /// <summary>Reports seen so far, so that a conclusion can tell that it is old.</summary>
    internal long Version { get; private set; }

    /// <summary>Queries, reports of both versions and good-byes (RFC 2710, RFC 3810). Every record of a report counts, also one that leaves.</summary>
    public void ObserveMld(in Dissection d, in Layer icmpv6, in PacketFacts facts)
    {
        var message = d.BytesOf(icmpv6);
        if (MldReport.TryRead(message, out var report))
        {
            foreach (var record in report.Records)
            {
                var known = Report(record.Group, facts);
                if (known is not null && !record.Listens && record.RecordType is MldRecordType.ChangeToInclude) known.Leaves++;
            }
        }
        else if (MldV1Message.TryRead(message, out var single))
        {
            if (single.IsDone) Leave(single.Group, facts);
            else Report(single.Group, facts);
        }
        else if (MldQuery.TryRead(message, out var query)) Query(query.Group, facts);
    }

    /// <summary>The same in IPv4 (RFC 1112, 2236, 3376).</summary>
    public void ObserveIgmp(in Dissection d, in Layer igmp, in PacketFacts facts)
    {
        if (!IgmpMessage.TryRead(d.BytesOf(igmp), out var message)) return;
        switch (message.Type)
        {
            case IgmpMessage.Version1Report or IgmpMessage.Version2Report:
                Report(message.Group, facts);
                break;
            case IgmpMessage.Leave:
                Leave(message.Group, facts);
                break;
            case IgmpMessage.Query:
                Query(message.Group, facts);
                break;
            case IgmpMessage.Version3Report:
                foreach (var record in message.Records)
                {
                    var known = Report(record.Group, facts);
                    if (known is not null && record.RecordType is MldRecordType.ChangeToInclude && record.SourceCount == 0) known.Leaves++;
                }

                break;
        }
    }

    /// <summary>A packet to a group. Runs of packets to the same group cost one comparison.</summary>
    /// <param name="bytes">Bytes of the IP packet.</param>
    public void ObserveTraffic(in PacketFacts facts, int bytes)
    {
        var latest = _latest;
        if (latest is null || latest.Group != facts.Destination || latest.Interface != facts.Interface)
        {
            if (!facts.Destination.IsMulticast) return;
            latest = Meet(facts.Destination, facts);
            if (latest is null) return;
            _latest = latest;
        }

        latest.Last = facts.Time;
        latest.Send(facts.Source, bytes);
    }

    /// <summary>What is known of a group on an interface.</summary>
    /// <param name="interface">-1 when the group means the same everywhere: then the interface on which somebody reported it.</param>
    internal GroupRecord? Find(Ipv6Address group, int @interface)
    {
        if (@interface >= 0) return Find(group, @interface, _index.Hash.Of(group));
        GroupRecord? any = null;
        var candidates = _index.Find(_index.Hash.Of(group));
        while (candidates.MoveNext())
        {
            var record = _records[candidates.Current];
            if (record.Group == group && (any is null || any.Reports < record.Reports)) any = record;
        }

        return any;
    }

    GroupRecord? Report(Ipv6Address group, in PacketFacts facts)
    {
        var record = Meet(group, facts);
        Version++;
        record?.Report(facts.Source, facts.Frame);
        return record;
    }

    void Leave(Ipv6Address group, in PacketFacts facts)
    {
        if (Meet(group, facts) is { } record) record.Leaves++;
    }

    bool IsQuerier(Ipv6Address address)
    {
        foreach (var querier in _queriers)
            if (querier == address) return true;
        return false;
    }

    /// <param name="group">Unspecified in a query about all groups.</param>
    void Query(Ipv6Address group, in PacketFacts facts)
    {
        if (_queriers.Count < MaxQueriers && !facts.Source.IsUnspecified && !IsQuerier(facts.Source))
        {
            _queriers.Add(facts.Source);
            Version++;
        }

        if (group.IsUnspecified) return;
        if (Meet(group, facts) is { } record) record.Queries++;
    }

    GroupRecord? Meet(Ipv6Address group, in PacketFacts facts)
    {
        var hash = _index.Hash.Of(group);
        var record = Find(group, facts.Interface, hash);
        if (record is null)
        {
            if (_records.Count >= MaxGroups)
            {
                Refused++;
                return null;
            }

            record = new GroupRecord(group, facts.Interface) { First = facts.Time, Frame = facts.Frame };
            _index.Add(hash, _records.Count);
            _records.Add(record);
        }

        record.Last = facts.Time;
        return record;
    }

    GroupRecord? Find(Ipv6Address group, int @interface, uint hash)
    {
        var candidates = _index.Find(hash);
        while (candidates.MoveNext())
        {
            var record = _records[candidates.Current];
            if (record.Group == group && record.Interface == @interface) return record;
        }

        return null;
    }
}

using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Store;

/// <summary>What the flows of one batch add to the tiers: summed up here first, so that each row is written once a batch.</summary>
sealed class TierSums
{
    readonly Dictionary<TrafficKey, Sum>[] _traffic = [[], [], []];
    readonly Dictionary<PeerKey, PeerAmount>[] _peers = [[], []];
    readonly Dictionary<(long Time, long Kind, long Cause), CauseSum> _causes = [];

    public void Clear()
    {
        foreach (var traffic in _traffic) traffic.Clear();
        foreach (var peers in _peers) peers.Clear();
        _causes.Clear();
    }

    /// <param name="parts">What it carried, part by part; empty = all at its beginning.</param>
    public void Add(FlowRow row, FlowRecord flow, IReadOnlyList<FlowPart> parts)
    {
        if (parts.Count == 0) parts = [new FlowPart(flow.First, flow.PacketsOut, flow.PacketsBack, flow.BytesOut, flow.BytesBack)];
        foreach (var part in parts)
        {
            // A part's time is the begin of its bin; the flow itself begins within.
            var from = part.At > flow.First ? part.At : flow.First;
            AddTraffic(row, part, from);
            if (flow.Way != FlowWay.Multicast) AddPeer(row, flow, part, from);
        }

        CountFlow(row, flow);
        ref var cause = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_causes, (Times.BinOf(flow.First, Times.Hour), row.Kind, row.Cause), out _);
        if (flow.Family == 6) cause.Ipv6++;
        else cause.Ipv4++;
        cause.Bytes += flow.Bytes;
        cause.Flow = row.Key;
    }

    public void Write(Database database)
    {
        string[] traffic = ["traffic_minute", "traffic_hour", "traffic_day"];
        for (var tier = 0; tier < traffic.Length; tier++)
        {
            using var upsert = database.Prepare($"INSERT INTO {traffic[tier]} VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
                + "ON CONFLICT DO UPDATE SET flows = flows + excluded.flows, packets = packets + excluded.packets, bytes = bytes + excluded.bytes");
            foreach (var (key, sum) in _traffic[tier]) key.Write(upsert, sum);
        }

        using (var upsert = database.Prepare("INSERT INTO causes_hour VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) "
            + "ON CONFLICT DO UPDATE SET ipv6 = ipv6 + excluded.ipv6, ipv4 = ipv4 + excluded.ipv4, bytes = bytes + excluded.bytes, flow = max(flow, excluded.flow)"))
        {
            foreach (var (key, sum) in _causes) upsert.Run([key.Time, key.Kind, key.Cause, sum.Ipv6, sum.Ipv4, sum.Bytes, sum.Flow]);
        }

        string[] peers = ["peers_hour", "peers_day"];
        for (var tier = 0; tier < peers.Length; tier++)
        {
            using var upsert = database.Prepare($"INSERT INTO {peers[tier]} VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
                + "ON CONFLICT DO UPDATE SET flows = flows + excluded.flows, packets_to = packets_to + excluded.packets_to, packets_from = packets_from + excluded.packets_from, "
                + "bytes_to = bytes_to + excluded.bytes_to, bytes_from = bytes_from + excluded.bytes_from, first = min(first, excluded.first), last = max(last, excluded.last)");
            // In the order of the table neighbors are written together.
            foreach (var key in _peers[tier].Keys.Order()) key.Write(upsert, _peers[tier][key]);
        }
    }

    void CountFlow(FlowRow row, FlowRecord flow)
    {
        for (var tier = 0; tier < _traffic.Length; tier++) Of(_traffic[tier], TrafficKey.Of(row, Times.BinOf(flow.First, Times.LengthOf((Tier)tier)))).Flows++;
        if (flow.Way == FlowWay.Multicast) return;
        for (var tier = 0; tier < _peers.Length; tier++)
        {
            var length = Times.LengthOf((Tier)(tier + 1));
            ref var peer = ref PeerOf(_peers[tier], PeerKey.Of(row, flow, Times.BinOf(flow.First, length)));
            peer.Flows++;
            peer.Span(flow.First, length);
        }
    }

    void AddTraffic(FlowRow row, in FlowPart part, Timestamp from)
    {
        for (var tier = 0; tier < _traffic.Length; tier++)
        {
            ref var sum = ref Of(_traffic[tier], TrafficKey.Of(row, Times.BinOf(from, Times.LengthOf((Tier)tier))));
            sum.Packets += part.PacketsOut + part.PacketsBack;
            sum.Bytes += part.BytesOut + part.BytesBack;
        }
    }

    void AddPeer(FlowRow row, FlowRecord flow, in FlowPart part, Timestamp from)
    {
        for (var tier = 0; tier < _peers.Length; tier++)
        {
            var length = Times.LengthOf((Tier)(tier + 1));
            ref var peer = ref PeerOf(_peers[tier], PeerKey.Of(row, flow, Times.BinOf(from, length)));
            var isTurned = flow.IsFarInitiator;
            peer.PacketsTo += isTurned ? part.PacketsBack : part.PacketsOut;
            peer.PacketsFrom += isTurned ? part.PacketsOut : part.PacketsBack;
            peer.BytesTo += isTurned ? part.BytesBack : part.BytesOut;
            peer.BytesFrom += isTurned ? part.BytesOut : part.BytesBack;
            peer.Span(from, length);
            // The end of a flow lies within its last part.
            if (Times.BinOf(flow.Last, Times.Minute) == Times.BinOf(from, Times.Minute)) peer.Span(flow.Last, length);
        }
    }

    static ref Sum Of(Dictionary<TrafficKey, Sum> sums, TrafficKey key) =>
        ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _);

    static ref PeerAmount PeerOf(Dictionary<PeerKey, PeerAmount> sums, PeerKey key)
    {
        ref var sum = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out var isKnown);
        if (!isKnown) (sum.First, sum.Last) = (long.MaxValue, long.MinValue);
        return ref sum;
    }

    struct Sum
    {
        public long Flows;
        public long Packets;
        public long Bytes;
    }

    struct CauseSum
    {
        public long Ipv6;
        public long Ipv4;
        public long Bytes;

        /// <summary>The key of the latest.</summary>
        public long Flow;
    }

    struct PeerAmount
    {
        public long Flows;
        public long PacketsTo;
        public long PacketsFrom;
        public long BytesTo;
        public long BytesFrom;

        /// <summary>Seconds within the bin.</summary>
        public long First;
        public long Last;

        public void Span(Timestamp time, long length)
        {
            var second = (time.Nanoseconds - (Times.BinOf(time, length) * length)) / Timestamp.PerSecond;
            First = Math.Min(First, second);
            Last = Math.Max(Last, second);
        }
    }

    readonly record struct TrafficKey(long Time, byte Family, byte Way, byte Kind, byte Protocol, long Application)
    {
        public static TrafficKey Of(FlowRow row, long time) => new(time, (byte)row.Family, (byte)row.Way, (byte)row.Kind, (byte)row.Protocol, row.Application);

        public void Write(Statement upsert, in Sum sum)
        {
            ReadOnlySpan<long> values = [Time, Family, Way, Kind, Protocol, Application, sum.Flows, sum.Packets, sum.Bytes];
            upsert.Run(values);
        }
    }

    readonly record struct PeerKey(long Time, byte Family, long Net, long Name, byte Kind) : IComparable<PeerKey>
    {
        public int CompareTo(PeerKey other) => Time != other.Time ? Time.CompareTo(other.Time) : Family != other.Family ? Family.CompareTo(other.Family)
            : Net != other.Net ? Net.CompareTo(other.Net) : Name != other.Name ? Name.CompareTo(other.Name) : Kind.CompareTo(other.Kind);

        public static PeerKey Of(FlowRow row, FlowRecord flow, long time) => new(time, flow.Family, Nets.Of(flow.Far), row.Name, (byte)row.Kind);

        public void Write(Statement upsert, in PeerAmount sum)
        {
            ReadOnlySpan<long> values = [Time, Family, Net, Name, Kind, sum.Flows, sum.PacketsTo, sum.PacketsFrom, sum.BytesTo, sum.BytesFrom, sum.First, sum.Last];
            upsert.Run(values);
        }
    }
}

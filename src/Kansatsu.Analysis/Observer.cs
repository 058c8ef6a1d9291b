using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// The one way in: frames are observed in order, time is what they say it is. Everything learnt stands in the tables. Not thread-safe; the same
/// frames always give the same tables.
/// </summary>
public sealed class Observer
{
    readonly Dissector _dissector = new();
    readonly FlowTracker _tracker;

    public Observer(ObserverOptions? options = null)
    {
        Options = options ?? new ObserverOptions();
        Flows = new FlowTable(Options.FlowCapacity, Options.HashSeed);
        Names = new NameTable(Flows);
        Channels = new ChannelTable(Watch, Options.Bursts);
        Control = new ControlTable(Watch);
        Timeline = Options.Timeline is { } timeline ? new Timeline(Flows, timeline, Options.Windows) : null;
        _tracker = new FlowTracker(Flows, Counters) { Timeline = Timeline };
        Contents = new ContentObserver(Flows, Names, Neighbors, Mails) { Transcript = Options.Transcript };
        _tracker.Begun = Begin;
        Home = new HomeFinder(Flows, Neighbors, Groups, Options.Home);
        Causes = new CauseFinder(this);
        Findings = new FindingFinder(this);
        Telegrams = new TelegramTable(Counters);
        Flows.Evicting = Evict;
    }

    public ObserverOptions Options { get; }

    public Counters Counters { get; } = new();

    public FlowTable Flows { get; }

    public NameTable Names { get; }

    public GroupTable Groups { get; } = new();

    public NeighborTable Neighbors { get; } = new();

    /// <summary>The clock that the tables are judged by.</summary>
    public Watch Watch { get; } = new();

    public ChannelTable Channels { get; }

    public ControlTable Control { get; }

    public MailTable Mails { get; } = new();

    /// <summary>Earthquake Early Warning telegrams, and the streams that carry them.</summary>
    public TelegramTable Telegrams { get; }

    public AnomalyTable Anomalies { get; } = new();

    public HomeFinder Home { get; }

    public CauseFinder Causes { get; }

    public FindingFinder Findings { get; }

    /// <summary>Traffic over time; null unless it was asked for.</summary>
    public Timeline? Timeline { get; }

    internal ContentObserver Contents { get; }

    /// <summary>Time went on while the sensor watched, whether or not frames came: what should have been heard by now and was not is a finding.</summary>
    public void Tick(Timestamp now) => Watch.Tick(now);

    /// <summary>Observes one frame.</summary>
    public void Observe(Frame frame)
    {
        var d = default(Dissection);
        _dissector.Dissect(frame, ref d);
        Observe(d);
    }

    /// <summary>Observes a frame that was dissected already (so that a caller can list it too).</summary>
    /// <returns>Index of the innermost packet's flow in <see cref="Flows"/>, or -1 for a frame without IP.</returns>
    public int Observe(in Dissection d)
    {
        FlowKeys.OfInnermost(d, out var key);
        Counters.CountLayers(d);
        PacketSigns.Of(d, key, out var signs);
        return Observe(d, key, Flows.Hash(key), 0, signs);
    }

    /// <summary>An empty batch; the one who fills it may be on another thread.</summary>
    public ObserverBatch NewBatch() => new(Flows);

    /// <summary>Observes the frames of a batch.</summary>
    public void Observe(ObserverBatch batch)
    {
        var d = default(Dissection);
        batch.Complete(ref d);
        batch.Approach(Channels, Counters);
        for (var i = 0; i < batch.Count; i++)
        {
            batch.Dissections.Get(i, ref d);
            Observe(d, batch.Keys[i], batch.Hashes[i], batch.Near[i], batch.Signs[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int Observe(in Dissection d, in FlowKey key, ulong hash, int near, in PacketSigns signs)
    {
        Counters.CountFrame(d);
        Watch.Hear(d.Timestamp);
        var index = _tracker.Track(d, key, hash, near, signs);
        if (index < 0)
        {
            ObserveWithoutIp(d, signs);
            return index;
        }

        ref var flow = ref Flows[index];
        if (!d.Anomalies.IsEmpty) Anomalies.Observe(d.Anomalies, Facts(d, signs, index));
        if ((flow.Flags & FlowFlags.ToGroup) != 0) ObserveToGroup(d, signs, index, flow.Zone);
        if (d.Transport >= 0) ObserveTransport(d, d[d.Transport], signs, index);
        Options.Transcript?.Packet(d, Facts(d, signs, index), _tracker.Carrier);
        return index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void ObserveToGroup(in Dissection d, in PacketSigns signs, int index, ushort zone)
    {
        var facts = Facts(d, signs, index);
        Groups.ObserveTraffic(facts, d[d.InnermostIp].DeclaredLength);
        if (d.Transport <= 0) return;
        ref readonly var transport = ref d[d.Transport];
        if (transport.Kind == LayerKind.Udp) Channels.Observe(d, transport, facts, zone, ref Flows[index].Channel);
        else if (transport.Kind is >= LayerKind.Icmpv6 and <= LayerKind.Hsrp)
        {
            Control.Observe(d, transport, facts);
            // Some of these protocols stand on UDP.
            if (d[d.Transport - 1].Kind == LayerKind.Udp) Channels.Observe(d, d[d.Transport - 1], facts, zone, ref Flows[index].Channel);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void ObserveTransport(in Dissection d, in Layer transport, in PacketSigns signs, int index)
    {
        if (signs.MayBeTelegram) Telegrams.Observe(d, transport, Facts(d, signs, index));
        switch (transport.Kind)
        {
            case LayerKind.Udp when d.Application >= 0: Contents.ObserveDatagram(d, d[d.Application], index, Facts(d, signs, index)); break;
            case LayerKind.Tcp when transport.PayloadLength > 0: Contents.ObserveSegment(d, transport, index, Facts(d, signs, index)); break;
            case LayerKind.Igmp: Groups.ObserveIgmp(d, transport, Facts(d, signs, index)); break;
            case LayerKind.Icmpv6 or LayerKind.Icmp: ObserveIcmp(d, transport, Facts(d, signs, index)); break;
        }
    }

    void ObserveWithoutIp(in Dissection d, in PacketSigns signs)
    {
        if (d.Count == 0) return;
        ref readonly var last = ref d[d.Count - 1];
        if (last.Kind != LayerKind.Arp && d.Anomalies.IsEmpty) return;
        var facts = new PacketFacts(d.Timestamp, (uint)d.Number, default, default, signs.LinkSource, d.Interface, 0, -1, false);
        if (last.Kind == LayerKind.Arp) Neighbors.ObserveArp(d.BytesOf(last), facts);
        if (!d.Anomalies.IsEmpty) Anomalies.Observe(d.Anomalies, facts);
    }

    /// <summary>A new flow takes the name that an earlier answer gave the far side: what its own host was told, else what anybody was.</summary>
    void Begin(int index)
    {
        ref var flow = ref Flows[index];
        if (flow.Responder.IsGroup) flow.Flags |= FlowFlags.ToGroup;
        else if (Names.Lookups.Find(flow.Device, flow.Responder, flow.First, AddressNames.AnswerLifetime, 0) is >= 0 and var own)
        {
            ref readonly var lookup = ref Names.Lookups[own];
            (flow.NameId, flow.NameFrom, flow.NameFrame) = (lookup.Name, NameSource.Dns, lookup.AnsweredFrame);
        }
        else if (Names.TryFind(flow.Responder, flow.First, out var id, out var from, out var frame))
            (flow.NameId, flow.NameFrom, flow.NameFrame) = (id, from, frame);
    }

    /// <summary>A flow's record is about to be used again: its cause is counted, its stream given back.</summary>
    void Evict(FlowTable flows, int index)
    {
        var cause = Causes.Evicted(flows[index]);
        Options.Leaving?.Invoke(this, index);
        Timeline?.Settle(index, flows[index], cause);
        Contents.Forget(index);
    }

    void ObserveIcmp(in Dissection d, in Layer icmp, in PacketFacts facts)
    {
        if (d.Count > d.Transport + 1 && _tracker.NoteError(d) is >= 0 and var quoted)
        {
            ref var flow = ref Flows[facts.FlowIndex];
            flow.Flags |= FlowFlags.QuotesKnown;
            if (flow.Content == 0) flow.Content = quoted + 1;
        }

        if (icmp.Kind != LayerKind.Icmpv6) return;
        var type = icmp.Value >> 8;
        if (type is >= 130 and <= 132 or 143) Groups.ObserveMld(d, icmp, facts);
        else if (type is >= 133 and <= 137) Neighbors.ObserveNdp(d, icmp, facts);
        // An advertisement may answer one host alone.
        if (type == Icmpv6Types.RouterAdvertisement && !facts.Destination.IsGroup) Control.Observe(d, icmp, facts);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    PacketFacts Facts(in Dissection d, in PacketSigns signs, int index)
    {
        ref readonly var flow = ref Flows[index];
        var back = _tracker.IsBack;
        return new PacketFacts(
            d.Timestamp, (uint)d.Number, back ? flow.Responder : flow.Initiator, back ? flow.Initiator : flow.Responder,
            signs.LinkSource, d.Interface, signs.HopLimit, index, back);
    }
}

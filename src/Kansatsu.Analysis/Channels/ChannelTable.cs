using System.Buffers.Binary;
using System.Numerics;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Streams to multicast groups by source, group and port, and how each beats. At <see cref="MaxChannels"/> new ones are refused and counted: those known
/// from the start matter more than a flood.
/// </summary>
public sealed class ChannelTable(Watch watch, Action<ChannelBurst>? bursts = null)
{
    public const int MaxChannels = 100_000;

    /// <summary>Streams whose sequence numbers are followed, and streams with a story.</summary>
    public const int MaxTracks = 4096;

    const int ContentTries = 16;
    const int InSequenceEnough = 4;
    const int FingerprintBytes = 64;
    const long CopyWithin = Timestamp.PerSecond / 1000;

    readonly RecordList<ChannelRecord> _records = new();
    readonly RecordList<SequenceTrack> _tracks = new();
    readonly List<ChannelStory> _stories = [];
    readonly SlotIndex _index = new();
    readonly BurstTeller? _bursts = bursts is null ? null : new BurstTeller(bursts);
    long _touched;

    public int Count => _records.Count;

    /// <summary>Packets of streams that found no room.</summary>
    public long Refused { get; private set; }

    /// <summary>Changes that were not written down, and streams whose sequence numbers are not followed: too many at once.</summary>
    public long RefusedStories { get; private set; }

    internal ref ChannelRecord this[int index] => ref _records[index];

    /// <summary>
    /// Touches what <see cref="Observe"/> will look at: the packets of a batch belong to streams all over the table, and here the loads of one do not
    /// wait for those of another.
    /// </summary>
    /// <param name="known">The channels of the packets, plus one; less where there is none.</param>
    public void Approach(ReadOnlySpan<int> known)
    {
        var touched = 0L;
        foreach (var channel in known)
        {
            if (channel <= 0) continue;
            ref readonly var record = ref _records[channel - 1];
            // Something in each line of memory that is needed; a line left out costs as much as all others together.
            touched += record.Heartbeat.Level + record.LastFrame + record.Cadence.Threshold + (long)record.Cadence.Jitter + record.Cadence.Bursts + record.Lengths[0].Times;
        }

        _touched = touched;
    }

    /// <summary>A datagram to a group.</summary>
    /// <param name="udp">Its UDP layer.</param>
    /// <param name="zone">Of the flow: the link, when the addresses mean something only there.</param>
    /// <param name="known">The flow's channel, plus one; 0 before its first packet.</param>
    public void Observe(in Dissection d, in Layer udp, in PacketFacts facts, ushort zone, ref int known)
    {
        var header = d.BytesOf(udp);
        if (header.Length < UdpHeader.HeaderLength || !facts.Destination.IsMulticast || facts.Source.IsGroup) return;
        var port = BinaryPrimitives.ReadUInt16BigEndian(header[2..]);
        var index = known - 1;
        if (index < 0)
        {
            index = Find(facts, port, zone);
            if (index < 0) return;
            known = index + 1;
        }

        ref var record = ref _records[index];
        if (record.Packets == 0) Begin(ref record, d, header, facts);
        else Note(ref record, header, facts);
        var payload = header[UdpHeader.HeaderLength..];
        _bursts?.Add(index, record, udp.DeclaredLength - UdpHeader.HeaderLength, facts.Time);
        Beat(ref record, udp.DeclaredLength - UdpHeader.HeaderLength, IsCopy(ref record, payload, facts.Time), facts);
        Follow(ref record, payload, port);
    }

    /// <summary>Nothing more comes: bursts that are still open are told.</summary>
    public void TellOpenBursts() => _bursts?.Finish(_records);

    int Find(in PacketFacts facts, ushort port, ushort zone)
    {
        var hash = _index.Hash.Of(facts.Source, _index.Hash.Of(facts.Destination, ((ulong)zone << 16) | port));
        var candidates = _index.Find(hash);
        while (candidates.MoveNext())
            if (_records[candidates.Current].Is(facts, port, zone)) return candidates.Current;

        if (_records.Count >= MaxChannels)
        {
            Refused++;
            return -1;
        }

        var index = _records.Add();
        ref var record = ref _records[index];
        (record.Source, record.Group, record.Port, record.Zone) = (facts.Source, facts.Destination, port, zone);
        _index.Add(hash, index);
        return index;
    }

    void Begin(ref ChannelRecord record, in Dissection d, ReadOnlySpan<byte> header, in PacketFacts facts)
    {
        (record.First, record.Last, record.Before, record.FirstFrame) = (facts.Time, facts.Time, watch.Before, facts.Frame);
        (record.LinkSource, record.Interface, record.SourcePort) = (facts.LinkSource, facts.Interface, BinaryPrimitives.ReadUInt16BigEndian(header));
        (record.HopLimit, record.HopCount, record.Hops[0]) = (facts.HopLimit, 1, facts.HopLimit);
        if (d.Application >= 0) record.Application = d[d.Application].Kind;
        else if (d[d.Transport].Kind is LayerKind.Ripng or LayerKind.Rip or LayerKind.Hsrp) record.Application = d[d.Transport].Kind;
    }

    /// <summary>What should stay the same on a stream.</summary>
    void Note(ref ChannelRecord record, ReadOnlySpan<byte> header, in PacketFacts facts)
    {
        var port = BinaryPrimitives.ReadUInt16BigEndian(header);
        if (port != record.SourcePort)
        {
            // Hosts that look for each other ask from a new port each time.
            if (!ChannelChatter.Is(record.Application)) StoryOf(ref record)?.Change(ChannelTrait.SourcePort, record.SourcePort, port, record.Last, facts);
            record.SourcePort = port;
        }

        if (facts.HopLimit != record.HopLimit)
        {
            StoryOf(ref record)?.Change(ChannelTrait.HopLimit, record.HopLimit, facts.HopLimit, record.Last, facts);
            record.HopLimit = facts.HopLimit;
            var hops = ((ReadOnlySpan<byte>)record.Hops)[..record.HopCount];
            if (record.HopCount < ChannelRecord.MaxHopLimits && !hops.Contains(facts.HopLimit)) record.Hops[record.HopCount++] = facts.HopLimit;
        }

        if (facts.LinkSource != record.LinkSource)
        {
            StoryOf(ref record)?.Change(ChannelTrait.LinkSource, (long)record.LinkSource.Value, (long)facts.LinkSource.Value, record.Last, facts);
            record.LinkSource = facts.LinkSource;
        }
    }

    /// <summary>The same payload again within a millisecond is the same packet, seen twice; copies that were sent on purpose come later.</summary>
    static bool IsCopy(ref ChannelRecord record, ReadOnlySpan<byte> payload, Timestamp time)
    {
        var fingerprint = (ulong)payload.Length;
        for (var rest = payload[..Math.Min(payload.Length, FingerprintBytes)]; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
            fingerprint = BitOperations.RotateLeft((fingerprint ^ BinaryPrimitives.ReadUInt64LittleEndian(rest)) * 0x9e37_79b9_7f4a_7c15, 29);
        var isCopy = record.Packets > 0 && fingerprint == record.Fingerprint && time.Since(record.Last) is >= 0 and < CopyWithin;
        record.Fingerprint = fingerprint;
        if (isCopy) record.Copies++;
        return isCopy;
    }

    void Beat(ref ChannelRecord record, int length, bool isCopy, in PacketFacts facts)
    {
        record.Packets++;
        record.Bytes += length;
        record.Heartbeat.Add(facts.Time, watch.Begin);
        var beats = record.Lengths.Add(length);
        var gap = facts.Time.Since(record.Last);
        if (gap > Timestamp.PerSecond && record.Cadence.Patience is > 0 and var patience && gap > patience)
        {
            if (watch.Watched(record.Last, facts.Time) > patience) StoryOf(ref record)?.Resume(record.Last, record.LastFrame, facts);
            record.Cadence.Resume(facts.Time.Nanoseconds);
        }
        else if (beats && !isCopy)
        {
            record.Cadence.Add(facts.Time.Nanoseconds);
            if (record.Cadence.IsFirm) Compare(ref record, length, facts);
        }
        else if (!beats && record.Cadence.SilenceAt(facts.Time.Nanoseconds) > record.Cadence.Patience) record.Lengths.Unsettle();

        if (gap <= 0 && record.Packets > 1) return;
        (record.Last, record.LastFrame) = (facts.Time, facts.Frame);
    }

    /// <summary>Has the beat changed since it was last known for certain? What beats faster than a second changes with what it carries.</summary>
    void Compare(ref ChannelRecord record, int length, in PacketFacts facts)
    {
        ref var cadence = ref record.Cadence;
        if (!record.Lengths.IsSettled) record.Lengths.Settle(length);
        if (cadence.BurstsAreUnchangedSinceAsked()) return;
        var period = cadence.Period;
        var known = record.FirmPeriod;
        if (Math.Abs(period - known) * 10 > known)
        {
            if (known >= Timestamp.PerSecond) StoryOf(ref record)?.Change(ChannelTrait.Period, known, period, record.Last, facts);
            record.FirmPeriod = period;
        }

        if (!cadence.HasFirmBurst || cadence.Burst == record.FirmBurst) return;
        if (record.FirmBurst > 0 && known >= Timestamp.PerSecond) StoryOf(ref record)?.Change(ChannelTrait.Burst, record.FirmBurst, cadence.Burst, record.Last, facts);
        record.FirmBurst = (ushort)cadence.Burst;
    }

    void Follow(ref ChannelRecord record, ReadOnlySpan<byte> payload, ushort port)
    {
        if (record.Content == ChannelContent.None)
        {
            if (record.Packets <= ContentTries) Recognise(ref record, payload, port);
            return;
        }

        if (record.Track == 0) return;
        ref var track = ref _tracks[record.Track - 1];
        if (record.Content != ChannelContent.MpegTs) track.AddRtp(payload);
        else if (ContentOf.IsTs(payload)) track.AddTs(payload);
    }

    void Recognise(ref ChannelRecord record, ReadOnlySpan<byte> payload, ushort port)
    {
        var content = ContentOf.Of(payload, port);
        if (content is ChannelContent.Rtp)
        {
            var sequence = BinaryPrimitives.ReadUInt16BigEndian(payload[2..]);
            record.InSequence = (byte)((ushort)(sequence - record.Sequence) == 1 ? record.InSequence + 1 : 0);
            record.Sequence = sequence;
            if (record.InSequence < InSequenceEnough) return;
        }

        record.Content = content;
        if (content is not (ChannelContent.Rtp or ChannelContent.MpegTs or ChannelContent.MpegTsInRtp)) return;
        if (_tracks.Count >= MaxTracks)
        {
            RefusedStories++;
            return;
        }

        record.Track = (ushort)(_tracks.Add() + 1);
        if (content == ChannelContent.MpegTs) _tracks[record.Track - 1].AddTs(payload);
        else _tracks[record.Track - 1].AddRtp(payload);
    }

    ChannelStory? StoryOf(ref ChannelRecord record)
    {
        if (record.Story > 0) return _stories[record.Story - 1];
        if (_stories.Count >= MaxTracks)
        {
            RefusedStories++;
            return null;
        }

        _stories.Add(new ChannelStory());
        record.Story = (ushort)_stories.Count;
        return _stories[^1];
    }

    internal ChannelStory? StoryOf(int index) => _records[index].Story is > 0 and var story ? _stories[story - 1] : null;

    internal SequenceTrack? TrackOf(int index) => _records[index].Track is > 0 and var track ? _tracks[track - 1] : null;

    /// <summary>Has a stream that beat regularly been silent for longer than it may?</summary>
    internal bool IsStopped(in ChannelRecord record) =>
        record.Cadence.Patience is > 0 and var patience && watch.Watched(record.Last, watch.Now) > patience;
}

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Tells of each burst of each stream when the next one begins. A stream without pauses is cut every minute, so that one of a thousand packets a
/// second tells no more than one that beats once a minute.
/// </summary>
sealed class BurstTeller(Action<ChannelBurst> tell)
{
    /// <summary>While it is not known what a burst of a stream is, packets nearer than this belong together.</summary>
    const long Together = Timestamp.PerSecond / 4;

    const long Longest = 60 * Timestamp.PerSecond;

    readonly RecordList<OpenBurst> _open = new();

    /// <param name="channel">Number of the stream in its table.</param>
    public void Add(int channel, in ChannelRecord record, int bytes, Timestamp time)
    {
        while (_open.Count <= channel) _open.Add();
        ref var open = ref _open[channel];
        var most = record.Cadence.Threshold is > 0 and var threshold ? threshold : Together;
        if (open.Packets > 0 && (time.Since(open.Last) > most || time.Since(open.At) >= Longest))
        {
            Tell(record, open);
            open = new OpenBurst { Before = open.At, HasBefore = true };
        }

        if (open.Packets++ == 0) open.At = time;
        open.Bytes += bytes;
        open.Last = time;
    }

    public void Finish(RecordList<ChannelRecord> records)
    {
        for (var i = 0; i < _open.Count; i++)
        {
            if (_open[i].Packets > 0) Tell(records[i], _open[i]);
            _open[i] = default;
        }
    }

    void Tell(in ChannelRecord record, in OpenBurst open) => tell(new ChannelBurst(
        ChannelSeen.IdOf(record.Source, record.Group, record.Port), open.At, open.Packets, open.Bytes, open.HasBefore ? open.At.Since(open.Before) : 0));

    struct OpenBurst
    {
        public Timestamp At;
        public Timestamp Last;
        public Timestamp Before;
        public long Bytes;
        public uint Packets;
        public bool HasBefore;
    }
}

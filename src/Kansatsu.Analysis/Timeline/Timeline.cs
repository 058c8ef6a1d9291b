using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Traffic over time, flow by flow: causes are known only at the end, so what is kept is how much each flow carried in each bin. A record begins when
/// a flow's bin changes; at the bound bins are made longer and joined, so the memory depends on flows and not on time. Nothing is allocated for a
/// packet but the chunks that records fill.
/// </summary>
public sealed class Timeline
{
    /// <summary>Bins from the first to the last, while their length is chosen here.</summary>
    public const int MaxBins = 4096;

    const int LeastRecords = 1 << 16;

    /// <summary>Bins of this length hold all of time that is told apart; they grow no more.</summary>
    const long LongestBin = 1L << 61;

    /// <summary>Moments further from 1970 (146 years) are taken for this one.</summary>
    const long FurthestTime = 1L << 62;

    readonly FlowTable _flows;
    readonly TimelineOptions _options;
    readonly WindowEdges _edges;
    readonly RecordList<FlowBin> _records = new();
    readonly RecordList<int> _newest = new();
    readonly Dictionary<SettledKey, (long Packets, long Bytes)> _settled = [];
    readonly int _maxRecords;
    long _offset;
    int _used;
    int _free;
    bool _began;

    internal Timeline(FlowTable flows, TimelineOptions options, IReadOnlyList<Window> windows)
    {
        (_flows, _options, _edges) = (flows, options, new WindowEdges(windows));
        _maxRecords = options.MaxRecords ?? (int)Math.Clamp(2L * flows.Capacity, LeastRecords, int.MaxValue);
        Length = options.Bin ?? BinLengths.Shortest;
    }

    /// <summary>Nanoseconds of a bin as they are now.</summary>
    public long Length { get; private set; }

    /// <summary>The length that was asked for would have needed too many records.</summary>
    public bool IsLonger => _options.Bin is { } asked && asked != Length;

    /// <summary>Numbers of the first and the last bin that hold a packet.</summary>
    public long FirstBin { get; private set; } = long.MaxValue;

    public long LastBin { get; private set; } = long.MinValue;

    public bool IsEmpty => !_began;

    /// <summary>The earliest and the latest packet.</summary>
    public Timestamp First { get; private set; }

    public Timestamp Last { get; private set; }

    public Timestamp StartOf(long bin) => new((bin * Length) - _offset);

    /// <summary>Where a segment lies: -1 before a window, 0 in it, 1 after it.</summary>
    public int PlaceOf(int segment, Window window) => _edges.PlaceOf(segment, window);

    /// <summary>Everything that was carried, in no order: evicted flows by sort, the others flow by flow.</summary>
    public IEnumerable<TimelinePart> Parts(CauseFinder causes)
    {
        foreach (var (key, sum) in _settled)
            yield return new TimelinePart(key.Bin, key.Segment, key.Kind, key.Family, key.Protocol, key.Application, sum.Packets, sum.Bytes);
        for (var i = 0; i < _newest.Count; i++)
        {
            if (_newest[i] == 0) continue;
            var (family, protocol, application) = (_flows[i].Family, _flows[i].Protocol, _flows[i].Application);
            var kind = causes.KindOf(i);
            for (var at = _newest[i]; at != 0; at = _records[at - 1].Previous)
            {
                var record = _records[at - 1];
                yield return new TimelinePart(record.Bin, record.Segment, kind, family, protocol, application, record.Packets, record.Bytes);
            }
        }
    }

    /// <summary>Adds what one flow carried in each bin, the newest first.</summary>
    public void AddParts(int flow, List<FlowPart> to)
    {
        for (var at = flow < _newest.Count ? _newest[flow] : 0; at != 0; at = _records[at - 1].Previous)
        {
            ref readonly var r = ref _records[at - 1];
            to.Add(new FlowPart(StartOf(r.Bin), r.Packets - r.PacketsBack, r.PacketsBack, r.Bytes - r.BytesBack, r.BytesBack));
        }
    }

    /// <summary>A packet of a flow.</summary>
    internal void Add(int flow, Timestamp time, int bytes, bool back = false)
    {
        if (!_began) Begin(time);
        if (time > Last) Last = time;
        else if (time < First) First = time;
        var bin = BinOf(time);
        if (bin < FirstBin || bin > LastBin) bin = Stretch(bin, time);
        var segment = _edges.SegmentOf(time);
        while (_newest.Count <= flow) _newest.Add();
        var newest = _newest[flow];
        if (newest == 0 || _records[newest - 1].Bin != bin || _records[newest - 1].Segment != segment)
        {
            if (_used + _settled.Count >= _maxRecords && Length < LongestBin)
            {
                MakeRoom();
                Add(flow, time, bytes, back);
                return;
            }

            newest = Take();
            _records[newest - 1] = new FlowBin { Bin = bin, Segment = segment, Previous = _newest[flow] };
            _newest[flow] = newest;
        }

        ref var record = ref _records[newest - 1];
        record.Packets++;
        record.Bytes += bytes;
        if (!back) return;
        record.PacketsBack++;
        record.BytesBack += bytes;
    }

    /// <summary>A flow makes room for another: what it carried is counted with its cause.</summary>
    internal void Settle(int index, in Flow flow, CauseKind kind)
    {
        if (index >= _newest.Count) return;
        for (var at = _newest[index]; at != 0;)
        {
            ref var record = ref _records[at - 1];
            Settle(new SettledKey(record.Bin, record.Segment, kind, flow.Family, flow.Protocol, flow.Application), record.Packets, record.Bytes);
            (at, record.Previous, _free) = (record.Previous, _free, at);
            _used--;
        }

        _newest[index] = 0;
    }

    void Settle(SettledKey key, long packets, long bytes)
    {
        var sum = _settled.GetValueOrDefault(key);
        _settled[key] = (sum.Packets + packets, sum.Bytes + bytes);
    }

    void Begin(Timestamp time)
    {
        _began = true;
        (First, Last) = (time, time);
        _offset = _options.Offset(time);
    }

    long BinOf(Timestamp time)
    {
        var since = Math.Clamp(time.Nanoseconds, -FurthestTime, FurthestTime) + _offset;
        return Floor(since, Length);
    }

    long Stretch(long bin, Timestamp time)
    {
        (FirstBin, LastBin) = (Math.Min(FirstBin, bin), Math.Max(LastBin, bin));
        if (_options.Bin is not null) return bin;
        while (LastBin - FirstBin >= MaxBins) Lengthen();
        return BinOf(time);
    }

    void MakeRoom()
    {
        // A quarter free, so that room is not made again at once.
        do Lengthen();
        while (Length < LongestBin && _used + _settled.Count > _maxRecords / 4L * 3);
    }

    /// <summary>Joins bins and, of each flow, the records that now share one.</summary>
    void Lengthen()
    {
        var factor = BinLengths.FactorAfter(Length);
        Length *= factor;
        (FirstBin, LastBin) = (Floor(FirstBin, factor), Floor(LastBin, factor));
        for (var i = 0; i < _newest.Count; i++)
            if (_newest[i] != 0) Join(_newest[i], factor);
        var before = _settled.ToArray();
        _settled.Clear();
        foreach (var (key, sum) in before) Settle(key with { Bin = Floor(key.Bin, factor) }, sum.Packets, sum.Bytes);
    }

    void Join(int newest, int factor)
    {
        ref var record = ref _records[newest - 1];
        record.Bin = Floor(record.Bin, factor);
        while (record.Previous != 0)
        {
            var at = record.Previous;
            ref var before = ref _records[at - 1];
            before.Bin = Floor(before.Bin, factor);
            if (before.Bin != record.Bin || before.Segment != record.Segment)
            {
                record = ref before;
                continue;
            }

            record.Packets += before.Packets;
            record.Bytes += before.Bytes;
            record.PacketsBack += before.PacketsBack;
            record.BytesBack += before.BytesBack;
            record.Previous = before.Previous;
            (before.Previous, _free) = (_free, at);
            _used--;
        }
    }

    int Take()
    {
        _used++;
        if (_free == 0) return _records.Add() + 1;
        var taken = _free;
        _free = _records[taken - 1].Previous;
        return taken;
    }

    static long Floor(long value, long by) => (value / by) - (value % by < 0 ? 1 : 0);

    struct FlowBin
    {
        public long Bin;
        public long Bytes;
        public long BytesBack;
        public uint Packets;
        public uint PacketsBack;
        public int Segment;

        /// <summary>The flow's record before this one, plus one; of a free record, the next free one.</summary>
        public int Previous;
    }

    readonly record struct SettledKey(long Bin, int Segment, CauseKind Kind, byte Family, byte Protocol, LayerKind Application);
}

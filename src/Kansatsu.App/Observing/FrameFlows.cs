using Kansatsu.Analysis;
using Kansatsu.App.Views;
using Kansatsu.Wire;

namespace Kansatsu.App.Observing;

/// <summary>Remembers from a first reading which flow each frame belongs to, and how wide the addresses are: four bytes a frame.</summary>
sealed class FrameFlows
{
    const int ChunkBits = 16;
    const int ChunkFrames = 1 << ChunkBits;

    readonly List<int[]> _chunks = [];
    long _frames;
    Timestamp _first = new(long.MaxValue);
    Timestamp _last = new(long.MinValue);

    /// <summary>Columns that the widest source and destination take.</summary>
    public int SourceWidth { get; private set; }

    public int DestinationWidth { get; private set; }

    /// <summary>The earliest and the latest time; the first is later than the last when there was no frame.</summary>
    public (Timestamp First, Timestamp Last) Span => (_first, _last);

    public void Add(int flow, in Dissection d)
    {
        if (_frames >> ChunkBits == _chunks.Count) _chunks.Add(new int[ChunkFrames]);
        _chunks[(int)(_frames >> ChunkBits)][_frames & (ChunkFrames - 1)] = flow;
        _frames++;
        var time = d.Timestamp;
        if (time < _first) _first = time;
        if (time > _last) _last = time;
        Span<char> source = stackalloc char[Ipv6Address.MaxTextLength];
        Span<char> destination = stackalloc char[Ipv6Address.MaxTextLength];
        var (s, t) = PacketEnds.Format(d, source, destination);
        SourceWidth = Math.Max(SourceWidth, s);
        DestinationWidth = Math.Max(DestinationWidth, t);
    }

    /// <returns>The flow's index; -1 when the frame has none, or when its flow made room for another.</returns>
    public int Of(long frame, FlowTable flows)
    {
        if (frame < 1 || frame > _frames) return -1;
        var index = _chunks[(int)((frame - 1) >> ChunkBits)][(frame - 1) & (ChunkFrames - 1)];
        if (index < 0 || flows.Evicted == 0) return index;
        ref readonly var flow = ref flows[index];
        return frame >= flow.FirstFrame && frame <= flow.LastFrame ? index : -1;
    }
}

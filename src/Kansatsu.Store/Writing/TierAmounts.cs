using Kansatsu.Wire;

namespace Kansatsu.Store;

struct TrafficSum
{
    public long Flows;
    public long Packets;
    public long Bytes;

    public void Add(in TrafficSum other)
    {
        Flows += other.Flows;
        Packets += other.Packets;
        Bytes += other.Bytes;
    }
}

struct CauseSum
{
    public long Ipv6;
    public long Ipv4;
    public long Bytes;

    /// <summary>The latest of the batch, by its place, and when it began.</summary>
    public int Flow;
    public long First;
}

struct FarSum
{
    public long Flows;
    public long PacketsTo;
    public long PacketsFrom;
    public long BytesTo;
    public long BytesFrom;

    /// <summary>Seconds within the bin.</summary>
    public int First;
    public int Last;
    bool _hasSpan;

    /// <param name="length">Nanoseconds of the bin.</param>
    public void Span(Timestamp time, long length)
    {
        var second = (int)((time.Nanoseconds - (Times.BinOf(time, length) * length)) / Timestamp.PerSecond);
        Span(second, second);
    }

    /// <param name="later">Seconds that the other's bin begins later.</param>
    public void Add(in FarSum other, int later)
    {
        Flows += other.Flows;
        PacketsTo += other.PacketsTo;
        PacketsFrom += other.PacketsFrom;
        BytesTo += other.BytesTo;
        BytesFrom += other.BytesFrom;
        Span(other.First + later, other.Last + later);
    }

    void Span(int first, int last)
    {
        (First, Last) = _hasSpan ? (Math.Min(First, first), Math.Max(Last, last)) : (first, last);
        _hasSpan = true;
    }
}

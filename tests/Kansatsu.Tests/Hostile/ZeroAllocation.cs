using Kansatsu.Analysis;
using Kansatsu.Fuzz;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Hostile;

/// <summary>
/// After warm-up, a frame costs no heap memory: the same mix of real traffic again and again, counted by the runtime itself. What is new may cost:
/// tables grow in chunks, a TCP stream or a QUIC greeting begins, home is concluded anew when twice as many flows were seen. The warm-up is for
/// those, and of the passes behind it the least counts, because connections that begin again in each pass fill a chunk now and then.
/// </summary>
[Collection(Alone.Name)]
public class ZeroAllocation
{
    const int MostFrames = 20_000;

    /// <summary>QUIC connections that never show a name are given up after 24 packets; each pass brings at least one.</summary>
    const int WarmUps = 30;

    static readonly List<Seeds.Seed> s_frames = [.. Seeds.Load().Take(MostFrames)];

    readonly Observer _observer = new(new ObserverOptions { HashSeed = 3 });
    readonly Dissector _dissector = new();
    long _number;

    [Fact]
    public void Dissecting_allocates_nothing() => Assert.Equal(0, Least(frame => _dissector.Dissect(frame)));

    [Fact]
    public void Observing_allocates_nothing() => Assert.Equal(0, Least(_observer.Observe));

    delegate void Take(Frame frame);

    long Least(Take take)
    {
        Assert.NotEmpty(s_frames);
        for (var i = 0; i < WarmUps; i++) Pass(take);
        return Allocation.Least(() => Pass(take));
    }

    void Pass(Take take)
    {
        foreach (var seed in s_frames)
        {
            var frame = new Frame(seed.Bytes, seed.OriginalLength, new Timestamp(++_number * 1_000_000), seed.LinkType, _number);
            take(frame);
        }
    }
}

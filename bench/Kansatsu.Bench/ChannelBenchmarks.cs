using BenchmarkDotNet.Attributes;
using Kansatsu.Analysis;
using Kansatsu.Samples;
using Kansatsu.Wire;

namespace Kansatsu.Bench;

/// <summary>Nanoseconds and allocated bytes that the table of channels takes for one packet that is dissected already.</summary>
[InProcess]
[MemoryDiagnoser]
public class ChannelBenchmarks
{
    const int Packets = 1024;
    const long Step = 10_000_000;

    readonly Watch _watch = new();
    readonly Dissector _dissector = new();
    readonly byte[] _frame = Eew2008.Packets().First(packet => packet.Bytes.Length == 14 + 40 + 8 + 48).Bytes;
    ChannelTable _table = new(new Watch());
    int[] _known = [];
    long _now = 1_000_000_000;

    /// <summary>How many streams speak in turn.</summary>
    [Params(2, 1000, ChannelTable.MaxChannels)]
    public int Channels { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _table = new ChannelTable(_watch);
        _known = new int[Channels];
        for (var round = 0; round < Math.Max(3, 30 * Packets / Channels); round++) Observe(Channels);
    }

    [Benchmark(OperationsPerInvoke = Packets)]
    public int Observe()
    {
        Observe(Packets);
        return _table.Count;
    }

    void Observe(int packets)
    {
        var d = _dissector.Dissect(new Frame(_frame, _frame.Length, default, LinkType.Ethernet));
        ref readonly var udp = ref d[d.Transport];
        var group = Ipv6Address.Parse("ff3e::8000:1000");
        for (var i = 0; i < packets; i++)
        {
            // In batches, as the observer does it.
            if (i % DissectionBatch.MaxFrames == 0) Approach(Math.Min(DissectionBatch.MaxFrames, packets - i));
            _now += Step;
            var time = new Timestamp(_now);
            _watch.Hear(time);
            var channel = (int)(_now / Step % Channels);
            _table.Observe(
                d, udp, new PacketFacts(time, (uint)i, new Ipv6Address(0x2001_0380_050c_0099, (ulong)channel), group, default, 0, 54, channel, false), 0, ref _known[channel]);
        }
    }

    void Approach(int packets)
    {
        Span<int> known = stackalloc int[DissectionBatch.MaxFrames];
        for (var i = 0; i < packets; i++) known[i] = _known[(int)((_now / Step) + 1 + i) % Channels];
        _table.Approach(known[..packets]);
    }
}

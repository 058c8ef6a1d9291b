using BenchmarkDotNet.Attributes;
using Kansatsu.Bench.Captures;
using Kansatsu.Samples;
using Kansatsu.Wire;

namespace Kansatsu.Bench;

/// <summary>Nanoseconds and allocated bytes to dissect one packet, over mixes of frames.</summary>
[InProcess]
[MemoryDiagnoser]
public class DissectorBenchmarks
{
    const int Packets = 1024;

    readonly Dissector _dissector = new();
    byte[][] _frames = [];

    /// <summary>everyday: samples/everyday.pcap; telegrams: the multicast stream of 2008; strangers: random openings from random sources.</summary>
    [Params("everyday", "telegrams", "strangers")]
    public string Mix { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        byte[][] frames = Mix switch
        {
            "everyday" => [.. EthernetCapture.Read(Path.Combine(SamplesFolder(), "everyday.pcap")).Select(packet => packet.Bytes)],
            "telegrams" => [.. Eew2008.Packets().Select(packet => packet.Bytes)],
            _ => Strangers(),
        };
        _frames = [.. Enumerable.Range(0, Packets).Select(i => frames[i % frames.Length])];
    }

    [Benchmark(OperationsPerInvoke = Packets)]
    public int Dissect()
    {
        var layers = 0;
        for (var i = 0; i < Packets; i++)
        {
            var bytes = _frames[i];
            layers += _dissector.Dissect(new Frame(bytes, bytes.Length, new Timestamp(i), LinkType.Ethernet)).Count;
        }

        return layers;
    }

    static byte[][] Strangers()
    {
        var random = new Random(1);
        var frame = new FloodFrame();
        return [.. Enumerable.Range(0, Packets).Select(_ => frame.Random(random).ToArray())];
    }

    static string SamplesFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Kansatsu.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Kansatsu.slnx");
        return Path.Combine(folder, "samples");
    }
}

using System.Diagnostics;
using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Hostile;

/// <summary>
/// Twice the input costs at most about twice the time, for input made to be as slow as it can. The least of many runs is compared, and a noisy
/// machine gets more of them: noise only ever adds. What is quadratic is at 2.0 and stays there.
/// </summary>
[Collection(Alone.Name)]
public class LinearTime
{
    const int Short = 16_000;
    const int Long = 2 * Short;
    const double MostGrowth = 1.3;
    const int Attempts = 5;
    static readonly long s_attempt = Stopwatch.Frequency / 10;
    static readonly long s_sample = Stopwatch.Frequency / 20_000;

    public static TheoryData<string> Names() => [.. WorstCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_the_bytes_take_at_most_about_twice_the_time(string name)
    {
        var make = WorstCases.All[name];
        var (shorter, longer) = (new Course(make(Short)), new Course(make(Long)));
        Assert.InRange(longer.Bytes, shorter.Bytes * 1.8, shorter.Bytes * 2.2);
        var growth = double.MaxValue;
        for (var i = 0; i < Attempts && growth > MostGrowth; i++)
        {
            // Each attempt stands alone, so that a machine that becomes slower slows both; the first runs are the compiler's.
            for (var round = 0; round < 2; round++)
            {
                shorter.Begin();
                longer.Begin();
                for (var until = Stopwatch.GetTimestamp() + (s_attempt * round) + (s_attempt / 2); Stopwatch.GetTimestamp() < until;)
                {
                    shorter.Sample(s_sample);
                    longer.Sample(s_sample);
                }
            }

            growth = Math.Min(growth, longer.PerByte / shorter.PerByte);
        }

        Assert.True(growth <= MostGrowth, $"{name}: a byte costs {growth:0.00} times as much in {longer.Bytes} bytes as in {shorter.Bytes}");
    }

    /// <summary>Frames that are dissected, listed and observed again and again, and the fastest that it ever went.</summary>
    sealed class Course(List<byte[]> packets)
    {
        readonly Dissector _dissector = new();
        readonly Observer _observer = new(new ObserverOptions { FlowCapacity = 64, HashSeed = 5 });
        readonly ListingWriter _listing = new();
        double _least = double.MaxValue;
        long _number;
        ushort _port;

        public int Bytes { get; } = packets.Sum(p => p.Length);

        public double PerByte => _least / Bytes;

        public void Begin() => _least = double.MaxValue;

        /// <summary>Runs as often as it takes for the clock to be exact, and keeps the average when it is the least.</summary>
        public void Sample(long ticks)
        {
            var begun = Stopwatch.GetTimestamp();
            var runs = 0;
            do
            {
                Run();
                runs++;
            }
            while (Stopwatch.GetTimestamp() - begun < ticks);
            _least = Math.Min(_least, (double)(Stopwatch.GetTimestamp() - begun) / runs);
        }

        void Run()
        {
            // Another port each time: a stream that was read already would be passed over.
            _port++;
            foreach (var packet in packets)
            {
                if (WorstCases.HasPorts(packet)) (packet[40], packet[41]) = ((byte)(0x80 | (_port >> 8)), (byte)_port);
                var frame = new Frame(packet, packet.Length, new Timestamp(++_number * 1000), LinkType.Raw, _number);
                var d = _dissector.Dissect(frame);
                _listing.Clear();
                Listing.Summarize(d, _listing);
                Listing.List(d, _listing);
                _observer.Observe(frame);
            }
        }
    }
}

using Kansatsu.Bench.Captures;

namespace Kansatsu.Bench;

/// <summary>
/// A capture against which a bounded memory must hold: every random packet has a source and a flow never seen before or after. Between them run a few
/// long TCP connections that must not be forgotten. The same N gives the same bytes.
/// </summary>
static class Flood
{
    public const int LongFlows = 4;

    /// <summary>After this many random packets each long flow sends one.</summary>
    const int RandomPerRound = 1000;

    const long Start = 1_767_225_600_000_000;
    const int MicrosecondsApart = 100;
    const int Seed = 8200;

    public static int Run(long count, string output)
    {
        using var file = new PcapFile(output);
        var random = new Random(Seed);
        var frame = new FloodFrame();
        long written = 0;
        long rounds = 0;
        for (long i = 0; i < count; i++)
        {
            if (i % RandomPerRound == 0)
            {
                for (var flow = 0; flow < LongFlows; flow++) Write(frame.LongFlow(flow, rounds));
                rounds++;
            }

            Write(frame.Random(random));
        }

        Console.Error.WriteLine($"{count} random sources and flows; {LongFlows} long flows with {rounds} packets each, "
            + $"2001:db8:1::10 ports 50000 to {50000 + LongFlows - 1}");
        return 0;

        void Write(ReadOnlySpan<byte> bytes) => file.Write(Start + (written++ * MicrosecondsApart), bytes, (uint)bytes.Length);
    }
}

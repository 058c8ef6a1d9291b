using System.Diagnostics;
using Kansatsu.Fuzz;

// Kansatsu.Fuzz [frames = 1000000] [number = 1]: mutated frames through dissector, listing and observer, until one of them breaks something.
var frames = args.Length > 0 ? long.Parse(args[0]) : 1_000_000;
var number = args.Length > 1 ? int.Parse(args[1]) : 1;
var seeds = Seeds.Load();
var mutator = new FrameMutator(number);
var random = new Random(number);
var subject = new Subject();
var clock = Stopwatch.StartNew();
Console.WriteLine($"{seeds.Count} seeds, {frames} mutated frames, number {number}");
for (long i = 1; i <= frames; i++)
{
    var seed = seeds[random.Next(seeds.Count)];
    var bytes = mutator.Mutate(seed.Bytes, seeds[random.Next(seeds.Count)].Bytes);
    var began = Stopwatch.GetTimestamp();
    try
    {
        subject.Take(bytes, bytes.Length + random.Next(-1, 2), seed.LinkType, new(seed.Time.Nanoseconds + i), list: (i & 3) == 0);
    }
    catch (Exception problem)
    {
        Console.WriteLine($"frame {i} from {seed.Capture}, link type {seed.LinkType}: {problem}\n{Convert.ToHexStringLower(bytes)}");
        return 1;
    }

    var took = Stopwatch.GetElapsedTime(began);
    if (took.TotalMilliseconds > 500)
    {
        Console.WriteLine($"frame {i} from {seed.Capture} took {took.TotalMilliseconds:F0} ms\n{Convert.ToHexStringLower(bytes)}");
        return 1;
    }

    if (i % 1_000_000 == 0 || i == frames)
        Console.WriteLine($"{i} frames, {clock.Elapsed.TotalSeconds:F0} s, {GC.GetTotalMemory(false) >> 20} MiB managed, {subject.Observer.Flows.Evicted} flows evicted");
}

return 0;

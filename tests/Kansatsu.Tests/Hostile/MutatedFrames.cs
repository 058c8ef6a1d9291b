using Kansatsu.Fuzz;

namespace Kansatsu.Tests.Hostile;

[Collection(Alone.Name)]
public class MutatedFrames
{
    const int Frames = 1_000_000;

    /// <summary>A million mutations of every seed there is, in tables that overflow; the runner in tests/Kansatsu.Fuzz does as many as one likes.</summary>
    [Fact]
    public void A_million_mutated_frames_are_survived_without_growth()
    {
        var seeds = Seeds.Load();
        var mutator = new FrameMutator(2008);
        var random = new Random(2011);
        var subject = new Subject();
        long settled = 0;
        for (var i = 1; i <= Frames; i++)
        {
            var seed = seeds[random.Next(seeds.Count)];
            var bytes = mutator.Mutate(seed.Bytes, seeds[random.Next(seeds.Count)].Bytes);
            try
            {
                subject.Take(bytes, bytes.Length + random.Next(-1, 2), seed.LinkType, new(seed.Time.Nanoseconds + i), list: (i & 3) == 0);
            }
            catch (Exception problem)
            {
                Assert.Fail($"frame {i} from {seed.Capture}, {seed.LinkType}: {problem}\n{Convert.ToHexStringLower(bytes)}");
            }

            if (i == Frames / 2) settled = GC.GetTotalMemory(forceFullCollection: true);
        }

        // Names that were never seen before are kept up to their own bound; everything else has reached its size by half-time.
        var grown = GC.GetTotalMemory(forceFullCollection: true) - settled;
        Assert.True(grown < 32 << 20, $"{grown >> 20} MiB more after the second half");
    }
}

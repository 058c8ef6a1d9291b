using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Homes;

public class PrefixSetTests
{
    [Fact]
    public void Answers_as_asking_each_prefix_does()
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var prefixes = Enumerable.Range(0, random.Next(20)).Select(_ => new Ipv6Prefix(Near(random), random.Next(129))).ToArray();
            var set = new PrefixSet(prefixes);
            for (var i = 0; i < 200; i++)
            {
                var address = Near(random);
                Assert.Equal(prefixes.Any(p => p.Contains(address)), set.Contains(address));
            }
        }
    }

    static Ipv6Address Near(Random random) => new((ulong)random.Next(4) << random.Next(64), (ulong)random.Next(4) << random.Next(64));
}

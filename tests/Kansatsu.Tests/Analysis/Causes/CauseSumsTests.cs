using Kansatsu.Analysis;

namespace Kansatsu.Tests.Analysis.Causes;

public class CauseSumsTests
{
    [Fact]
    public void The_largest_flows_do_not_depend_on_how_they_were_divided()
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var packets = Enumerable.Range(0, random.Next(1, 40)).Select(_ => (uint)random.Next(1, 6)).ToArray();
            var parts = Enumerable.Range(0, 4).Select(_ => new CauseSums()).ToArray();
            for (var i = 0; i < packets.Length; i++) parts[random.Next(parts.Length)].Add(CauseKind.Scan, new Flow { PacketsOut = packets[i] }, i);
            random.Shuffle(parts);
            var sums = new CauseSums();
            foreach (var part in parts) sums.Add(part);
            var expected = Enumerable.Range(0, packets.Length).OrderByDescending(i => packets[i]).ThenBy(i => i).Take(CauseSums.LargestKept);
            Assert.Equal(expected, sums.LargestOf(CauseKind.Scan));
            Assert.Empty(sums.LargestOf(CauseKind.Leak));
            Assert.Equal(packets.Length, sums.ToShares().Single().Flows);
        }
    }
}

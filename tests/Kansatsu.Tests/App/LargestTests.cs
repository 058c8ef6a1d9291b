using Kansatsu.App.Observing;

namespace Kansatsu.Tests.App;

public class LargestTests
{
    [Fact]
    public void The_first_are_those_that_sorting_brings_to_the_front()
    {
        var random = new Random(5);
        for (var round = 0; round < 2000; round++)
        {
            // Mostly many equal ones.
            var items = Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(1 + random.Next(50))).ToArray();
            var count = random.Next(items.Length + 2);
            var sorted = items.Order().Take(count).ToArray();
            Largest.First<int>(items, count, static (a, b) => a.CompareTo(b));
            Assert.Equal(sorted, items.Take(count).Order());
        }
    }
}

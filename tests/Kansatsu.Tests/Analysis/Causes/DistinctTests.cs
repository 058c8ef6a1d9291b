using Kansatsu.Analysis;

namespace Kansatsu.Tests.Analysis.Causes;

public class DistinctTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Few_values_are_counted_exactly_however_often_they_come(int count)
    {
        var distinct = default(Distinct);
        for (var i = 0; i < 30 && count > 0; i++) distinct.Add((ulong)(i % count));
        Assert.Equal(count, distinct.Count);
    }

    [Fact]
    public void Many_values_are_a_lower_bound_and_merging_is_like_adding()
    {
        var (all, odd, even) = (default(Distinct), default(Distinct), default(Distinct));
        for (var i = 0UL; i < 20; i++)
        {
            all.Add(i);
            if ((i & 1) == 0) even.Add(i);
            else odd.Add(i);
        }

        Assert.InRange(all.Count, 12, 20);
        even.Merge(odd);
        Assert.Equal(all.Count, even.Count);
        var two = default(Distinct);
        two.Add(1);
        var other = default(Distinct);
        other.Add(1);
        other.Add(2);
        two.Merge(other);
        Assert.Equal(2, two.Count);
    }
}

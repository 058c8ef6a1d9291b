using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Anomalies;

public class AnomalyTableTests
{
    [Fact]
    public void A_flood_keeps_its_count_and_its_first_examples()
    {
        var table = new AnomalyTable();
        var set = new AnomalySet();
        set.Add(Anomaly.FragmentOverlap);
        set.Add(Anomaly.ChecksumTcp);
        for (uint i = 1; i <= 1000; i++)
            table.Observe(set, new PacketFacts(Timestamp.FromSeconds(i), i, Ipv6Address.Loopback, Ipv6Address.AllNodes, default, 0, 64, 0, false));
        Assert.Equal([Anomaly.FragmentOverlap, Anomaly.ChecksumTcp], table.All.Select(seen => seen.Anomaly));
        var first = table.All.First();
        Assert.Equal((1000L, Timestamp.FromSeconds(1), Timestamp.FromSeconds(1000)), (first.Frames, first.First, first.Last));
        Assert.Equal([1L, 2, 3, 4, 5], first.Examples.Select(example => example.Frame));
    }

    [Fact]
    public void Frames_that_break_nothing_leave_nothing()
    {
        var table = new AnomalyTable();
        table.Observe(default, default);
        Assert.Empty(table.All);
    }
}

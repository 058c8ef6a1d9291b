using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.Wire;

namespace Kansatsu.Tests.App;

public class PeerTallyTests
{
    [Fact]
    public void A_flood_of_far_sides_is_bounded_and_the_large_ones_stay()
    {
        var tally = new PeerTally();
        for (var i = 0; i < 4 * PeerTally.Capacity; i++)
        {
            tally.Add(Flow((ulong)i + 100, bytes: 60), isInbound: false);
            if (i % 100 == 0) tally.Add(Flow(7, bytes: 1000), isInbound: false);
        }

        var top = tally.Top(1).Single();
        Assert.Equal(7UL, top.Address.Low);
        Assert.Equal(((4 * PeerTally.Capacity / 100) + 1) * 1000L, top.Bytes);
        Assert.True(tally.IsApproximate);
        Assert.InRange(tally.Top(int.MaxValue).Length, 1, PeerTally.Capacity);
    }

    [Fact]
    public void Few_far_sides_are_exact_and_groups_are_none()
    {
        var tally = new PeerTally();
        for (var i = 0; i < 3000; i++) tally.Add(Flow((ulong)(i % 1000) + 1, bytes: 10), isInbound: false);
        tally.Add(Flow(1, bytes: 10) with { Responder = Ipv6Address.AllNodes }, isInbound: false);
        var all = tally.Top(int.MaxValue);
        Assert.Equal(1000, all.Length);
        Assert.All(all, sum => Assert.Equal((3, 30), (sum.Flows, sum.Bytes)));
        Assert.False(tally.IsApproximate);
    }

    static Flow Flow(ulong peer, long bytes) => new()
    {
        Initiator = Ipv6Address.Parse("2001:db8::1"),
        Responder = new Ipv6Address(0x2001_0db8_0000_0001, peer),
        Family = 6,
        Protocol = 17,
        PacketsOut = 1,
        BytesOut = bytes,
    };
}

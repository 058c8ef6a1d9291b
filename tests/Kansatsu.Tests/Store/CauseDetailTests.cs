using Kansatsu.Analysis;
using Kansatsu.Store;

namespace Kansatsu.Tests.Store;

public class CauseDetailTests
{
    [Fact]
    public void Causes_are_told_with_their_details_for_the_hours_that_are_asked_for()
    {
        using var days = new Days();
        days.Add(0, [Days.Out(0, 1, Days.Home + "1", "2001:db8:aa::1"), Days.Out(0, 2, Days.Home + "1", "2001:db8:aa::1"), Days.In(0, 3, "2001:db8:cc::1", 22)]);
        days.Add(1, [Days.Out(1, 1, Days.Home + "1", "2001:db8:aa::1")]);
        var first = days.Queries.CauseDetails(new StoreRange(Days.At(0, 0), Days.At(1, 0)));
        Assert.Equal([(CauseKind.OwnSoftware, "Firefox: Remote settings", 2L, 0L, 11_000L), (CauseKind.Visit, "", 1L, 0L, 5_500L)], first.Select(d => (d.Kind, d.Detail, d.Ipv6Flows, d.Ipv4Flows, d.Bytes)));
        Assert.Equal(Days.At(0, 2), days.Queries.Flow(first[0].Flow)!.Flow.First);
        Assert.Equal(3, days.Queries.CauseDetails(StoreRange.All)[0].Ipv6Flows);
        Assert.Single(days.Queries.CauseDetails(new StoreRange(Days.At(0, 2), Days.At(0, 3))));
    }
}

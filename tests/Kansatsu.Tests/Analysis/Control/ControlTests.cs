using Kansatsu.Analysis;
using Kansatsu.Tests.Analysis.Channels;

namespace Kansatsu.Tests.Analysis.Control;

public class ControlTests
{
    [Fact]
    public void The_silence_of_PIM_is_told_within_its_hold_time()
    {
        var air = new Air().Talk(0, 700);
        for (var at = 0; at <= 300; at += 30) air.PimHello(at);
        Assert.Empty(air.Until(404).Findings("control-vanished"));
        var found = Assert.Single(air.Until(406).Tick(405).Findings("control-vanished"));
        Assert.Equal($"PIM was heard until 2008-06-11 16:05:00 from {Air.Router}", found.Says.English);
        Assert.Contains("105.0 s", found.Because[0].English);
        Assert.Contains("every 30.0 s", found.Because[1].English);
    }

    [Fact]
    public void A_day_later_the_day_is_enough()
    {
        var air = new Air();
        for (var at = 0; at <= 300; at += 30) air.PimHello(at);
        var found = Assert.Single(air.Talk(86400, 86700).Until().Findings("control-vanished"));
        Assert.Equal($"PIM was heard until 2008-06-11 from {Air.Router}", found.Says.English);
    }

    [Fact]
    public void A_hold_time_of_nothing_is_a_good_bye()
    {
        var air = new Air().Talk(0, 100).PimHello(1).PimHello(31).PimHello(50, hold: 0).Until(51);
        Assert.Contains("good-bye", Assert.Single(air.Findings("control-vanished")).Because[0].English);
    }

    [Fact]
    public void A_hold_time_for_ever_never_ends()
    {
        var air = new Air().PimHello(1, hold: 0xffff).Talk(0, 9000, 100).Until();
        Assert.Empty(air.Findings("control"));
    }

    [Fact]
    public void A_router_that_was_not_there_appears()
    {
        var air = new Air().Talk(0, 300).PimHello(200).Until();
        var found = Assert.Single(air.Findings("control-appeared"));
        Assert.Equal($"until 2008-06-11 16:03:10 PIM was not heard from {Air.Router}, since 16:03:20 it is", found.Says.English);
        Assert.Empty(new Air().Talk(0, 200).PimHello(100).Until().Findings("control-appeared"));
    }

    [Fact]
    public void The_lower_address_takes_over_as_querier_and_the_other_has_not_vanished()
    {
        var air = new Air().Talk(0, 2000);
        for (var at = 1; at < 600; at += 125) air.Query(at, "fe80::9");
        for (var at = 600; at < 2000; at += 125) air.Query(at, "fe80::1");
        air.Until();
        Assert.Equal("it takes over as querier from fe80::9", Assert.Single(air.Findings("control-appeared")).Because[1].English);
        Assert.Empty(air.Findings("control-vanished"));
        Assert.Equal(["gone", "querier"], air.Observer.Control.All.Select(s => s.IsElected ? "querier" : s.IsGone ? "gone" : "other"));
    }

    [Fact]
    public void When_the_last_querier_goes_it_says_what_that_means()
    {
        var air = new Air().Talk(0, 2000);
        for (var at = 1; at < 600; at += 125) air.Query(at);
        Assert.Contains("snoop forget", Assert.Single(air.Until().Findings("control-vanished")).Because[^1].English);
    }

    [Fact]
    public void PIM_chooses_by_priority_before_address()
    {
        var air = new Air().Talk(0, 60).PimHello(1, source: "fe80::1", priority: 5).PimHello(2, source: "fe80::9").Until();
        Assert.Equal("fe80::1", Assert.Single(air.Observer.Control.All, s => s.IsElected).Source.ToString());
    }

    [Fact]
    public void Multicast_router_discovery_is_heard_and_says_good_bye()
    {
        var air = new Air().Talk(0, 100).Icmpv6(1, "9714 0000 007d 0002", to: "ff02::6a").Icmpv6(21, "9714 0000 007d 0002", to: "ff02::6a").Until(30);
        var seen = Assert.Single(air.Observer.Control.All);
        Assert.Equal((ControlKind.MulticastRouter, 60L, false), (seen.Kind, seen.Hold / 1_000_000_000, seen.IsGone));
        air.Icmpv6(40, "9900 0000", to: "ff02::6a").Until();
        Assert.True(Assert.Single(air.Observer.Control.All).SaidGoodbye);
    }

    [Fact]
    public void A_router_advertisement_is_good_for_its_lifetime()
    {
        var air = new Air().Icmpv6(1, "8600 0000 4000 0708 00000000 00000000").Talk(0, 2000, 50).Until(1790);
        Assert.Empty(air.Findings("control"));
        Assert.Single(air.Until(1850).Findings("control-vanished"));
    }

    [Fact]
    public void A_flood_of_routers_is_refused_and_counted()
    {
        var air = new Air();
        for (var i = 1; i <= ControlTable.MaxSpeakers + 5; i++) air.PimHello(i * 0.001, source: $"fe80::{i:x}");
        Assert.Equal((ControlTable.MaxSpeakers, 5L), (air.Until().Observer.Control.Count, air.Observer.Control.Refused));
    }
}

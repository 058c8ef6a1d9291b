using Kansatsu.Analysis;

namespace Kansatsu.Tests.Analysis.Channels;

/// <summary>What is told of streams, in time: by packets and by the clock.</summary>
public class ChannelFindingTests
{
    [Fact]
    public void A_second_service_is_found_within_its_first_burst()
    {
        var air = new Air().Beat(0, 900, 6101).Beat(600.001, 900, 8001).Until(600.2);
        var found = Assert.Single(air.Findings("channel-new"));
        Assert.Equal("until 2008-06-11 16:10:00 one service (6101), since 16:10:00 two (6101, 8001): 2001:380:50c:99::51 to ff3e::8000:1000", found.Says.English);
        Assert.Equal("2008-06-11 16:10:00 までは 1 種類(6101)、16:10:00 からは 2 種類(6101, 8001): 2001:380:50c:99::51 → ff3e::8000:1000", found.Says.Japanese);
    }

    [Fact]
    public void Two_captures_of_two_days_are_told_as_the_diary_tells_them()
    {
        const double day = 86400;
        var air = new Air().Beat(0, 600, 6101).Beat(day, day + 600, 6101).Beat(day + 0.001, day + 600, 8001).Until();
        Assert.StartsWith("until 2008-06-11 one service (6101), since 2008-06-12 two (6101, 8001)", Assert.Single(air.Findings("channel-new")).Says.English);
        // Nobody watched in between, so nobody can say that it was silent.
        Assert.Empty(air.Findings("channel-resumed"));
        Assert.Empty(air.Findings("channel-stopped"));
    }

    [Fact]
    public void What_is_heard_from_the_beginning_is_not_new() => Assert.Empty(new Air().Beat(0, 900, 6101).Beat(15, 900, 8001).Until().Findings("channel-new"));

    [Fact]
    public void A_stream_that_stops_is_told_by_the_clock_within_three_periods()
    {
        var air = new Air().Beat(0, 600, 6101).Until();
        Assert.Empty(air.Tick(570.104 + 60).Findings("channel-stopped"));
        Assert.False(air.Channel(6101).IsStopped);
        var found = Assert.Single(air.Tick(570.104 + 90).Findings("channel-stopped"));
        Assert.Equal("nothing from 2001:380:50c:99::51 to ff3e::8000:1000 port 6101 since 2008-06-11 16:09:30", found.Says.English);
        Assert.Equal("it came every 30.0 s, 3 packets 52 ms apart", found.Because[0].English);
        Assert.True(air.Channel(6101).IsStopped);
    }

    [Fact]
    public void A_stream_that_stops_is_told_at_the_end_of_a_capture_that_goes_on()
    {
        var air = new Air { Loss = 0.05, JitterMilliseconds = 20 }.Beat(0, 600, 6101).Beat(0.001, 700, 8001).Until();
        Assert.Single(air.Findings("channel-stopped"));
        Assert.True(air.Channel(6101).IsStopped);
        Assert.False(air.Channel(8001).IsStopped);
    }

    [Fact]
    public void A_stream_that_comes_back_is_told_with_its_silence()
    {
        var air = new Air().Talk(0, 1500).Beat(0, 600, 6101).Beat(1000, 1500, 6101).Until();
        var found = Assert.Single(air.Findings("channel-resumed"));
        Assert.Equal("2001:380:50c:99::51 to ff3e::8000:1000 port 6101 was silent from 2008-06-11 16:09:30 to 2008-06-11 16:16:40", found.Says.English);
        Assert.InRange(air.Channel(6101).Period / 1e9, 29.99, 30.01);
        Assert.Empty(air.Findings("channel-stopped"));
        Assert.Equal(0, air.Channel(6101).Missing);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(45)]
    public void Another_period_is_a_change(double period)
    {
        var air = new Air().Beat(0, 1200, 6101).Beat(1200, 3000, 6101, period).Until();
        var change = Assert.Single(air.Channel(6101).Changes);
        Assert.Equal((ChannelTrait.Period, 1L), (change.Trait, change.Times));
        Assert.InRange(air.Channel(6101).Period / 1e9, period * 0.999, period * 1.001);
        Assert.Contains("period 30.0 s until", Assert.Single(air.Findings("channel-changed")).Says.English);
    }

    [Fact]
    public void Another_number_of_copies_another_way_and_another_port_are_changes()
    {
        var air = new Air().Beat(0, 1200, 6101).Beat(1200, 3000, 6101, burst: 2, hopLimit: 51, sourcePort: 32774).Until();
        Assert.Equal([ChannelTrait.Burst, ChannelTrait.HopLimit, ChannelTrait.SourcePort], air.Channel(6101).Changes.Select(c => c.Trait));
        Assert.Equal([54, 51], air.Channel(6101).HopLimits.Select(hop => (int)hop));
        Assert.Equal(3, Assert.Single(air.Findings("channel-changed")).Because.Count);
    }

    [Fact]
    public void A_second_sender_to_a_warning_service_is_a_warning()
    {
        var air = new Air().Beat(0, 900, 6101).Udp(700, "2001:db8::bad", Air.Group, 6101, Air.News, hopLimit: 61).Until();
        var found = Assert.Single(air.Findings("channel-second-source"));
        Assert.Equal(Severity.Warning, found.Severity);
        Assert.StartsWith("besides 2001:380:50c:99::51, 2001:db8::bad sends to ff3e::8000:1000 port 6101", found.Says.English);
    }

    [Fact]
    public void What_nobody_asked_for_is_told_with_what_that_means()
    {
        var air = new Air().Query(1).Beat(2, 100, 6101).Until();
        var found = Assert.Single(air.Findings("channel-unjoined"));
        Assert.StartsWith("arrives although nobody here was seen to join", found.Says.English);
        Assert.Equal($"{Air.Router} asked for members, and no answer named the group", found.Because[0].English);
        Assert.Contains("snooping", found.Because[1].English);
        Assert.Contains("link-local", found.Because[2].English);
        Assert.Equal(Air.Router, air.Channel(6101).Querier?.ToString());
    }

    [Fact]
    public void A_report_makes_it_a_stream_that_somebody_asked_for()
    {
        var air = new Air().Icmpv6(1, Scene.Report(Air.Group), "fe80::7", "ff02::16").Beat(2, 100, 6101).Until();
        Assert.Empty(air.Findings("channel-unjoined"));
        Assert.Equal(ChannelMembership.Home, air.Channel(6101).Membership);
        Assert.Null(air.Channel(6101).Querier);
    }

    [Fact]
    public void Chatter_of_hosts_is_listed_but_is_no_news()
    {
        var air = new Air().Talk(0, 300);
        for (var host = 1; host < 20; host++) air.Udp(100 + host, $"fe80::{host:x}", "ff02::fb", 5353, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 255, 5353);
        Assert.Empty(air.Until().Findings("channel"));
        Assert.Equal(19, air.Observer.Channels.Count);
    }

    [Fact]
    public void A_flood_of_streams_is_refused_counted_and_told_in_few_words()
    {
        var air = new Air().Talk(0, 100);
        for (var i = 0; i < 200; i++)
            for (var n = 0; n < 3; n++) air.Udp(90 + (i * 0.01) + n, $"2001:db8:ff:{i:x}::1", "ff0e::1234", 7000 + i, new byte[20]);
        Assert.Equal(33, air.Until().Findings("channel-new").Count);
        Assert.Contains(air.Findings("channel-new"), f => f.Says.English == "168 more like this");
    }
}

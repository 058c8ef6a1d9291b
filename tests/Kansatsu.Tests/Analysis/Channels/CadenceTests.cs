using Kansatsu.Analysis;

namespace Kansatsu.Tests.Analysis.Channels;

/// <summary>Periods, bursts and gaps as they are learnt from arrival times.</summary>
public class CadenceTests
{
    const double Hour = 3600;

    [Theory]
    [InlineData(30, 3, 0.052)]
    [InlineData(1, 5, 0.002)]
    [InlineData(10, 1, 0)]
    [InlineData(0.02, 1, 0)]
    [InlineData(600, 2, 1)]
    public void A_clean_beat_is_learnt_to_the_millisecond(double period, int burst, double gap)
    {
        var channel = new Air().Beat(0, period * 20, 6101, period, burst, gap).Until().Channel(6101);
        Assert.Equal(period, channel.Period / 1e9, period / 1000);
        Assert.Equal(burst, channel.Burst);
        Assert.Equal(gap, channel.Gap / 1e9, 0.001);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void An_hour_with_loss_and_jitter_keeps_the_beat_and_tells_nothing(int seed)
    {
        var air = new Air(seed) { Loss = 0.05, JitterMilliseconds = 20 }.Beat(0, Hour, 6101).Beat(0.001, Hour, 8001, sourcePort: 44318).Until();
        foreach (var port in new[] { 6101, 8001 })
        {
            var channel = air.Channel(port);
            Assert.InRange(channel.Period / 1e9, 29.99, 30.01);
            Assert.InRange(channel.Gap / 1e9, 0.050, 0.054);
            Assert.Equal(3, channel.Burst);
            Assert.InRange((double)channel.Missing / channel.Expected, 0.02, 0.09);
            Assert.Empty(channel.Changes);
        }

        Assert.Empty(air.Findings("channel-stopped"));
        Assert.Empty(air.Findings("channel-resumed"));
        Assert.Empty(air.Findings("channel-changed"));
        Assert.Empty(air.Findings("channel-new"));
    }

    [Fact]
    public void Single_packets_with_loss_keep_their_beat_and_tell_nothing()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var air = new Air(seed) { Loss = 0.05, JitterMilliseconds = 20 }.Beat(0, Hour, 5000, burst: 1).Until();
            Assert.InRange(air.Channel(5000).Period / 1e9, 29.99, 30.01);
            Assert.Equal(1, air.Channel(5000).Burst);
            Assert.Empty(air.Findings("channel-changed"));
            Assert.Empty(air.Findings("channel-resumed"));
        }
    }

    [Fact]
    public void News_between_the_keep_alives_does_not_disturb_the_beat()
    {
        var air = new Air().Beat(0, 1800, 6101);
        // A minute of reports, one a second, as during an earthquake.
        for (var at = 600.5; at < 660; at++)
            for (var copy = 0; copy < 3; copy++) air.Udp(at + (copy * 0.052), Air.Source, Air.Group, 6101, Air.News);
        var channel = air.Until().Channel(6101);
        Assert.InRange(channel.Period / 1e9, 29.99, 30.01);
        Assert.Equal([48, 252], channel.PayloadLengths.Select(shape => shape.Length));
        Assert.Empty(channel.Changes);
        Assert.Empty(air.Findings("channel-changed"));
    }

    [Fact]
    public void Packets_without_a_beat_have_no_period()
    {
        var random = new Random(7);
        var air = new Air();
        for (var (i, at) = (0, 0.0); i < 300; i++, at += -20 * Math.Log(1 - random.NextDouble())) air.Udp(at, Air.Source, "ff0e::1234", 5000, new byte[random.Next(20, 900)]);
        Assert.Equal(0, air.Until().Channel(5000).Period);
    }

    [Fact]
    public void A_capture_that_begins_in_the_middle_of_a_burst_learns_the_same()
    {
        var channel = new Air().Udp(0, Air.Source, Air.Group, 6101, Air.KeepAlive).Beat(29.896, 600, 6101).Until().Channel(6101);
        Assert.InRange(channel.Period / 1e9, 29.95, 30.05);
        Assert.Equal((3, 52), (channel.Burst, (int)Math.Round(channel.Gap / 1e6)));
    }

    [Fact]
    public void Every_copy_twice_is_seen_as_duplicates()
    {
        var air = new Air();
        air.Beat(0, 900, 6101).Beat(900, 1200, 6101).Beat(900.00001, 1200, 6101);
        Assert.InRange(air.Until(1199).Channel(6101).Duplicates, 1, 30);
    }
}

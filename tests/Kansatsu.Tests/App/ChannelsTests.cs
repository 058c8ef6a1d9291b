using System.Text.Json;

namespace Kansatsu.Tests.App;

public class ChannelsTests
{
    [Fact]
    public void The_sample_of_2008_has_two_streams_that_nobody_joined()
    {
        var channels = Call.Of("channels", Call.Sample, "--json").JsonLines;
        Assert.Equal([6101, 8001], channels.Select(c => c.GetProperty("port").GetInt32()));
        foreach (var channel in channels)
        {
            Assert.Equal("2001:380:50c:99::51", channel.GetProperty("source").GetString());
            Assert.Equal("ff3e::8000:1000", channel.GetProperty("group").GetString());
            Assert.InRange(channel.GetProperty("period_s").GetDouble(), 29.95, 30.05);
            Assert.Equal(3, channel.GetProperty("burst").GetInt32());
            Assert.InRange(channel.GetProperty("gap_s").GetDouble(), 0.050, 0.054);
            Assert.False(channel.GetProperty("joined").GetBoolean());
            Assert.Equal(("eew", "live", "source-specific"), (channel.GetProperty("kind").GetString(), channel.GetProperty("state").GetString(), channel.GetProperty("group_kind").GetString()));
            Assert.Equal("fe80::21a:6dff:feb9:fd1b", channel.GetProperty("querier").GetString());
        }

        Assert.Equal([48, 252], channels[0].GetProperty("payload_lengths").EnumerateArray().Select(length => length.GetInt32()));
        Assert.Equal(2, Call.Of("read", Call.Sample, "--json").Json.GetProperty("channels").GetInt32());
    }

    [Fact]
    public void The_text_says_the_rhythm_and_shows_the_heartbeat()
    {
        var call = Call.Of("channels", Call.Sample, "--lang", "en", "--tz", "Asia/Tokyo");
        Assert.Equal(0, call.Code);
        Assert.Contains("every 30.01 s, 3 packets 52.4 ms apart", call.Output);
        Assert.Contains("nobody was seen to join", call.Output);
        Assert.Contains('█', call.Output);
        Assert.Contains("30.01 s ごとに 3 発、52.4 ms 間隔", Call.Of("channels", Call.Sample, "--lang", "ja").Output);
    }

    [Fact]
    public void Times_of_findings_follow_the_time_zone()
    {
        var found = Call.Of("findings", Call.Sample, "--json", "--tz", "Asia/Tokyo").JsonLines.Single(f => f.GetProperty("name").GetString() == "control-appeared");
        Assert.Contains("since 09:13:09", found.GetProperty("says").GetString());
    }

    [Fact]
    public void Control_lists_the_querier()
    {
        var querier = Assert.Single(Call.Of("control", Call.Sample, "--json").JsonLines);
        Assert.Equal(("mld-querier", "live", true), (querier.GetProperty("kind").GetString(), querier.GetProperty("state").GetString(), querier.GetProperty("elected").GetBoolean()));
        Assert.Contains("mld-querier", Call.Of("control", Call.Sample).Output);
    }

    [Fact]
    public void Nothing_to_list_is_said()
    {
        Assert.Contains("no multicast stream", Call.On(CaptureBuilder.Pcap(), "channels", "--lang", "en").Output);
        Assert.Contains("no router spoke", Call.On(CaptureBuilder.Pcap(), "control", "--lang", "en").Output);
    }

    [Fact]
    public void A_group_says_what_its_address_is_made_of()
    {
        var group = Call.Of("groups", Call.Sample, "--json").JsonLines.Single(g => g.GetProperty("group").GetString() == "ff3e::8000:1000");
        Assert.Equal(("source-specific", "global"), (group.GetProperty("group_kind").GetString(), group.GetProperty("scope").GetString()));
        Assert.Equal(JsonValueKind.String, group.GetProperty("kind").ValueKind);
    }
}

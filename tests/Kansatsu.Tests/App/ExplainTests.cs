using Kansatsu.Tests.Store;

namespace Kansatsu.Tests.App;

public class ExplainTests
{
    [Fact]
    public void A_channel_is_explained_down_to_its_packets()
    {
        var id = Call.Of("channels", Call.Sample, "--json").JsonLines[1].GetProperty("id").GetString()!;
        var told = Call.Of("explain", id, Call.Sample, "--lang", "en", "--tz", "Asia/Tokyo");
        Assert.Equal(0, told.Code);
        Assert.Contains("channel-unjoined: multicast data that nobody here was seen to ask for", told.Output);
        Assert.Contains("[membership] nobody was seen to join (fe80::21a:6dff:feb9:fd1b asked)", told.Output);
        Assert.Contains("[beat]       every 30.0", told.Output);
        Assert.Contains("Destination port: 8001", told.Output);
        Assert.Contains("Findings about it", told.Output);
        Assert.Equal(id, Call.Of("explain", id, Call.Sample, "--json").Json.GetProperty("id").GetString());
        Assert.Contains("参加は見られない", Call.Of("explain", id, Call.Sample, "--lang", "ja").Output);
    }

    [Fact]
    public void A_telegram_is_explained_with_its_stream_and_its_packets()
    {
        var id = Call.Of("telegrams", Call.Sample, "--json").JsonLines[0].GetProperty("id").GetString()!;
        var told = Call.Of("explain", id[..6], Call.Sample, "--lang", "en");
        Assert.Equal(0, told.Code);
        Assert.Contains("not for the protection of life", told.Output);
        Assert.Contains("verdict: consistent", told.Output);
        Assert.Contains("54 keep-alives", told.Output);
        Assert.Contains("#27 ", told.Output);
        Assert.Equal("timed-out", Call.Of("explain", id, Call.Sample, "--json").Json.GetProperty("event_state").GetString());
    }

    [Fact]
    public void What_is_kept_is_explained_without_the_capture()
    {
        using var store = new TemporaryStore();
        Call.Of("read", Call.Sample, "--store", store.Path);
        var flow = Call.Of("flows", Call.Sample, "--json").JsonLines[0].GetProperty("id").GetString()!;
        var told = Call.Of("explain", flow, "--store", store.Path, "--lang", "en");
        Assert.Equal(0, told.Code);
        Assert.Contains("channel-unjoined", told.Output);
        Assert.Contains("Because", told.Output);
        Assert.Equal(Call.Of("explain", flow, Call.Sample, "--json").Output, Call.Of("explain", flow, "--store", store.Path, "--json").Output);
        var finding = Call.Of("findings", Call.Sample, "--json").JsonLines[0];
        Assert.Contains(finding.GetProperty("says_ja").GetString()!, Call.Of("explain", finding.GetProperty("id").GetString()!, "--store", store.Path, "--lang", "ja").Output);
        Assert.Contains("nothing that is kept has the id", Call.Of("explain", "zzzzzzzzzzzzz", "--store", store.Path).Error);
    }

    [Fact]
    public void An_id_that_is_not_there_says_where_ids_are()
    {
        var told = Call.Of("explain", "zzzz", Call.Sample);
        Assert.Equal((2, ""), (told.Code, told.Output));
        Assert.Contains("nothing here has the id 'zzzz'; `kansatsu flows`, `channels`, `telegrams` and `findings` show the ids", told.Error);
    }
}

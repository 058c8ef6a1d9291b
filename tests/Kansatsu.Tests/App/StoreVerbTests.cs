using Kansatsu.Tests.Store;

namespace Kansatsu.Tests.App;

public class StoreVerbTests
{
    static string Sample(string name) => Path.Combine(Call.Root, "samples", name);

    [Theory]
    [InlineData("world-ipv6-day.pcap.gz")]
    [InlineData("everyday.pcap")]
    [InlineData("multicast.pcap")]
    [InlineData("2008-06-14-eew.pcapng")]
    public void The_store_answers_with_the_bytes_that_the_capture_gives(string name)
    {
        using var store = new TemporaryStore();
        var kept = Call.Of("read", Sample(name), "--store", store.Path);
        Assert.Equal(0, kept.Code);
        Assert.Equal(Call.Of("read", Sample(name)).Output, kept.Output);
        Assert.Contains("flows", kept.Error, StringComparison.Ordinal);
        foreach (var verb in new[] { "channels", "telegrams", "findings", "groups", "neighbors", "names", "anomalies", "control", "mail" })
            Assert.Equal(Call.Of(verb, Sample(name), "--json").Output, Call.Of(verb, "--store", store.Path, "--json").Output);
        Assert.Equal(Call.Of("flows", Sample(name), "--json").Lines.Order(), Call.Of("flows", "--store", store.Path, "--json").Lines.Order());
        var fields = new[] { "kind", "means", "flows", "packets", "bytes", "share" };
        var (asked, counted) = (Call.Of("causes", "--store", store.Path, "--json").JsonLines, Call.Of("causes", Sample(name), "--json").JsonLines);
        Assert.Equal(counted.Select(c => string.Join(' ', fields.Select(f => c.GetProperty(f).GetRawText()))), asked.Select(c => string.Join(' ', fields.Select(f => c.GetProperty(f).GetRawText()))));
        Assert.Equal(
            Call.Of("timeline", Sample(name), "--bin", "1m", "--tz", "UTC", "--json").Lines, Call.Of("timeline", "--store", store.Path, "--bin", "1m", "--tz", "UTC", "--json").Lines);
        foreach (var verb in new[] { "flows", "causes", "peers", "timeline", "channels", "findings", "names", "store" }) Assert.Equal(0, Call.Of(verb, "--store", store.Path, "--lang", "ja").Code);
    }

    [Fact]
    public void A_capture_that_is_read_twice_or_under_another_name_adds_nothing()
    {
        using var store = new TemporaryStore();
        Call.Of("read", Call.Sample, "--store", store.Path);
        var before = Call.Of("flows", "--store", store.Path, "--json").Output;
        using var copy = new TemporaryFile(File.ReadAllBytes(Call.Sample));
        var again = Call.Of("read", copy.Path, Call.Sample, "--store", store.Path);
        Assert.Contains("nothing was added", again.Error, StringComparison.Ordinal);
        var other = Call.Of("read", Call.Sample, Sample("multicast.pcap"), "--store", store.Path);
        Assert.Contains("already there", other.Error, StringComparison.Ordinal);
        Assert.Equal(before.Split('\n').Length - 1 + 15, Call.Of("flows", "--store", store.Path, "--json").Lines.Length);
    }

    [Fact]
    public void Filters_and_times_hold_for_the_store_too()
    {
        using var store = new TemporaryStore();
        var sample = Sample("world-ipv6-day.pcap.gz");
        Call.Of("read", sample, "--store", store.Path);
        foreach (var filter in new[] { "--cause scan", "--family 4", "--port 443", "--protocol dns", "--name mozilla", "--peer 192.0.2.0/24", "--protocol tcp --family 6" })
            Assert.Equal(Call.Of(["flows", sample, "--json", .. filter.Split(' ')]).Lines.Order(), Call.Of(["flows", "--store", store.Path, "--json", .. filter.Split(' ')]).Lines.Order());
        Assert.Equal(3, Call.Of("flows", "--store", store.Path, "--json", "-n", "3").Lines.Length);
        Assert.Empty(Call.Of("flows", "--store", store.Path, "--json", "--until", "2000-01-01").Lines);
    }

    [Fact]
    public void What_the_sums_of_a_store_do_not_know_is_said()
    {
        using var store = new TemporaryStore();
        Call.Of("read", Call.Sample, "--store", store.Path);
        var asked = Call.Of("peers", "--store", store.Path, "--port", "443");
        Assert.Equal((2, ""), (asked.Code, asked.Output));
        Assert.Contains("ask for the flows", asked.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_budget_is_set_and_shown()
    {
        using var store = new TemporaryStore();
        Call.Of("read", Call.Sample, "--store", store.Path);
        var shown = Call.Of("store", "--store", store.Path, "--days", "30", "--bytes", "2G", "--json").Json.GetProperty("budget");
        Assert.Equal((30, 2L << 30), (shown.GetProperty("days").GetInt32(), shown.GetProperty("bytes").GetInt64()));
        Assert.Equal(2, Call.Of("store", "--store", store.Path, "--bytes", "much").Code);
        Assert.Equal(2, Call.Of("store", "--store", store.Path, "--days", "0").Code);
    }

    [Fact]
    public void What_cannot_be_used_is_answered_with_a_remedy_and_code_3()
    {
        using var store = new TemporaryStore();
        var missing = Call.Of("flows", "--store", store.Path);
        Assert.Equal((3, $"kansatsu: {store.Path}: there is no such store; make one: kansatsu read FILE --store PATH\n"), (missing.Code, missing.Error));
        Assert.Equal(3, Call.Of("read", "-", "--store", store.Path).Code);
        Assert.Equal(3, Call.Of("flows", "--store", Call.Sample).Code);
        Assert.Equal(2, Call.Of("read", "--store", store.Path).Code);
    }
}

using Kansatsu.Analysis;

namespace Kansatsu.Tests.Store;

public sealed class NoveltyTests : IDisposable
{
    static readonly Subject s_pim = new(SubjectKind.Control, "pim fe80::1", "pim fe80::1");

    readonly Days _days = new();

    /// <summary>Home has another temporary address every day (RFC 8981), and so do the hosts of every service it uses.</summary>
    [Fact]
    public void A_year_of_rotating_addresses_announces_only_who_is_new()
    {
        for (var day = 0; day < 365; day++)
        {
            var host = $"{Days.Home}{day:x}:{day * 7919 % 65536:x}:{day * 31 % 65536:x}:1";
            var flows = new List<FlowRecord>();
            for (var hour = 0; hour < 24; hour += 6)
            {
                flows.Add(Days.Out(day, hour, host, $"2001:db8:aa:{day:x}::{hour + 1:x}", $"edge-{day}-{hour}.cdn.example.com"));
                flows.Add(Days.Out(day, hour, host, $"2001:db8:bb:0:{day:x}:{hour:x}::1"));
                flows.Add(Days.Out(day, hour, host, $"2001:db8:{day + 0x100:x}::{hour:x}", port: 51_413));
                flows.Add(Days.In(day, hour, $"2001:db8:cc:{day:x}:{hour:x}::5", 22));
                flows.Add(Days.In(day, hour, $"2001:db8:{day + 0x1000:x}:{hour:x}::5", 23, "Sr", CauseKind.Scan));
            }

            if (day == 200) flows.Add(Days.Out(day, 12, host, "2001:db8:dd::1", "www.newcomer.co.jp"));
            if (day == 300) flows.Add(Days.In(day, 12, "2001:db8:cc::9", 8080));
            _days.Add(day, flows);
        }

        var found = _days.Findings();
        Assert.Equal(["peer-new newcomer.co.jp", "service-new tcp/8080 (tls) over IPv6"], found.Select(f => $"{f.Name} {f.Subject}"));
        Assert.Equal("home spoke with newcomer.co.jp for the first time on 2011-07-20", found[0].Says.English);
        _days.Restart();
        Assert.Equal(found.Select(f => f.Id), _days.Findings().Select(f => f.Id));
    }

    [Fact]
    public void Nothing_is_new_while_learning()
    {
        for (var day = 0; day < 3; day++) _days.Add(day, [Days.Out(day, 1, Days.Home + "1", $"2001:db8:{day:x}aa::1", $"www.name{day}.example")]);
        Assert.Empty(_days.Findings());
        Assert.Empty(_days.Add(3, [Days.Out(3, 1, Days.Home + "1", "2001:db8:aa::1", "www.name1.example")]).Findings());
        Assert.Equal("name4.example", Assert.Single(_days.Add(4, [Days.Out(4, 1, Days.Home + "1", "2001:db8:aa::1", "www.name4.example")]).Findings()).Subject);
    }

    [Fact]
    public void The_order_in_which_captures_are_read_does_not_matter()
    {
        int[] order = [5, 0, 3, 1, 4, 2];
        foreach (var day in order) _days.Add(day, [Days.Out(day, 1, Days.Home + "1", "2001:db8:aa::1", day < 4 ? "www.old.example" : "www.new.example")]);
        var found = Assert.Single(_days.Findings());
        Assert.Equal(("peer-new", "new.example", Days.At(4, 1)), (found.Name, found.Subject, found.First));
    }

    [Fact]
    public void What_came_every_day_and_does_not_is_told_once_and_only_of_watched_days()
    {
        for (var day = 0; day < 12; day++)
        {
            // Nobody watched on the days 5 and 6.
            if (day is 5 or 6) continue;
            _days.Add(day, [Days.Out(day, 1, Days.Home + "1", "2001:db8:aa::1", "www.always.example")], day < 9 ? [(s_pim, 0, 23)] : []);
        }

        var gone = Assert.Single(_days.Findings());
        Assert.Equal(("control-vanished", "pim fe80::1"), (gone.Name, gone.Subject));
        Assert.Equal("nothing arrived from pim fe80::1 on 2011-01-10; it was heard until 2011-01-09", gone.Says.English);
        Assert.Equal(Days.At(9, 0), gone.First);
    }

    [Fact]
    public void The_newest_day_may_not_be_over_so_its_silence_is_not_told()
    {
        for (var day = 0; day < 6; day++) _days.Add(day, [Days.Out(day, 1, Days.Home + "1", "2001:db8:aa::1", "www.always.example")], day < 5 ? [(s_pim, 0, 23)] : []);
        Assert.Empty(_days.Findings());
    }

    [Fact]
    public void What_comes_on_Mondays_is_not_missed_on_Tuesday()
    {
        for (var day = 0; day < 60; day++)
            _days.Add(day, day % 7 == 0 ? [Days.Out(day, 1, Days.Home + "1", "2001:db8:aa::1", "www.weekly.example"), Days.In(day, 2, "2001:db8:cc::1", 22)] : [Days.In(day, 2, "2001:db8:cc::1", 22)]);
        Assert.Empty(_days.Findings());
    }

    [Fact]
    public void A_second_service_of_a_stream_is_told_as_the_diary_told_it()
    {
        var (first, second) = (Channel(6101), Channel(8001));
        for (var day = 0; day < 6; day++) _days.Add(day, [Days.Out(day, 1, Days.Home + "1", "2001:db8:aa::1", "www.always.example")], day < 4 ? [(first, 0, 23)] : [(first, 0, 23), (second, 0, 23)]);
        var found = Assert.Single(_days.Findings());
        Assert.Equal("channel-new", found.Name);
        Assert.Equal("until 2011-01-04 one service (6101), since 2011-01-05 two (6101, 8001): 2001:380:50c:99::51 > ff3e::8000:1000", found.Says.English);
        Assert.StartsWith("2011-01-04 までは 1 種類(6101)、2011-01-05 からは 2 種類(6101, 8001)", found.Says.Japanese);
    }

    [Fact]
    public void A_refusal_is_no_service()
    {
        for (var day = 0; day < 4; day++) _days.Add(day, [Days.Out(day, 1, Days.Home + "1", "2001:db8:aa::1", "www.always.example")]);
        _days.Add(4, [Days.In(4, 1, "2001:db8:cc::1", 23, "Sr")]);
        Assert.DoesNotContain(_days.Findings(), f => f.Name == "service-new");
    }

    [Fact]
    public void A_flood_of_new_peers_is_told_as_a_number()
    {
        for (var day = 0; day < 4; day++) _days.Add(day, [Days.Out(day, 1, Days.Home + "1", "2001:db8:aa::1", "www.always.example")]);
        _days.Add(4, Enumerable.Range(0, 500).Select(i => Days.Out(4, 1 + (i / 1000.0), Days.Home + "1", $"2001:db8:{i + 0x2000:x}::1", $"www.name{i}.example")));
        var found = _days.Findings().Where(f => f.Name == "peer-new").ToList();
        Assert.Equal(NoveltyFinder.MostOfDay + 1, found.Count);
        Assert.Contains(found, f => f.Says.English == "480 more of this kind on 2011-01-05");
    }

    public void Dispose() => _days.Dispose();

    static Subject Channel(int port) => new(SubjectKind.Channel, $"2001:380:50c:99::51>ff3e::8000:1000:{port}", $"2001:380:50c:99::51 to ff3e::8000:1000 port {port}");
}

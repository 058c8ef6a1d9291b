using Kansatsu.Wire;
using static Kansatsu.Tests.Wire.Packets;

namespace Kansatsu.Tests.Wire.Icmp;

public class MldTests
{
    /// <summary>Two records: one group left, one source of another wanted.</summary>
    static readonly byte[] Report = Join(
        Hex("8f 00 0000 0000 0002"),
        Hex("03 00 0000"), Address("ff3e::8000:1000"),
        Hex("05 01 0002"), Address("ff3e::8000:2000"), Address("2001:380:50c:99::51"), Address("2001:380:50c:99::52"), Hex("01020304"));

    [Fact]
    public void The_lines_are_those_of_the_diary()
    {
        Assert.Equal("Multicast listener query", Line(Mld(Samples.Query, destination: "ff02::1")));
        Assert.Equal("Multicast Listener Report Message v2", Line(Mld(Samples.Report)));
        Assert.Equal("ICMPv6", Listing.Protocol(Dissect(Mld(Samples.Report))));
    }

    [Fact]
    public void A_report_yields_its_records_with_their_sources()
    {
        Assert.True(MldReport.TryRead(Report, out var report));
        Assert.Equal(2, report.RecordCount);
        var records = report.Records;
        Assert.True(records.MoveNext());
        Assert.Equal((MldRecordType.ChangeToInclude, "ff3e::8000:1000", 0), (records.Current.RecordType, records.Current.Group.ToString(), records.Current.Sources.Count));
        Assert.False(records.Current.Listens);
        Assert.True(records.MoveNext());
        Assert.Equal((MldRecordType.AllowNewSources, 2), (records.Current.RecordType, records.Current.Sources.Count));
        Assert.Equal("2001:380:50c:99::52", records.Current.Sources[1].ToString());
        Assert.True(records.Current.Listens);
        Assert.False(records.MoveNext());
        Assert.True(records.IsClean);
    }

    [Fact]
    public void A_record_whose_sources_are_missing_still_names_its_group()
    {
        Assert.True(MldReport.TryRead(Join(Hex("8f 00 0000 0000 0002 04 00 ffff"), Address("ff02::fb"), Address("fe80::1")), out var report));
        var records = report.Records;
        Assert.True(records.MoveNext());
        Assert.Equal(("ff02::fb", 1), (records.Current.Group.ToString(), records.Current.Sources.Count));
        Assert.False(records.MoveNext());
        Assert.False(records.IsClean);
    }

    [Fact]
    public void The_version_of_a_query_is_its_length()
    {
        Assert.True(MldQuery.TryRead(Samples.Query, out var second));
        Assert.Equal((2, true, 10_000, 125, 2), (second.Version, second.IsGeneral, second.MaximumResponseMilliseconds, second.QueryIntervalSeconds, second.Robustness));
        Assert.True(MldQuery.TryRead(Samples.Query.AsSpan(0, 24), out var first));
        Assert.Equal((1, 10_000, 0, 0), (first.Version, first.MaximumResponseMilliseconds, first.QueryIntervalSeconds, first.SourceCount));
    }

    [Theory]
    [InlineData("7fff", 0x7fff)]
    [InlineData("8000", 0x8000)]
    [InlineData("ffff", 0x1fff << 10)]
    public void Long_delays_are_floating_point_numbers(string code, int milliseconds)
    {
        Assert.True(MldQuery.TryRead(Join(Hex("82 00 0000"), Hex(code), Hex("0000"), Zeros(16), Hex("02 8f 0000")), out var query));
        Assert.Equal(milliseconds, query.MaximumResponseMilliseconds);
        Assert.Equal((0x0f | 0x10) << 3, query.QueryIntervalSeconds);
    }

    [Fact]
    public void The_first_version_reports_and_leaves()
    {
        Assert.True(MldV1Message.TryRead(Join(Hex("83 00 0000 0000 0000"), Address("ff02::fb")), out var joins));
        Assert.Equal((false, "ff02::fb"), (joins.IsDone, joins.Group.ToString()));
        Assert.True(MldV1Message.TryRead(Join(Hex("84 00 0000 0000 0000"), Address("ff02::fb")), out var leaves));
        Assert.True(leaves.IsDone);
        Assert.False(MldV1Message.TryRead(Hex("80000000"), out _));
        Assert.False(MldV1Message.TryRead(Samples.Query, out _));
    }

    [Fact]
    public void Multicast_routers_are_discovered()
    {
        Assert.True(MulticastRouterAdvertisement.TryRead(Hex("97 14 0000 007d 0002"), out var router));
        Assert.Equal((20, 125, 2), (router.AdvertisementIntervalSeconds, router.QueryIntervalSeconds, router.Robustness));
        Assert.Empty(AnomaliesOf(Mld(Hex("97 14 0000 007d 0002"), destination: "ff02::6a")));
        Assert.Contains(Anomaly.MldHopLimitNot1, AnomaliesOf(Mld(Hex("97 14 0000 007d 0002"), destination: "ff02::6a", hopLimit: 2)));
    }

    [Fact]
    public void A_query_between_the_lengths_of_two_versions_is_too_short() =>
        Assert.Contains(Anomaly.Icmpv6TooShort, AnomaliesOf(Mld(Samples.Query[..26], destination: "ff02::1")));

    [Fact]
    public void A_query_needs_a_source_where_a_report_does_not()
    {
        Assert.Empty(AnomaliesOf(Mld(Samples.Report, "::")));
        Assert.Contains(Anomaly.MldSourceNotLinkLocal, AnomaliesOf(Mld(Samples.Query, "::", "ff02::1")));
    }

    [Fact]
    public void A_router_alert_is_seen_behind_padding()
    {
        var report = WithChecksum(Samples.Report, 2, Pseudo(Host, "ff02::16", 58, Samples.Report.Length));
        var packet = Ipv6(0, Join(Hex("3a 00 01 00 05 02 0000"), report), Host, "ff02::16", 1);
        Assert.DoesNotContain(Anomaly.MldWithoutRouterAlert, AnomaliesOf(packet));
        Assert.True(Dissect(packet).HasRouterAlert);
    }

    [Fact]
    public void Every_damage_is_survived() => SurvivesEveryDamage(Mld(Report));
}

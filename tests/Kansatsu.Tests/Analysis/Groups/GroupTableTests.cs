using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Groups;

public class GroupTableTests
{
    [Fact]
    public void Every_record_of_a_report_counts_also_one_that_leaves()
    {
        var scene = new Scene()
            .Icmpv6("fe80::1", "ff02::16", Scene.Report("ff02::fb"), hopLimit: 1)
            .Icmpv6("fe80::1", "ff02::16", Scene.Report("ff02::fb", type: 3), hopLimit: 1);
        var group = Group(scene, "ff02::fb");
        Assert.Equal((2L, 1L), (group.Reports, group.Leaves));
        Assert.Equal("fe80::1", Assert.Single(group.Reporters).ToString());
    }

    [Fact]
    public void A_version_1_report_counts_and_a_done_is_a_leave()
    {
        var scene = new Scene()
            .Icmpv6("fe80::1", "ff02::202", $"8300 0000 0000 0000 {Scene.Hex("ff02::202")}", hopLimit: 1)
            .Icmpv6("fe80::1", "ff02::2", $"8400 0000 0000 0000 {Scene.Hex("ff02::202")}", hopLimit: 1);
        var group = Group(scene, "ff02::202");
        Assert.Equal((1L, 1L), (group.Reports, group.Leaves));
    }

    [Fact]
    public void A_record_whose_sources_are_cut_still_names_its_group()
    {
        var scene = new Scene().Icmpv6("fe80::1", "ff02::16", $"8f00 0000 0000 0001 0100 0003 {Scene.Hex("ff02::9b64:84e6")}{Scene.Hex("fe80::2")}", hopLimit: 1);
        Assert.Equal(1, Group(scene, "ff02::9b64:84e6").Reports);
    }

    [Fact]
    public void A_general_query_is_about_no_group()
    {
        var scene = new Scene().Icmpv6("fe80::1", "ff02::1", $"8200 0000 2710 0000 {Scene.Hex("::")}", hopLimit: 1);
        Assert.Equal("ff02::1", Assert.Single(scene.Observer.Groups.All).Group.ToString());
    }

    [Fact]
    public void Traffic_to_a_group_is_counted_with_its_sources()
    {
        var scene = new Scene()
            .Udp("2001:db8::5", 5000, "ff0e::101", 123, "data"u8)
            .Udp("2001:db8::6", 5000, "ff0e::101", 123, "data"u8)
            .Udp("2001:db8::5", 5000, "ff0e::101", 123, "data"u8);
        var group = Group(scene, "ff0e::101");
        Assert.Equal((3L, 3L * 52, 2), (group.Packets, group.Bytes, group.Sources.Count));
        Assert.Equal("NTP", group.RegisteredName);
    }

    [Fact]
    public void A_flood_of_groups_is_refused_and_counted()
    {
        var table = new GroupTable();
        for (var i = 0; i < GroupTable.MaxGroups + 10; i++) table.ObserveTraffic(Facts(new Ipv6Address(0xff02_0000_0000_0000, (ulong)i << 32 | 7)), 100);
        Assert.Equal((GroupTable.MaxGroups, 10L), (table.Count, table.Refused));
        table.ObserveTraffic(Facts(new Ipv6Address(0xff02_0000_0000_0000, 7)), 100);
        Assert.Equal(2, table.All.First().Packets);
    }

    [Theory]
    [InlineData("ff02::1:ff00:1234", "solicited-node", null)]
    [InlineData("ff02::fb", "well-known", "mDNS")]
    [InlineData("ff05::fb", "well-known", "mDNS")]
    [InlineData("ff02::1:2", "well-known", "DHCPv6 servers and relay agents")]
    [InlineData("ff05::1:3", "well-known", "DHCPv6 servers")]
    [InlineData("ff02::2:ff12:3456", "node-information", null)]
    [InlineData("ff3e::4321", "source-specific", null)]
    [InlineData("ff3e:20:2001:db8::1", "unicast-prefix", null)]
    [InlineData("ff7e:120:2001:db8::1", "embedded-rp", null)]
    [InlineData("ff1e::1", "transient", null)]
    [InlineData("ff0e::1234:5678", "permanent", null)]
    [InlineData("224.0.0.251", "well-known", "mDNS")]
    [InlineData("224.0.0.77", "local-control", null)]
    [InlineData("232.1.2.3", "source-specific", null)]
    [InlineData("239.1.2.3", "scoped", null)]
    public void Groups_are_told_apart_by_how_they_are_made(string group, string kind, string? name)
    {
        var address = Ipv6Address.Parse(group);
        Assert.Equal((kind, name), (GroupKinds.Of(address), GroupRegistry.NameOf(address)));
    }

    [Theory]
    [InlineData("ff7e:140:2001:db8:beef:feed::1234", "2001:db8:beef:feed::/64", "2001:db8:beef:feed::1")]
    [InlineData("ff7e:b20:2001:db8::1234", "2001:db8::/32", "2001:db8::b")]
    [InlineData("ff7e:40:2001:db8:beef:feed::1234", "2001:db8:beef:feed::/64", null)]
    [InlineData("ff35:30:2001:db8:1::9", "2001:db8:1::/48", null)]
    [InlineData("ff3e::8000:1000", null, null)]
    [InlineData("ff7e:1ff:2001:db8::1", null, null)]
    public void Prefix_and_rendezvous_point_stand_in_the_address(string group, string? prefix, string? point)
    {
        var address = Ipv6Address.Parse(group);
        Assert.Equal((prefix, point), (GroupKinds.PrefixOf(address)?.ToString(), GroupKinds.RendezvousPointOf(address)?.ToString()));
    }

    static GroupSeen Group(Scene scene, string group) => Assert.Single(scene.Observer.Groups.All, seen => seen.Group.ToString() == group);

    static PacketFacts Facts(Ipv6Address group) => new(default, 1, Ipv6Address.Parse("fe80::1"), group, default, 0, 1, 0, false);
}

using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Homes;

public class HomeFinderTests
{
    [Fact]
    public void A_client_that_began_everything_is_home()
    {
        var scene = new Scene();
        for (var i = 0; i < 10; i++) scene.Talk("2001:db8:aa::10", 50_000 + i, $"2400:{i + 1}::1", 443);
        Assert.Equal("2001:db8:aa::/64", Only(scene).Prefix.ToString());
        Assert.Null(scene.Observer.Home.Doubt);
    }

    [Fact]
    public void A_server_that_answers_everybody_is_home()
    {
        var scene = new Scene();
        for (var i = 0; i < 10; i++) scene.Talk($"2400:{i + 1}::9", 50_000, "2600:1::80", 443);
        Assert.Equal("2600:1::/64", Only(scene).Prefix.ToString());
        Assert.Contains("answers others", Only(scene).Because);
    }

    [Fact]
    public void A_telescope_is_the_site_whose_addresses_are_probed()
    {
        var scene = new Scene();
        for (var i = 0; i < 60; i++)
            for (var j = 0; j < 4; j++) scene.Syn($"{20 + j}.{j}.3.4", 40_000 + i, $"99.88.{i}.{j + 1}", 23, hopLimit: 41);
        Assert.Equal("99.88.0.0/16", Only(scene).Prefix.ToString());
        Assert.Equal(Confidence.Guess, Only(scene).Confidence);
    }

    [Fact]
    public void The_private_side_of_a_single_conversation_is_home()
    {
        Assert.Equal("192.168.1.0/24", Only(new Scene().Talk("8.8.4.4", 50_000, "192.168.1.9", 80)).Prefix.ToString());
    }

    [Fact]
    public void One_conversation_between_like_ends_leaves_a_doubt()
    {
        var scene = new Scene().Talk("2400:1::1", 50_000, "2600:1::80", 443);
        Assert.Equal(Confidence.Guess, Only(scene).Confidence);
        Assert.Contains("--home", scene.Observer.Home.Doubt);
        Assert.NotEqual(scene.Observer.Home.IsHome(Ipv6Address.Parse("2400:1::1")), scene.Observer.Home.IsHome(Ipv6Address.Parse("2600:1::80")));
    }

    [Fact]
    public void An_address_tested_for_duplicates_makes_its_prefix_home_for_certain()
    {
        var scene = new Scene().Icmpv6("::", "ff02::1:ff00:5", $"8700 0000 0000 0000 {Scene.Hex("2400:5::5")}");
        Assert.Equal(("2400:5::/64", Confidence.Certain), (Only(scene).Prefix.ToString(), Only(scene).Confidence));
    }

    [Fact]
    public void On_a_multicast_link_whoever_reports_membership_is_home_and_the_querier_is_not()
    {
        var scene = new Scene()
            .Icmpv6("fe80::99", "ff02::1", $"8200 0000 2710 0000 {Scene.Hex("::")}", hopLimit: 1)
            .Icmpv6("fe80::1", "ff02::16", Scene.Report("ff05::1234"), hopLimit: 1)
            .Udp("2001:db8:f::1", 32794, "ff05::1234", 6101, "telegram"u8);
        Assert.Equal("fe80::1/128", Only(scene).Prefix.ToString());
    }

    [Fact]
    public void A_querier_that_reports_groups_of_its_own_is_still_not_home()
    {
        var scene = new Scene()
            .Icmpv6("fe80::99", "ff02::1", $"8200 0000 2710 0000 {Scene.Hex("::")}", hopLimit: 1)
            .Icmpv6("fe80::99", "ff02::16", Scene.Report("ff02::d"), hopLimit: 1);
        Assert.Empty(scene.Observer.Home.Home);
        Assert.Equal(CauseKind.NetworkControl, scene.Explain(1).Kind);
    }

    [Fact]
    public void Where_nobody_reports_nothing_is_claimed()
    {
        var scene = new Scene().Udp("2001:db8:f::1", 32794, "ff05::1234", 6101, "telegram"u8);
        Assert.Empty(scene.Observer.Home.Home);
        Assert.Contains("multicast", scene.Observer.Home.Doubt);
    }

    [Fact]
    public void A_link_in_transit_has_no_home()
    {
        var scene = new Scene();
        for (var i = 0; i < 30; i++) scene.Talk($"2400:{i + 1}::1", 50_000, $"2600:{i + 1}::1", 443);
        Assert.Empty(scene.Observer.Home.Home);
        Assert.Contains("transit", scene.Observer.Home.Doubt);
    }

    [Fact]
    public void A_router_is_not_home_though_it_is_on_the_link()
    {
        var scene = new Scene()
            .Icmpv6("fe80::99", "ff02::1", "8600 0000 4000 0708 00000000 00000000", mac: Scene.RouterMac)
            .Icmpv6("fe80::1", "ff02::2", "8500 0000 0000 0000");
        Assert.Equal("fe80::1/128", Only(scene).Prefix.ToString());
        Assert.False(scene.Observer.Home.IsHome(Ipv6Address.Parse("fe80::99")));
    }

    [Fact]
    public void What_is_given_stands_and_brings_the_device_s_other_addresses()
    {
        var scene = Scene.WithHome("2001:db8:5::/64")
            .Icmpv6("2001:db8:5::5", "fe80::9", $"8700 0000 0000 0000 {Scene.Hex("fe80::9")} 0101 {Scene.Mac}")
            .Icmpv6("fe80::5", "fe80::9", $"8700 0000 0000 0000 {Scene.Hex("fe80::9")} 0101 {Scene.Mac}");
        Assert.Equal(["2001:db8:5::/64", "fe80::5/128"], scene.Observer.Home.Home.Select(home => home.Prefix.ToString()), StringComparer.Ordinal);
    }

    [Fact]
    public void Nothing_seen_is_said_so()
    {
        Assert.Contains("no conversation", new Scene().Observer.Home.Doubt);
    }

    static HomePrefix Only(Scene scene) => Assert.Single(scene.Observer.Home.Home);

    [Fact]
    public void A_site_whose_hosts_greet_the_world_is_home_although_no_answer_was_captured()
    {
        var scene = new Scene();
        for (var i = 0; i < 30; i++)
            scene.Udp($"2600:1:2:{i + 1:x}::1", 50_000, $"2a00:{i + 1:x}::1", 53, Kansatsu.Tests.Analysis.Names.DnsBytes.Query("www.example.org", DnsTypes.Aaaa), hopLimit: 55);
        Assert.Equal("2600:1:2::/48", Assert.Single(scene.Observer.Home.Home).Prefix.ToString());
        Assert.NotNull(scene.Observer.Home.Doubt);
    }
}

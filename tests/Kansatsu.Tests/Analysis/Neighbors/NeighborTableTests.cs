using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Neighbors;

public class NeighborTableTests
{
    const string PrefixOption = "0304 40c0 00278d00 00093a80 00000000";
    const string DnsOption = "1903 0000 00000258";

    [Fact]
    public void A_device_is_a_set_of_addresses()
    {
        var scene = new Scene()
            .Icmpv6("::", "ff02::1:ff00:5", $"8700 0000 0000 0000 {Scene.Hex("2001:db8::5")}")
            .Icmpv6("fe80::5", "fe80::9", $"8800 0000 6000 0000 {Scene.Hex("fe80::5")} 0201 {Scene.Mac}");
        var neighbor = Assert.Single(scene.Observer.Neighbors.All);
        Assert.Equal(["2001:db8::5", "fe80::5"], neighbor.Addresses.Select(address => address.ToString()), StringComparer.Ordinal);
        Assert.False(neighbor.IsRouter);
    }

    [Fact]
    public void What_came_through_a_router_is_not_believed()
    {
        var scene = new Scene().Icmpv6("fe80::5", "fe80::9", $"8800 0000 6000 0000 {Scene.Hex("fe80::5")} 0201 {Scene.Mac}", hopLimit: 254);
        Assert.Empty(scene.Observer.Neighbors.All);
        Assert.Equal(1, scene.Observer.Neighbors.Distrusted);
    }

    [Fact]
    public void A_router_is_known_by_what_it_advertises_and_withdraws()
    {
        var scene = new Scene().Icmpv6(
            "fe80::99", "ff02::1",
            $"8600 0000 40c0 0708 00000000 00000000 0101 {Scene.RouterMac} {PrefixOption} {Scene.Hex("2001:db8:5::")} {DnsOption} {Scene.Hex("2001:db8:5::53")} 0501 0000 00000578",
            mac: Scene.RouterMac);
        var router = Assert.Single(scene.Observer.Neighbors.All);
        Assert.True(router.IsRouter);
        Assert.Equal((1800, "2001:db8:5::/64", "2001:db8:5::53"), (router.LifetimeSeconds, Assert.Single(router.Prefixes).ToString(), Assert.Single(router.DnsServers).ToString()));
        Assert.Equal((1400, true, true), (router.Router!.Mtu, router.Router.Managed, router.Router.OtherConfig));
        scene.Icmpv6(
            "fe80::99", "ff02::1", $"8600 0000 4000 0000 00000000 00000000 0304 40c0 00000000 00000000 00000000 {Scene.Hex("2001:db8:5::")}", mac: Scene.RouterMac);
        router = Assert.Single(scene.Observer.Neighbors.All);
        Assert.Equal((0, 0), (router.LifetimeSeconds, router.Prefixes.Count));
    }

    [Fact]
    public void Arp_tells_senders_and_tested_addresses()
    {
        var table = new NeighborTable();
        table.ObserveArp(Convert.FromHexString($"0001080006040001{Scene.Mac}c0a80005000000000000c0a80001"), Facts());
        table.ObserveArp(Convert.FromHexString($"0001080006040001{Scene.RouterMac}00000000000000000000c0a80001"), Facts());
        table.ObserveArp(Convert.FromHexString($"0006080006040001{Scene.Mac}c0a80077000000000000c0a80001"), Facts());
        Assert.Equal(["192.168.0.5", "192.168.0.1"], table.All.Select(neighbor => Assert.Single(neighbor.Addresses).ToString()), StringComparer.Ordinal);
    }

    [Fact]
    public void A_lease_belongs_to_the_client_that_the_message_names()
    {
        var message = new byte[244];
        (message[0], message[1], message[2]) = (2, 1, 6);
        Ipv4(message, 16, 192, 168, 0, 7);
        Convert.FromHexString(Scene.Mac).CopyTo(message, 28);
        Convert.FromHexString("63825363350105ff").CopyTo(message, 236);
        var table = new NeighborTable();
        table.ObserveDhcp(message, Facts());
        Assert.Equal(("02:00:00:00:00:01", "192.168.0.7"), (Assert.Single(table.All).Mac.ToString(), table.All.First().Addresses[0].ToString()));
    }

    [Fact]
    public void A_flood_of_neighbors_and_addresses_is_refused_and_counted()
    {
        var table = new NeighborTable();
        for (var i = 0; i < NeighborTable.MaxNeighbors + 5; i++) table.ObserveLease(new MacAddress(0x0200_0000_0000 + (ulong)i), new Ipv6Address(1, (ulong)i), Facts());
        for (var i = 0; i < 100; i++) table.ObserveLease(new MacAddress(0x0200_0000_0000), new Ipv6Address(2, (ulong)i), Facts());
        Assert.Equal((NeighborTable.MaxNeighbors, 64), (table.Count, table.All.First().Addresses.Count));
        Assert.Equal((5, 37), (table.Refused, table.RefusedAddresses));
    }

    static void Ipv4(byte[] bytes, int at, params ReadOnlySpan<byte> address) => address.CopyTo(bytes.AsSpan(at));

    static PacketFacts Facts() => new(default, 1, default, default, new MacAddress(0x0200_0000_0099), 0, 255, -1, false);
}

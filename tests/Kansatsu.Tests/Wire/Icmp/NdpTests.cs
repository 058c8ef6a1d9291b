using Kansatsu.Wire;
using static Kansatsu.Tests.Wire.Packets;

namespace Kansatsu.Tests.Wire.Icmp;

public class NdpTests
{
    static readonly byte[] RouterWithEverything = Join(
        Hex("86 00 0000 40 e8 0708 00007530 000003e8"),
        Hex("01 01 02 00 5e 00 00 01"),
        Hex("05 01 0000 000005d4"),
        Hex("03 04 40 d0 ffffffff 00093a80 00000000"), Address("2001:db8:1::"),
        Hex("18 02 30 08 00000708 20010db800020000"),
        Hex("19 03 0000 00000258"), Address("2001:db8::53"),
        Hex("1f 03 0000 00000258 04 686f6d65 04 61727061 00 00 00000000"),
        Hex("26 02 0708 0064ff9b 0000000000000000"),
        Hex("25 03 68747470733a2f2f702e6578616d706c652f 00000000"),
        Hex("fd 01 000000000001"));

    [Fact]
    public void A_router_advertisement_tells_all_its_fields()
    {
        Assert.True(RouterAdvertisement.TryRead(RouterWithEverything, out var router));
        Assert.Equal(64, router.CurHopLimit);
        Assert.True(router.Managed && router.OtherConfig && router.HomeAgent);
        Assert.False(router.Proxy);
        Assert.Equal(RouterPreference.High, router.Preference);
        Assert.Equal(1800, router.RouterLifetimeSeconds);
        Assert.Equal(30_000u, router.ReachableTimeMilliseconds);
        Assert.Equal(1000u, router.RetransTimerMilliseconds);
        Assert.True(router.Options.TryFindLinkLayerAddress(NdpOptionTypes.SourceLinkLayerAddress, out var mac));
        Assert.Equal("02:00:5e:00:00:01", mac.ToString());
    }

    [Fact]
    public void A_prefix_tells_its_flags_and_lifetimes()
    {
        RouterAdvertisement.TryRead(RouterWithEverything, out var router);
        Assert.True(router.Options.TryFind(NdpOptionTypes.PrefixInformation, out var option));
        Assert.True(PrefixInformation.TryRead(option, out var prefix));
        Assert.Equal("2001:db8:1::/64", prefix.Prefix.ToString());
        Assert.True(prefix.OnLink && prefix.Autonomous && prefix.PrefersDelegation);
        Assert.False(prefix.RouterAddress);
        Assert.Equal(uint.MaxValue, prefix.ValidLifetimeSeconds);
        Assert.Equal(604_800u, prefix.PreferredLifetimeSeconds);
    }

    [Fact]
    public void Routes_resolvers_and_translation_prefixes_are_read()
    {
        RouterAdvertisement.TryRead(RouterWithEverything, out var router);
        Assert.True(router.Options.TryFind(NdpOptionTypes.RouteInformation, out var option));
        Assert.True(RouteInformation.TryRead(option, out var route));
        Assert.Equal(("2001:db8:2::/48", RouterPreference.High, 1800u), (route.Prefix.ToString(), route.Preference, route.LifetimeSeconds));
        Assert.True(router.Options.TryFind(NdpOptionTypes.RecursiveDnsServers, out option));
        Assert.True(RecursiveDnsServers.TryRead(option, out var resolvers));
        Assert.Equal((1, "2001:db8::53", 600u), (resolvers.Servers.Count, resolvers.Servers[0].ToString(), resolvers.LifetimeSeconds));
        Assert.True(router.Options.TryFind(NdpOptionTypes.Pref64, out option));
        Assert.True(Pref64.TryRead(option, out var nat64));
        Assert.Equal(("64:ff9b::/96", 1800), (nat64.Prefix.ToString(), nat64.LifetimeSeconds));
        Assert.True(router.Options.TryFind(NdpOptionTypes.CaptivePortal, out option));
        Assert.True(CaptivePortal.TryRead(option, out var portal));
        Assert.Equal("https://p.example/"u8.ToArray(), portal.Uri.ToArray());
        Assert.True(router.Options.TryFind(NdpOptionTypes.Mtu, out option));
        Assert.True(NdpNumber.TryRead(option, out var mtu));
        Assert.Equal(1492ul, mtu);
    }

    [Fact]
    public void Every_option_is_yielded_the_unknown_ones_too()
    {
        RouterAdvertisement.TryRead(RouterWithEverything, out var router);
        List<byte> types = [];
        var options = router.Options;
        while (options.MoveNext()) types.Add(options.Current.Type);
        Assert.Equal([1, 5, 3, 24, 25, 31, 38, 37, 253], types);
        Assert.True(options.IsClean);
    }

    [Fact]
    public void An_option_of_length_zero_ends_the_list_and_says_so()
    {
        var options = new NdpOptions(Hex("01 01 02005e000001 05 00 000000000000"));
        Assert.True(options.MoveNext());
        Assert.False(options.MoveNext());
        Assert.True(options.HasZeroLength);
        Assert.False(options.IsClean);
        Assert.False(options.MoveNext());
    }

    [Fact]
    public void The_listing_shows_every_option()
    {
        var block = Block(Icmpv6(RouterWithEverything, destination: "ff02::1"));
        Assert.Contains("Prefix information: 2001:db8:1::/64 on-link autonomous prefers-delegation, valid for ever, preferred 604800 s", block, StringComparison.Ordinal);
        Assert.Contains("Route information: 2001:db8:2::/48, preference high, lifetime 1800 s", block, StringComparison.Ordinal);
        Assert.Contains("Recursive DNS server: 2001:db8::53, lifetime 600 s", block, StringComparison.Ordinal);
        Assert.Contains("DNS search list: home.arpa lifetime 600 s", block, StringComparison.Ordinal);
        Assert.Contains("PREF64: 64:ff9b::/96, lifetime 1800 s", block, StringComparison.Ordinal);
        Assert.Contains("DHCP captive portal: https://p.example/", block, StringComparison.Ordinal);
        Assert.Contains("Experiment 1: 000000000001", block, StringComparison.Ordinal);
        Assert.Contains("[correct]", block, StringComparison.Ordinal);
    }

    [Fact]
    public void Neighbor_messages_say_who_and_where()
    {
        Assert.Equal("Neighbor solicitation for fe80::1 from 02:00:5e:00:00:01", Line(Icmpv6(Samples.Solicitation, destination: "ff02::1:ff00:1")));
        Assert.Equal("Neighbor advertisement fe80::2 (sol, ovr) is at 02:00:5e:00:00:02", Line(Icmpv6(Samples.Advertisement)));
        Assert.Equal("Router advertisement from 02:00:5e:00:00:01", Line(Icmpv6(Samples.RouterMessage, destination: "ff02::1")));
        Assert.Equal("Redirect for 2001:db8::9 by way of fe80::9", Line(Icmpv6(Samples.RedirectMessage)));
        Assert.True(NeighborAdvertisement.TryRead(Samples.Advertisement, out var neighbor));
        Assert.True(neighbor.Solicited && neighbor.Override && !neighbor.Router);
    }

    [Fact]
    public void Views_of_the_rarer_options_read_their_fields()
    {
        Assert.True(HomeAgentInformation.TryRead(new NdpOption(Hex("08 01 0000 0005 0e10")), out var agent));
        Assert.Equal((5, 3600), (agent.Preference, agent.LifetimeSeconds));
        Assert.True(SixLowpanContext.TryRead(new NdpOption(Hex("22 02 40 13 0000 003c 20010db800000000")), out var context));
        Assert.Equal((3, true, 60, "2001:db8::/64"), (context.ContextId, context.Compresses, context.LifetimeMinutes, context.Prefix.ToString()));
        Assert.True(AddressRegistration.TryRead(new NdpOption(Hex("21 02 01 000000 0005 0200000000000001")), out var registration));
        Assert.Equal((1, 5, 0x0200000000000001ul), (registration.Status, registration.LifetimeMinutes, registration.Owner));
        Assert.True(SendSignature.TryRead(new NdpOption(Join(Hex("0c 03 0000"), Hex("000102030405060708090a0b0c0d0e0f"), Hex("aabbccdd"))), out var signature));
        Assert.Equal(Hex("aabbccdd"), signature.Signature.ToArray());
        Assert.True(SendCga.TryRead(new NdpOption(Join(Hex("0b 05 02 00"), Zeros(24), [2], Hex("3059 3013 0606 0708 0000 0000")[..11])), out var cga));
        Assert.Equal((2, 9), (cga.CollisionCount, cga.PublicKey.Length));
        Assert.True(NdpNumber.TryRead(new NdpOption(Hex("0d 02 000000000000 0000000000010000")), out var timestamp));
        Assert.Equal(0x10000ul, timestamp);
        Assert.False(NdpNumber.TryRead(new NdpOption(Hex("0d 01 000000000000")), out _));
    }

    [Fact]
    public void Inverse_discovery_lists_addresses()
    {
        var message = Join(Hex("8e 00 0000 00000000"), Hex("0a 03 000000000000"), Address("2001:db8::7"));
        Assert.True(InverseNeighborDiscovery.TryRead(message, out var inverse));
        Assert.True(inverse.IsAdvertisement);
        Assert.Contains("Target address list: 2001:db8::7", Block(Icmpv6(message)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_damage_is_survived() => SurvivesEveryDamage(Icmpv6(RouterWithEverything, destination: "ff02::1"));
}

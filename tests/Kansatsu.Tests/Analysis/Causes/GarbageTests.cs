using Kansatsu.Analysis;
using Kansatsu.Tests.Analysis.Names;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Causes;

/// <summary>Floods, leaks, what is meant for others, and what was captured only by half.</summary>
public class GarbageTests
{
    const string Home = "2a00:1::10";
    const string Away = "2600:1::80";

    static Scene AtHome() => Scene.WithHome("2a00:1::/64", "198.51.100.0/24").Icmpv6("fe80::99", "ff02::1", "8600 0000 4000 0708 00000000 00000000", mac: Scene.RouterMac).Wait(60);

    [Fact]
    public void Pieces_of_ever_changing_sources_to_one_address_are_a_forged_spray()
    {
        var scene = AtHome();
        for (var i = 0; i < 600; i++) scene.Send($"2600:{i + 1:x}::1", Home, 44, Convert.FromHexString("1100000100001234" + "0000000000000000"));
        var cause = scene.Explain(5);
        Assert.Equal((CauseKind.Attack, Confidence.Likely), (cause.Kind, cause.Confidence));
        Assert.Contains(cause.Evidence, evidence => evidence.Rung == "pattern" && evidence.Packets.Count == 2);
    }

    [Fact]
    public void Slow_tries_of_many_sources_at_one_service_are_no_flood()
    {
        var scene = AtHome();
        for (var i = 0; i < 1_200; i++) scene.Syn($"2600:{i + 1:x}::1", 50_000, Home, 23);
        Assert.Equal(CauseKind.Scan, scene.Explain(5).Kind);
    }

    [Fact]
    public void One_unasked_piece_is_only_guessed_to_be_reflected()
    {
        var cause = AtHome().Send(Away, Home, 44, Convert.FromHexString("1100000100001234" + "0000000000000000")).Explain(1);
        Assert.Equal((CauseKind.Backscatter, Confidence.Guess), (cause.Kind, cause.Confidence));
    }

    [Fact]
    public void A_stale_log_server_is_named()
    {
        var cause = AtHome().Udp(Away, 514, Home, 514, "<34>1 2024-01-01T00:00:00Z host app - - - message"u8).Explain(1);
        Assert.Equal((CauseKind.Misdirected, "a host still sends its log to this address: its syslog server setting is stale"), (cause.Kind, cause.Detail));
        Assert.NotEmpty(cause.Evidence);
    }

    [Fact]
    public void Who_asks_one_address_for_names_again_and_again_has_a_stale_resolver_and_who_asks_many_scans()
    {
        var stubborn = AtHome();
        for (var i = 0; i < 5; i++) stubborn.Udp(Away, 40_000 + i, Home, 53, DnsBytes.Query($"host{i}.example", DnsTypes.Aaaa));
        var cause = stubborn.Explain(1);
        Assert.Equal((CauseKind.Misdirected, "a host still asks this address for names: its resolver setting is stale"), (cause.Kind, cause.Detail));
        var scan = AtHome();
        for (var i = 0; i < 5; i++) scan.Udp(Away, 40_000, $"2a00:1::{i + 1}", 53, DnsBytes.Query("host.example", DnsTypes.Aaaa));
        Assert.Equal(CauseKind.Scan, scan.Explain(1).Kind);
    }

    [Theory]
    [InlineData("2002:c0a8:101::1", "remains of 6to4")]
    [InlineData("2001:0:102:304:0:ffff:3f57:fefe", "remains of Teredo")]
    public void An_address_made_from_a_private_ipv4_address_is_a_remain(string source, string says)
    {
        var cause = AtHome().Udp(source, 40_000, Home, 40_001, "x"u8).Explain(1);
        Assert.Equal((CauseKind.Leak, Confidence.Likely), (cause.Kind, cause.Confidence));
        Assert.StartsWith(says, cause.Detail);
    }

    [Fact]
    public void A_6to4_address_made_from_a_public_one_is_no_leak() =>
        Assert.NotEqual(CauseKind.Leak, AtHome().Udp("2002:808:808::1", 40_000, Home, 40_001, "x"u8).Explain(1).Kind);

    [Fact]
    public void A_source_in_a_block_that_nobody_was_given_is_a_leak_unless_it_is_answered()
    {
        var cause = AtHome().Syn("2420::1", 50_000, Home, 443).Explain(1);
        Assert.Equal(CauseKind.Leak, cause.Kind);
        Assert.Contains(cause.Evidence, evidence => evidence.Says.Contains(SpecialAddresses.UnicastAsOf));
        Assert.Equal(CauseKind.Visit, AtHome().Talk("2420::1", 50_000, Home, 443).Explain(1).Kind);
    }

    [Fact]
    public void Where_home_is_not_known_a_source_that_nobody_has_still_says_enough()
    {
        var scene = new Scene();
        for (var i = 0; i < 30; i++) scene.Syn($"{i + 240 - (i / 15 * 15)}.{i}.1.1", 50_000, $"{20 + i}.{i}.2.2", 1_000 + i);
        Assert.Equal(CauseKind.Leak, scene.Explain().Kind);
    }

    [Fact]
    public void Data_of_the_far_side_alone_proves_that_home_takes_part()
    {
        var scene = AtHome().Tcp(Away, 443, Home, 50_000, TcpFlags.Ack | TcpFlags.Psh, "answer"u8, 500, 100).Tcp(Away, 443, Home, 50_000, TcpFlags.Ack | TcpFlags.Psh, "more"u8, 506, 100);
        var cause = scene.Explain(1);
        Assert.Equal((CauseKind.OwnUnknown, Confidence.Guess), (cause.Kind, cause.Confidence));
        Assert.Equal(CauseKind.Unexplained, AtHome().Tcp(Away, 443, Home, 50_000, TcpFlags.Ack | TcpFlags.Psh, "?"u8, 500, 100).Explain(1).Kind);
    }

    [Fact]
    public void The_way_to_the_former_6to4_relays_is_told()
    {
        var inner = Convert.FromHexString($"6000 0000 0008 1140 {Scene.Hex("2002:c633:6401::1")} {Scene.Hex(Away)} 9c40 9c41 0008 0000".Replace(" ", ""));
        var cause = AtHome().Send("198.51.100.1", "192.88.99.1", 41, inner).Explain(1);
        Assert.Equal(CauseKind.Tunnel, cause.Kind);
        Assert.Contains("RFC 7526", cause.Detail);
    }
}

using Kansatsu.Analysis;
using Kansatsu.Tests.Analysis.Names;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Causes;

public class CauseFinderTests
{
    const string Home = "2a00:1::10";
    const string Away = "2600:1::80";

    static Scene AtHome() => Scene.WithHome("2a00:1::/64").Icmpv6("fe80::99", "ff02::1", "8600 0000 4000 0708 00000000 00000000", mac: Scene.RouterMac).Wait(60);

    [Fact]
    public void A_connection_that_home_began_is_its_own_with_the_reason_unknown()
    {
        var cause = AtHome().Talk(Home, 50_000, Away, 8443).Explain(1);
        Assert.Equal((CauseKind.OwnUnknown, Confidence.Certain), (cause.Kind, cause.Confidence));
        Assert.Equal([2L], Assert.Single(cause.Evidence, evidence => evidence.Says.Contains("SYN")).Packets);
    }

    [Fact]
    public void A_connection_that_home_answered_is_a_visit() =>
        Assert.Equal((CauseKind.Visit, Confidence.Certain), KindOf(AtHome().Talk(Away, 50_000, Home, 443)));

    [Fact]
    public void One_try_in_vain_is_a_guess_and_many_are_a_scan_for_certain()
    {
        var scene = AtHome().Syn(Away, 50_000, Home, 23).Refuse(Away, 50_000, Home, 23);
        Assert.Equal((CauseKind.Scan, Confidence.Guess), KindOf(scene));
        for (var i = 0; i < 40; i++) scene.Syn(Away, 50_001, Home, 1000 + i);
        var cause = scene.Explain(1);
        Assert.Equal((CauseKind.Scan, Confidence.Certain, "one source tries many ports"), (cause.Kind, cause.Confidence, cause.Detail));
        Assert.Contains(cause.Evidence, evidence => evidence.Rung == "pattern");
    }

    [Fact]
    public void Tries_are_counted_by_network_so_that_many_addresses_of_one_do_not_hide()
    {
        var scene = AtHome();
        for (var i = 0; i < 40; i++) scene.Syn($"2600:1::{i + 1:x}", 50_000, $"2a00:1::{i + 1:x}", 22);
        Assert.Equal((CauseKind.Scan, Confidence.Certain), KindOf(scene));
    }

    [Fact]
    public void An_acknowledgment_of_what_was_not_captured_is_no_scan()
    {
        var scene = AtHome().Syn(Away, 50_000, Home, 443).Tcp(Away, 50_000, Home, 443, TcpFlags.Ack, sequence: 101, acknowledgment: 1);
        Assert.Equal((CauseKind.Visit, Confidence.Likely), KindOf(scene));
        Assert.Contains("only his packets", scene.Explain(1).Detail);
    }

    [Theory]
    [InlineData(TcpFlags.Syn | TcpFlags.Ack)]
    [InlineData(TcpFlags.Rst | TcpFlags.Ack)]
    public void Answers_to_nothing_are_backscatter(TcpFlags flags) =>
        Assert.Equal((CauseKind.Backscatter, Confidence.Likely), KindOf(AtHome().Tcp(Away, 80, Home, 50_000, flags)));

    [Fact]
    public void Right_after_the_start_backscatter_is_only_a_guess() =>
        Assert.Equal(Confidence.Guess, Scene.WithHome("2a00:1::/64").Tcp(Away, 80, Home, 50_000, TcpFlags.Syn | TcpFlags.Ack).Explain().Confidence);

    [Fact]
    public void A_dns_answer_that_nobody_asked_for_is_backscatter_even_to_a_service_port() =>
        Assert.Equal(
            CauseKind.Backscatter,
            KindOf(AtHome().Udp(Away, 53, Home, 80, DnsBytes.Response("a.example", DnsTypes.A, DnsBytes.Address("a.example", "192.0.2.1")))).Kind);

    [Fact]
    public void An_icmp_error_is_told_by_what_it_quotes()
    {
        var quoted = $"6000 0000 0014 0640 {Scene.Hex(Home)} {Scene.Hex(Away)} c350 01bb 00000064 00000000 50020000 00000000";
        var scene = AtHome().Icmpv6(Away, Home, $"0104 0000 00000000 {quoted}", hopLimit: 60);
        Assert.Equal((CauseKind.Backscatter, Confidence.Likely), KindOf(scene));
        scene = AtHome().Syn(Home, 50_000, Away, 443).Icmpv6(Away, Home, $"0104 0000 00000000 {quoted}", hopLimit: 60);
        Assert.Equal((CauseKind.NetworkControl, Confidence.Certain), KindOf(scene, 2));
        Assert.Contains(scene.Explain(1).Evidence, evidence => evidence is { Rung: "icmp-error", Packets: [3] });
    }

    [Fact]
    public void Telephony_for_somebody_else_is_misdirected() =>
        Assert.Equal(
            CauseKind.Misdirected, KindOf(AtHome().Udp(Away, 5060, Home, 5060, "REGISTER sip:pbx.example SIP/2.0\r\nVia: SIP/2.0/UDP a\r\n\r\n"u8)).Kind);

    [Theory]
    [InlineData("::1")]
    [InlineData("ff02::5")]
    public void Sources_that_cannot_be_are_leaks(string source) =>
        Assert.Equal((CauseKind.Leak, Confidence.Certain), KindOf(AtHome().Udp(source, 5000, Home, 5001, "x"u8)));

    [Fact]
    public void A_packet_to_an_address_for_local_use_elsewhere_is_a_leak_unless_it_is_answered()
    {
        Assert.Equal((CauseKind.Leak, Confidence.Likely), KindOf(AtHome().Syn(Home, 50_000, "fd00:9::1", 443)));
        Assert.Equal(CauseKind.OwnUnknown, KindOf(AtHome().Talk(Home, 50_000, "fd00:9::1", 8443)).Kind);
    }

    [Fact]
    public void Multicast_data_is_joined_when_home_reported_the_group()
    {
        var scene = new Scene()
            .Icmpv6("fe80::1", "ff02::16", Scene.Report("ff05::1234"), hopLimit: 1)
            .Udp("2001:db8:f::1", 32794, "ff05::1234", 6101, "telegram"u8)
            .Udp("2001:db8:f::1", 32794, "ff05::4321", 8001, "telegram"u8);
        Assert.Equal((CauseKind.ChannelJoined, Confidence.Certain), KindOf(scene));
        Assert.Equal([1L], scene.Explain(1).Evidence[0].Packets);
        Assert.Equal((CauseKind.ChannelUnjoined, Confidence.Likely), KindOf(scene, 2));
    }

    [Fact]
    public void Neighbor_discovery_is_housekeeping_from_home_and_control_from_others()
    {
        var scene = AtHome()
            .Icmpv6(Home, "ff02::1:ff00:99", $"8700 0000 0000 0000 {Scene.Hex("fe80::99")} 0101 {Scene.Mac}")
            .Icmpv6("fe80::99", "ff02::1:ff00:10", $"8700 0000 0000 0000 {Scene.Hex(Home)} 0101 {Scene.RouterMac}", mac: Scene.RouterMac);
        Assert.Equal((CauseKind.NetworkControl, Confidence.Certain), KindOf(scene, 0));
        Assert.Equal((CauseKind.OwnHousekeeping, Confidence.Certain), KindOf(scene, 1));
        Assert.Equal((CauseKind.NetworkControl, Confidence.Certain), KindOf(scene, 2));
    }

    [Fact]
    public void Home_s_questions_are_housekeeping_and_announcements_are_chatter()
    {
        var scene = AtHome()
            .Udp(Home, 40_000, Away, 53, DnsBytes.Query("www.example.org", DnsTypes.Aaaa))
            .Udp("fe80::77", 5353, "ff02::fb", 5353, DnsBytes.Query("_ipp._tcp.local", DnsTypes.Ptr));
        Assert.Equal((CauseKind.OwnHousekeeping, Confidence.Certain), KindOf(scene));
        Assert.Equal((CauseKind.NeighborChatter, Confidence.Certain), KindOf(scene, 2));
    }

    [Fact]
    public void A_name_that_only_certain_software_asks_for_is_own_software()
    {
        var scene = AtHome().Syn(Home, 50_000, Away, 80)
            .Tcp(Away, 80, Home, 50_000, TcpFlags.Syn | TcpFlags.Ack, sequence: 500, acknowledgment: 101)
            .Tcp(Home, 50_000, Away, 80, TcpFlags.Ack | TcpFlags.Psh, "GET / HTTP/1.1\r\nHost: detectportal.firefox.com\r\n\r\n"u8, 101, 501);
        var cause = scene.Explain(1);
        Assert.Equal((CauseKind.OwnSoftware, Confidence.Certain), (cause.Kind, cause.Confidence));
        Assert.Contains("Firefox", cause.Detail);
        Assert.Contains(cause.Evidence, evidence => evidence is { Rung: "http", Packets: [4] });
    }

    [Fact]
    public void Packets_in_packets_are_a_tunnel_and_the_inner_ones_have_their_own_cause()
    {
        var inner = Convert.FromHexString($"6000 0000 0008 1140 {Scene.Hex("2a00:1::10")} {Scene.Hex(Away)} 9c40 9c41 0008 0000".Replace(" ", ""));
        var scene = AtHome().Send("192.0.2.1", "198.51.100.1", 41, inner);
        Assert.Equal((CauseKind.Tunnel, Confidence.Certain), KindOf(scene));
        Assert.Equal(CauseKind.OwnUnknown, KindOf(scene, 2).Kind);
    }

    [Fact]
    public void What_neither_end_of_is_home_is_in_transit() =>
        Assert.Equal((CauseKind.Transit, Confidence.Certain), KindOf(AtHome().Talk("2600:2::1", 50_000, Away, 443)));

    [Fact]
    public void Without_a_home_the_reason_why_not_is_told()
    {
        var scene = new Scene();
        for (var i = 0; i < 30; i++) scene.Talk($"2400:{i + 1}::1", 50_000, $"2600:{i + 1}::1", 8443);
        var cause = scene.Explain();
        Assert.Equal(CauseKind.Unexplained, cause.Kind);
        Assert.Contains("which side is home", cause.Detail);
    }

    [Fact]
    public void Shares_hold_every_flow_packet_and_byte_also_of_flows_that_made_room()
    {
        var scene = new Scene(new ObserverOptions { FlowCapacity = 64, Home = [new Ipv6Prefix(Ipv6Address.Parse(Home), 64)] });
        for (var i = 0; i < 500; i++) scene.Syn($"2600:{i + 1:x}::1", 50_000, Home, 23);
        var shares = scene.Observer.Causes.Shares();
        Assert.Equal(500, shares.Sum(share => share.Flows));
        Assert.Equal(500, shares.Sum(share => share.Packets));
        Assert.Equal(500 * 60, shares.Sum(share => share.Bytes));
        Assert.Equal(CauseKind.Scan, shares[0].Kind);
    }

    [Fact]
    public void Kinds_are_found_without_memory()
    {
        var scene = AtHome().Talk(Home, 50_000, Away, 443).Talk(Away, 50_001, Home, 443).Syn(Away, 1, Home, 2).Udp(Away, 9, Home, 4000, "?"u8);
        var causes = scene.Observer.Causes;
        var flows = scene.Observer.Flows;
        for (var i = 0; i < 200; i++) causes.Find(flows[i % flows.Count]);
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (var i = 0; i < 1000; i++) causes.Find(flows[i % flows.Count]);
        }));
    }

    static (CauseKind Kind, Confidence Confidence) KindOf(Scene scene, int flow = 1)
    {
        var cause = scene.Explain(flow);
        Assert.Equal(cause.Kind, scene.Observer.Causes.KindOf(flow));
        Assert.NotEmpty(cause.Detail);
        return (cause.Kind, cause.Confidence);
    }
}

using Kansatsu.Analysis;
using Kansatsu.Tests.Analysis.Names;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Causes;

/// <summary>Home's own traffic: what was declared, what programs did, what the system needed.</summary>
public class OwnCauseTests
{
    const string Home = "2001:db8::10";
    const string Resolver = "2001:db8::53";
    const string Site = "2001:db8:1::80";

    [Fact]
    public void A_declared_name_at_its_time_is_own_action_and_so_is_its_lookup()
    {
        var scene = At("""{"start":999,"end":1003,"what":"open the page","names":["www.example.org"]}""");
        Look(scene, "www.example.org", Site).Talk(Home, 50_000, Site, 443);
        Assert.Equal((CauseKind.OwnAction, "lookup of www.example.org for: open the page"), Told(scene, 0));
        Assert.Equal((CauseKind.OwnAction, "open the page"), Told(scene, 1));
        Assert.Contains(scene.Explain(1).Evidence, e => e is { Rung: "journal", Packets: [3] });
    }

    [Fact]
    public void The_same_name_at_another_time_is_not()
    {
        var scene = At("""{"start":1100,"end":1103,"what":"open the page","names":["www.example.org"]}""");
        Look(scene, "www.example.org", Site).Talk(Home, 50_000, Site, 443);
        Assert.Equal(CauseKind.OwnHousekeeping, Told(scene, 0).Kind);
        Assert.Equal(CauseKind.OwnSoftware, Told(scene, 1).Kind);
    }

    [Fact]
    public void Without_a_journal_nothing_follows_from_its_silence()
    {
        var scene = Scene.WithHome("2001:db8::/64");
        Look(scene, "www.example.org", Site).Talk(Home, 50_000, Site, 443);
        Assert.Equal(CauseKind.OwnUnknown, Told(scene, 1).Kind);
    }

    [Fact]
    public void A_catalogued_name_is_software_and_tells_the_lookup_and_since_when_it_has_an_AAAA()
    {
        var scene = Scene.WithHome("2001:db8::/64");
        scene.Udp(Home, 40_000, Resolver, 53, DnsBytes.Query("safebrowsing.googleapis.com", DnsTypes.Aaaa));
        scene.Udp(Resolver, 53, Home, 40_000, DnsBytes.Response("safebrowsing.googleapis.com", DnsTypes.Aaaa));
        Look(scene, "safebrowsing.googleapis.com", Site).Talk(Home, 50_000, Site, 443);
        var cause = scene.Explain(2);
        Assert.Equal((CauseKind.OwnSoftware, "safe-browsing"), (cause.Kind, cause.Purpose));
        Assert.Contains(cause.Evidence, e => e.Rung == "dns" && e.Packets.SequenceEqual([3L, 4L]));
        Assert.Contains(cause.Evidence, e => e.Says.Contains("had no AAAA", StringComparison.Ordinal) && e.Packets.SequenceEqual([2L]));
        Assert.Contains(cause.Evidence, e => e.Says.Contains("for the first time", StringComparison.Ordinal) && e.Packets.SequenceEqual([4L]));
        Assert.Contains("Safe Browsing", scene.Explain(1).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flow_seen_before_its_answer_is_named_later()
    {
        var scene = Scene.WithHome("2001:db8::/64");
        scene.Udp(Home, 40_000, Resolver, 53, DnsBytes.Query("aus5.mozilla.org", DnsTypes.Aaaa)).Syn(Home, 50_000, Site, 443);
        Assert.Equal(CauseKind.OwnUnknown, Told(scene, 1).Kind);
        scene.Udp(Resolver, 53, Home, 40_000, DnsBytes.Response("aus5.mozilla.org", DnsTypes.Aaaa, DnsBytes.Address("aus5.mozilla.org", Site)));
        Assert.Equal((CauseKind.OwnSoftware, "update"), (scene.Explain(1).Kind, scene.Explain(1).Purpose));
    }

    [Fact]
    public void Several_names_of_one_address_are_told_apart_by_who_asked_last()
    {
        var scene = Scene.WithHome("2001:db8::/64");
        Look(scene, "one.example", Site);
        Look(scene, "two.example", Site, 40_001).Talk(Home, 50_000, Site, 443);
        Look(scene, "three.example", Site, 40_002).Talk(Home, 50_001, Site, 443);
        var names = scene.Observer.Names;
        Assert.Equal("two.example", names.TextOf(scene.Observer.Flows[2].NameId));
        Assert.Equal("three.example", names.TextOf(scene.Observer.Flows[4].NameId));
    }

    [Fact]
    public void Aliases_lead_to_the_name_that_was_asked()
    {
        var scene = Scene.WithHome("2001:db8::/64");
        scene.Udp(Home, 40_000, Resolver, 53, DnsBytes.Query("aus5.mozilla.org", DnsTypes.Aaaa));
        scene.Udp(Resolver, 53, Home, 40_000, DnsBytes.Response("aus5.mozilla.org", DnsTypes.Aaaa, DnsBytes.Alias("aus5.mozilla.org", "balrog.example"), DnsBytes.Address("balrog.example", Site)));
        scene.Syn(Home, 50_000, Site, 443);
        Assert.Equal("update", scene.Explain(1).Purpose);
    }

    [Fact]
    public void A_lookup_is_tied_to_the_flow_that_needed_it()
    {
        var scene = Scene.WithHome("2001:db8::/64");
        Look(scene, "www.example.org", Site).Talk(Home, 50_000, Site, 443);
        var id = FlowId.Of(scene.Observer.Flows[1]);
        Assert.Contains(scene.Explain(0).Evidence, e => e.Rung == "timing" && e.Says.Contains(id, StringComparison.Ordinal) && e.Packets.SequenceEqual([3L]));
    }

    [Fact]
    public void A_user_agent_tells_the_program()
    {
        var scene = Scene.WithHome("2001:db8::/64").Syn(Home, 50_000, Site, 80)
            .Tcp(Site, 80, Home, 50_000, TcpFlags.Syn | TcpFlags.Ack, sequence: 500, acknowledgment: 101)
            .Tcp(Home, 50_000, Site, 80, TcpFlags.Ack | TcpFlags.Psh, "GET / HTTP/1.1\r\nHost: mirror.example\r\nUser-Agent: Debian APT-HTTP/1.3 (2.6.1)\r\n\r\n"u8, 101, 501);
        Assert.Equal((CauseKind.OwnSoftware, "APT"), (scene.Explain().Kind, scene.Explain().Program));
    }

    [Fact]
    public void All_flows_judged_at_once_and_one_by_one_agree()
    {
        var scene = At("""{"start":999,"end":1003,"what":"open the page","names":["www.example.org"]}""");
        Look(scene, "www.example.org", Site).Talk(Home, 50_000, Site, 443).Talk("2001:db8:2::1", 50_000, Home, 22).Udp(Home, 123, "2001:db8:3::1", 123, new byte[48]);
        for (var i = 0; i < scene.Observer.Flows.Count; i++) Assert.Equal(scene.Explain(i).Kind, scene.Observer.Causes.KindOf(i));
    }

    [Fact]
    public void A_retry_is_tied_to_the_try_that_failed()
    {
        var scene = Scene.WithHome("2001:db8::/64");
        Look(scene, "www.example.org", Site).Syn(Home, 50_000, Site, 443).Talk(Home, 50_001, Site, 443);
        var failed = FlowId.Of(scene.Observer.Flows[1]);
        Assert.Contains(scene.Explain(2).Evidence, e => e.Says.Contains(failed, StringComparison.Ordinal) && e.Packets.SequenceEqual([3L]));
        Assert.DoesNotContain(scene.Explain(1).Evidence, e => e.Says.Contains("had failed", StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_to_a_search_is_tied_to_the_search()
    {
        var scene = Scene.WithHome("192.0.2.0/24");
        scene.Udp("192.0.2.10", 50_000, "239.255.255.250", 1900, "M-SEARCH * HTTP/1.1\r\nHost: 239.255.255.250:1900\r\nMan: \"ssdp:discover\"\r\nST: ssdp:all\r\n\r\n"u8, hopLimit: 2);
        scene.Udp("192.0.2.20", 1900, "192.0.2.10", 50_000, "HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\nUSN: uuid:1\r\n\r\n"u8);
        var search = FlowId.Of(scene.Observer.Flows[0]);
        Assert.Contains(scene.Explain(1).Evidence, e => e.Says.Contains(search, StringComparison.Ordinal) && e.Packets.SequenceEqual([1L, 2L]));
    }

    [Fact]
    public void An_ICMP_error_is_tied_to_the_flow_that_it_quotes()
    {
        var scene = Scene.WithHome("2001:db8::/64").Syn(Home, 50_000, Site, 443);
        scene.Icmpv6("2001:db8:9::1", Home, $"0100 0000 0000 0000 6000 0000 0014 0640 {Scene.Hex(Home)} {Scene.Hex(Site)} c350 01bb 0000 0064 0000 0000 5002 2000 0000 0000");
        var quoted = FlowId.Of(scene.Observer.Flows[0]);
        Assert.Equal(CauseKind.NetworkControl, scene.Explain(1).Kind);
        Assert.Contains(scene.Explain(1).Evidence, e => e.Says.Contains(quoted, StringComparison.Ordinal) && e.Packets.SequenceEqual([2L, 1L]));
    }

    static (CauseKind Kind, string Detail) Told(Scene scene, int flow) => (scene.Explain(flow).Kind, scene.Explain(flow).Detail);

    static Scene At(string journal) =>
        new(new ObserverOptions { Home = [Ipv6Prefix.TryParse("2001:db8::/64", out var home) ? home : default], Actions = ActionJournal.Read(new StringReader(journal)) });

    static Scene Look(Scene scene, string name, string address, int port = 40_009) =>
        scene.Udp(Home, port, Resolver, 53, DnsBytes.Query(name, DnsTypes.Aaaa)).Udp(Resolver, 53, Home, port, DnsBytes.Response(name, DnsTypes.Aaaa, DnsBytes.Address(name, address)));
}

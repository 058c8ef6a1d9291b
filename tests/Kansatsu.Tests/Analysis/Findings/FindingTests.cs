using Kansatsu.Analysis;
using Kansatsu.Tests.Analysis.Names;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Findings;

public class FindingTests
{
    const string Home = "2001:db8::10";
    const string Home4 = "192.0.2.10";
    const string Resolver = "2001:db8::53";
    const string Site = "2001:db8:1::80";
    const string Site4 = "198.51.100.80";
    const string Name = "www.example.org";

    readonly Scene _scene = Scene.WithHome("2001:db8::/64", "192.0.2.0/24");
    int _port = 40_000;

    [Fact]
    public void A_name_moves_when_its_AAAA_appears_and_back_when_it_vanishes()
    {
        Aaaa(null).Aaa().Talk4();
        Aaaa(Site).Talk6();
        Assert.Equal([FindingNames.MovedToIpv6], Found());
        Aaaa(null).Aaa().Talk4();
        Assert.Equal([FindingNames.MovedBack, FindingNames.MovedToIpv6], Found().Order(StringComparer.Ordinal));
        var moved = _scene.Observer.Findings.All.Single(f => f.Name == FindingNames.MovedToIpv6);
        Assert.Equal(Name, moved.Subject);
        Assert.Equal([2, 11, 12], moved.Packets);
    }

    [Fact]
    public void A_name_that_always_had_an_AAAA_did_not_move()
    {
        Aaaa(Site).Talk6();
        Aaaa(Site).Talk6();
        Assert.Empty(Found());
    }

    [Theory]
    [InlineData("dropped")]
    [InlineData("refused")]
    [InlineData("icmp-error")]
    [InlineData("large-packets-lost")]
    public void Each_way_of_breaking_is_told(string way)
    {
        Aaaa(Site).Aaa();
        var port = Break(way);
        // IPv4 comes to the rescue at once.
        if (way != "large-packets-lost") Talk4();
        else
        {
            _scene.Wait(60);
            Talk4();
        }

        _scene.Wait(10);
        Talk4();
        var broken = Assert.Single(_scene.Observer.Findings.All, f => f.Name == FindingNames.Ipv6Broken);
        Assert.Equal(way, broken.Facts.Single(f => f.Key == "way").Value);
        Assert.Equal(way == "large-packets-lost" ? "never" : "always", broken.Facts.Single(f => f.Key == "saved").Value);
        Assert.NotEqual(0, port);
    }

    [Theory]
    [InlineData("happy-eyeballs-1")]
    [InlineData("happy-eyeballs-2")]
    [InlineData("happy-eyeballs-3")]
    [InlineData("after-failure")]
    public void The_generation_of_happy_eyeballs_is_told(string generation)
    {
        _scene.EveryMilliseconds(50);
        Aaaa(Site);
        if (generation != "happy-eyeballs-2") Aaa();
        if (generation == "happy-eyeballs-3")
        {
            _scene.Udp(Home, 33_000, Resolver, 53, DnsBytes.Query(Name, DnsTypes.Https)).Udp(Resolver, 53, Home, 33_000, DnsBytes.Response(Name, DnsTypes.Https));
            _scene.Udp(Home, 44_000, Site, 443, new byte[1200]);
        }

        _scene.Syn(Home, _port++, Site, 443);
        if (generation == "happy-eyeballs-2") Aaa();
        if (generation == "after-failure") _scene.Wait(1);
        Talk4();
        _scene.Wait(10);
        Talk4();
        var broken = Assert.Single(_scene.Observer.Findings.All, f => f.Name == FindingNames.Ipv6Broken);
        Assert.Equal(generation, broken.Facts.Single(f => f.Key == "fallback").Value);
    }

    [Fact]
    public void What_fails_over_both_families_is_not_broken_over_IPv6()
    {
        Aaaa(Site).Aaa();
        Break("refused");
        _scene.Syn(Home4, _port, Site4, 443).Refuse(Home4, _port, Site4, 443).Wait(20).Udp(Home, 1, Resolver, 9, "x"u8);
        Assert.DoesNotContain(FindingNames.Ipv6Broken, Found());
    }

    [Fact]
    public void The_last_moments_of_a_capture_prove_nothing()
    {
        Aaaa(Site).Aaa().Talk4();
        _scene.Syn(Home, _port++, Site, 443);
        Assert.Empty(Found());
    }

    [Fact]
    public void A_hiccup_is_not_a_break()
    {
        Aaaa(Site).Aaa().Talk4();
        Break("dropped");
        Talk6();
        Talk6();
        Break("dropped");
        Assert.DoesNotContain(FindingNames.Ipv6Broken, Found());
    }

    [Fact]
    public void An_updater_that_fails_is_told_as_such()
    {
        Look("aus5.mozilla.org", DnsTypes.Aaaa, Site);
        Look("aus5.mozilla.org", DnsTypes.A, Site4);
        Break("refused");
        Talk4();
        var update = Assert.Single(_scene.Observer.Findings.All, f => f.Name == FindingNames.UpdatesFailing);
        Assert.Equal("Firefox: aus5.mozilla.org", update.Subject);
        Assert.NotEqual(update.Id, _scene.Observer.Findings.All.Single(f => f.Name == FindingNames.Ipv6Broken).Id);
    }

    [Fact]
    public void Listed_names_and_addresses_are_told_by_family()
    {
        var list = new Blocklist();
        list.Add(new StringReader("www.example.org\n198.51.100.66\n"));
        var scene = new Scene(new ObserverOptions { Home = Prefixes("2001:db8::/64", "192.0.2.0/24"), Blocklist = list });
        scene.Udp(Home, 40_000, Resolver, 53, DnsBytes.Query(Name, DnsTypes.Aaaa)).Udp(Resolver, 53, Home, 40_000, DnsBytes.Response(Name, DnsTypes.Aaaa, DnsBytes.Address(Name, Site)));
        scene.Talk(Home, 50_000, Site, 443).Syn("198.51.100.66", 7, Home4, 22);
        var findings = scene.Observer.Findings.All.Where(f => f.Name == FindingNames.Listed).ToDictionary(f => f.Subject, StringComparer.Ordinal);
        Assert.Equal("1", findings[Name].Facts.Single(f => f.Key == "ipv6").Value);
        Assert.Equal("1", findings[Name].Facts.Single(f => f.Key == "lookups").Value);
        Assert.Equal("1", findings["198.51.100.66"].Facts.Single(f => f.Key == "ipv4").Value);
    }

    [Fact]
    public void A_translator_s_prefix_is_recognised_by_what_the_DNS_makes_up()
    {
        Look("ipv4only.arpa", DnsTypes.Aaaa, "2001:db8:64::c000:aa");
        Look("v4.example", DnsTypes.Aaaa, "64:ff9b::c633:6450");
        Assert.Equal(["2001:db8:64::/96", "64:ff9b::/96"], _scene.Observer.Findings.All.Where(f => f.Name == FindingNames.Nat64).Select(f => f.Subject).Order(StringComparer.Ordinal));
    }

    /// <summary>A try over IPv6 that fails in a way.</summary>
    int Break(string way)
    {
        var port = _port++;
        _scene.Syn(Home, port, Site, 443);
        switch (way)
        {
            case "refused": _scene.Refuse(Home, port, Site, 443); break;
            case "icmp-error":
                // Destination unreachable, administratively prohibited, quoting the SYN's header and ports.
                _scene.Icmpv6("2001:db8::1", Home, $"0101 0000 0000 0000 6000 0000 0014 0640 {Scene.Hex(Home)} {Scene.Hex(Site)} {port:x4} 01bb 0000 0064 0000 0000 5002 2000 0000 0000");
                break;
            case "large-packets-lost":
                _scene.Tcp(Site, 443, Home, port, TcpFlags.Syn | TcpFlags.Ack, sequence: 500, acknowledgment: 101).Tcp(Home, port, Site, 443, TcpFlags.Ack, sequence: 101, acknowledgment: 501)
                    .Tcp(Home, port, Site, 443, TcpFlags.Ack | TcpFlags.Psh, "question"u8, 101, 501)
                    // What stood between 501 and 2,929 never comes; its end does.
                    .Tcp(Site, 443, Home, port, TcpFlags.Ack | TcpFlags.Psh, "the end"u8, 2_929, 109).Tcp(Home, port, Site, 443, TcpFlags.Ack, sequence: 109, acknowledgment: 501)
                    .Tcp(Home, port, Site, 443, TcpFlags.Ack | TcpFlags.Fin, sequence: 109, acknowledgment: 501);
                break;
        }

        return port;
    }

    FindingTests Aaaa(string? address) => Look(Name, DnsTypes.Aaaa, address);

    FindingTests Aaa() => Look(Name, DnsTypes.A, Site4);

    FindingTests Look(string name, ushort type, string? address)
    {
        var port = _port++;
        _scene.Udp(Home, port, Resolver, 53, DnsBytes.Query(name, type));
        _scene.Udp(Resolver, 53, Home, port, address is null ? DnsBytes.Response(name, type) : DnsBytes.Response(name, type, DnsBytes.Address(name, address)));
        return this;
    }

    FindingTests Talk6()
    {
        _scene.Talk(Home, _port++, Site, 443);
        return this;
    }

    FindingTests Talk4()
    {
        _scene.Talk(Home4, _port++, Site4, 443);
        return this;
    }

    IEnumerable<string> Found() => _scene.Observer.Findings.All.Select(f => f.Name);

    static List<Ipv6Prefix> Prefixes(params string[] texts) => [.. texts.Select(t => Ipv6Prefix.TryParse(t, out var prefix) ? prefix : default)];
}

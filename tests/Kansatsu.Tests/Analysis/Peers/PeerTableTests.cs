using Kansatsu.Analysis;
using Kansatsu.Tests.Analysis.Names;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Peers;

public class PeerTableTests
{
    const string Home = "2001:db8::1";
    const string Home4 = "192.0.2.1";
    const string Resolver = "2001:db8:53::53";

    static Scene AtHome => Scene.WithHome(Home, Home4);

    [Fact]
    public void A_name_ties_the_addresses_of_both_families()
    {
        var scene = Told(AtHome, "ftp.example.org", "2001:db8:10::1", "198.51.100.1")
            .Talk(Home, 50000, "2001:db8:10::1", 443).Talk(Home4, 50001, "198.51.100.1", 443);
        var peer = Peers(scene).Single(p => p.Names.Count > 0);
        Assert.Equal(["198.51.100.1", "2001:db8:10::1"], peer.Addresses.Select(a => a.ToString()));
        Assert.Equal(("ftp.example.org", NameSource.Dns), (peer.Names.Single().Name, peer.Names.Single().Sources.Single()));
        Assert.Equal((1, 1, 2), (peer.Ipv6.Flows, peer.Ipv4.Flows, peer.BegunByHome));
        Assert.True(peer.Ipv6.BytesTo > 0 && peer.Ipv6.BytesFrom > 0 && peer.Ipv6.Bytes > peer.Ipv4.Bytes);
        Assert.Null(peer.Network);
    }

    [Theory]
    [InlineData("www.example.org", "img.example.org", 1)]
    [InlineData("www.example.org", "www.example.net", 2)]
    [InlineData("www.one.co.jp", "img.one.co.jp", 1)]
    [InlineData("www.one.co.jp", "www.two.co.jp", 2)]
    public void Names_at_one_address_are_one_peer_when_they_share_a_domain(string one, string other, int peers)
    {
        var scene = Told(AtHome, one, "2001:db8:10::1").Talk(Home, 50000, "2001:db8:10::1", 443);
        Told(scene, other, "2001:db8:10::1").Talk(Home, 50001, "2001:db8:10::1", 443);
        var named = Peers(scene).Where(p => p.Names.Count > 0).ToList();
        Assert.Equal(peers, named.Count);
        Assert.Equal([one, other], named.SelectMany(p => p.Names).Select(n => n.Name).Order(StringComparer.Ordinal).Reverse().OrderBy(n => n != one));
    }

    [Fact]
    public void Many_nameless_addresses_of_one_network_are_one_peer_and_few_are_not()
    {
        var scene = AtHome;
        for (var i = 1; i <= 4; i++) scene.Syn($"2001:db8:66::{i}", 50000, Home, 22);
        for (var i = 1; i <= 3; i++) scene.Syn($"2001:db8:77::{i}", 50000, Home, 22);
        var peers = Peers(scene);
        Assert.Equal(4, peers.Count);
        Assert.Equal("2001:db8:66::/64", peers[0].Network.ToString());
        Assert.Equal((4, 4), (peers[0].Addresses.Count, peers[0].BegunByPeer));
        Assert.All(peers.Skip(1), p => Assert.Null(p.Network));
    }

    [Fact]
    public void Addresses_of_one_neighbor_are_one_peer()
    {
        const string Mac = "020000000077";
        var scene = Scene.WithHome(Home)
            .Icmpv6("fe80::77", "ff02::1:ff00:1", $"8700 0000 0000 0000 {Scene.Hex(Home)} 0101 {Mac}", mac: Mac)
            .Icmpv6("2001:db8:7::77", "ff02::1:ff00:1", $"8700 0000 0000 0000 {Scene.Hex(Home)} 0101 {Mac}", mac: Mac);
        var peer = Assert.Single(Peers(scene));
        Assert.Equal("02:00:00:00:00:77", Assert.Single(peer.Macs).ToString());
        Assert.Equal(["2001:db8:7::77", "fe80::77"], peer.Addresses.Select(a => a.ToString()));
    }

    [Fact]
    public void Groups_are_no_peers_but_who_sends_to_them_is()
    {
        var scene = AtHome.Udp("2001:db8:51::51", 32794, "ff3e::8000:1000", 6101, "x"u8).Udp(Home, 5353, "ff02::fb", 5353, "x"u8);
        Assert.Equal("2001:db8:51::51", Assert.Single(Assert.Single(Peers(scene)).Addresses).ToString());
    }

    [Fact]
    public void Neither_home_nor_strangers_among_themselves_are_peers()
    {
        var scene = Scene.WithHome("2001:db8::/64").Talk(Home, 50000, "2001:db8::2", 22).Talk("2001:db8:1::1", 50000, "2001:db8:2::2", 22);
        Assert.Empty(Peers(scene));
    }

    [Fact]
    public void While_home_is_unknown_both_ends_are_listed()
    {
        var scene = new Scene().Udp("2001:db8:51::51", 32794, "ff3e::8000:1000", 6101, "x"u8);
        Assert.Empty(scene.Observer.Home.Home);
        Assert.Single(Peers(scene));
    }

    [Fact]
    public void The_time_to_answer_is_the_median_of_what_home_began()
    {
        var scene = AtHome;
        foreach (var (port, wait) in new[] { (50000, 0), (50001, 8), (50002, 2) })
        {
            scene.Syn(Home, port, "2001:db8:10::1", 443).Wait(wait);
            scene.Tcp("2001:db8:10::1", 443, Home, port, TcpFlags.Syn | TcpFlags.Ack, sequence: 500, acknowledgment: 101);
            scene.Tcp(Home, port, "2001:db8:10::1", 443, TcpFlags.Ack, sequence: 101, acknowledgment: 501);
        }

        scene.Syn(Home, 50003, "2001:db8:10::1", 443).Talk("2001:db8:10::1", 40000, Home, 22);
        var family = Assert.Single(Peers(scene)).Ipv6;
        Assert.Equal((3, 3_000_000u), (family.Handshakes, family.HandshakeMicros!.Value));
        Assert.Equal((5, 4, 1), (family.Flows, family.Answered, family.Silent));
    }

    [Fact]
    public void What_the_blocklist_covers_is_marked()
    {
        var list = new Blocklist();
        list.Add(new StringReader("example.org\n2001:db8:66::/48\n"));
        var scene = new Scene(new ObserverOptions { Home = [Prefix(Home)], Blocklist = list });
        Told(scene, "ads.example.org", "2001:db8:10::1").Talk(Home, 50000, "2001:db8:10::1", 443).Talk(Home, 50001, "2001:db8:66::1", 443).Talk(Home, 50002, "2001:db8:67::1", 443);
        Assert.Equal(["2001:db8:66::1", "example.org"], Peers(scene).SelectMany(p => p.Listed).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_flows_that_are_taken_count()
    {
        var scene = AtHome.Talk(Home, 50000, "2001:db8:10::1", 443).Talk(Home, 50001, "2001:db8:20::1", 443);
        var peers = new PeerTable(scene.Observer, index => index == 1).All;
        Assert.Equal("2001:db8:20::1", Assert.Single(Assert.Single(peers).Addresses).ToString());
    }

    [Fact]
    public void Causes_and_flows_of_a_peer_add_up()
    {
        var scene = AtHome.Talk(Home, 50000, "2001:db8:10::1", 443).Syn("2001:db8:10::1", 40000, Home, 22);
        var peer = Assert.Single(Peers(scene));
        Assert.Equal((peer.Flows, peer.Packets, peer.Bytes), (peer.Causes.Sum(c => c.Flows), peer.Causes.Sum(c => c.Packets), peer.Causes.Sum(c => c.Bytes)));
    }

    [Theory]
    [InlineData("www.example.org", true)]
    [InlineData("*.example.org", true)]
    [InlineData("www.example.org:8080", true)]
    [InlineData("gtk-gnutella/1.2", false)]
    [InlineData("localhost", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("192.0.2.1:80", false)]
    [InlineData("[2001:db8::1]:80", false)]
    public void A_word_in_a_certificate_or_Host_field_names_a_peer_only_when_it_is_a_domain_name(string name, bool may) =>
        Assert.Equal(may, PeerNames.MayName(System.Text.Encoding.ASCII.GetBytes(name), [NameSource.Certificate, NameSource.HttpHost]));

    [Fact]
    public void A_host_may_call_itself_by_one_word() => Assert.True(PeerNames.MayName("printer"u8, [NameSource.Nbns]));

    static List<PeerSeen> Peers(Scene scene) => [.. new PeerTable(scene.Observer).All];

    /// <summary>The resolver tells home the addresses of a name.</summary>
    static Scene Told(Scene scene, string name, params string[] addresses)
    {
        scene.Udp(Home, 40000, Resolver, 53, DnsBytes.Query(name, DnsTypes.Aaaa));
        foreach (var address in addresses) scene.Udp(Resolver, 53, Home, 40000, DnsBytes.Response(name, DnsTypes.Aaaa, DnsBytes.Address(name, address)));
        return scene;
    }

    static Ipv6Prefix Prefix(string text) => Ipv6Prefix.TryParse(text, out var prefix) ? prefix : throw new FormatException(text);
}

using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Analysis.Names;

public class NameTableTests
{
    static readonly Ipv6Address s_server = Ipv6Address.Parse("2001:db8:1::53");
    static readonly Ipv6Address s_client = Ipv6Address.Parse("2001:db8::10");
    readonly NameTable _names = new(new FlowTable());
    uint _frame;

    [Fact]
    public void Questions_are_counted_by_name_type_and_protocol_whatever_their_case()
    {
        Ask(DnsBytes.Query("www.Example.ORG", DnsTypes.Aaaa));
        Ask(DnsBytes.Query("WWW.example.org", DnsTypes.Aaaa));
        Ask(DnsBytes.Query("www.example.org", DnsTypes.A));
        _names.ObserveDns(LayerKind.Mdns, DnsBytes.Query("www.example.org", DnsTypes.A), Facts(1));
        Assert.Equal(
            [new("www.example.org", "AAAA", "dns", 2), new("www.example.org", "A", "dns", 1), new("www.example.org", "A", "mdns", 1)],
            _names.Questions);
    }

    [Fact]
    public void A_response_does_not_count_as_a_question()
    {
        Ask(DnsBytes.Response("www.example.org", DnsTypes.A, DnsBytes.Address("www.example.org", "192.0.2.1")));
        Assert.Empty(_names.Questions);
    }

    [Theory]
    [InlineData(10, "TYPE10")]
    [InlineData(65, "HTTPS")]
    [InlineData(33, "SRV")]
    public void Types_beyond_the_short_list_are_numbers(ushort type, string text)
    {
        Ask(DnsBytes.Query("a.example", type));
        Assert.Equal(text, Assert.Single(_names.Questions).Type);
    }

    [Fact]
    public void An_address_behind_aliases_is_called_by_the_name_that_was_asked()
    {
        var address = Ipv6Address.Parse("2001:db8::1");
        Ask(DnsBytes.Response(
            "www.example.org", DnsTypes.Aaaa,
            DnsBytes.Alias("b.cdn.example", "c.cdn.example"), DnsBytes.Alias("www.example.org", "b.cdn.example"), DnsBytes.Address("c.cdn.example", "2001:db8::1")));
        Assert.Equal([new("c.cdn.example", address, "dns", 1)], _names.Answers);
        Assert.True(_names.TryFind(address, At(2), out var id, out var from, out var frame));
        Assert.Equal(("www.example.org", NameSource.Dns, 1u), (_names.TextOf(id), from, frame));
        Assert.Contains(_names.All, seen => seen.Name == "www.example.org" && seen.Addresses.Contains(address));
    }

    [Fact]
    public void A_record_that_the_question_does_not_lead_to_keeps_its_own_name()
    {
        Ask(DnsBytes.Additional("example.org", 15, DnsBytes.Address("mail.example.net", "192.0.2.9")));
        Assert.True(_names.TryFind(Ipv6Address.Parse("192.0.2.9"), At(2), out var id, out _, out _));
        Assert.Equal("mail.example.net", _names.TextOf(id));
    }

    [Fact]
    public void An_answer_names_its_address_from_then_on_and_for_a_day()
    {
        var address = Ipv6Address.Parse("192.0.2.1");
        _names.ObserveDns(LayerKind.Dns, DnsBytes.Response("old.example", DnsTypes.A, DnsBytes.Address("old.example", "192.0.2.1")), Facts(100));
        _names.ObserveDns(LayerKind.Dns, DnsBytes.Response("new.example", DnsTypes.A, DnsBytes.Address("new.example", "192.0.2.1")), Facts(200));
        Assert.False(_names.TryFind(address, At(99), out _, out _, out _));
        Assert.True(_names.TryFind(address, At(150), out var before, out _, out _));
        Assert.True(_names.TryFind(address, At(250), out var now, out _, out _));
        Assert.Equal(("old.example", "new.example"), (_names.TextOf(before), _names.TextOf(now)));
        Assert.False(_names.TryFind(address, At(200 + 86_401), out _, out _, out _));
    }

    [Fact]
    public void A_reverse_answer_names_an_address_only_when_nothing_better_does()
    {
        Ask(DnsBytes.Response("1.2.0.192.in-addr.arpa", DnsTypes.Ptr, DnsBytes.Pointer("1.2.0.192.in-addr.arpa", "host-1.isp.example")));
        Assert.True(_names.TryFind(Ipv6Address.Parse("192.0.2.1"), At(5), out var reverse, out _, out _));
        Assert.Equal("host-1.isp.example", _names.TextOf(reverse));
        Ask(DnsBytes.Response("www.example.org", DnsTypes.A, DnsBytes.Address("www.example.org", "192.0.2.1")));
        Ask(DnsBytes.Response("1.2.0.192.in-addr.arpa", DnsTypes.Ptr, DnsBytes.Pointer("1.2.0.192.in-addr.arpa", "host-1.isp.example")));
        Assert.True(_names.TryFind(Ipv6Address.Parse("192.0.2.1"), At(5), out var asked, out _, out _));
        Assert.Equal("www.example.org", _names.TextOf(asked));
    }

    [Fact]
    public void An_answer_that_blocks_a_name_names_nobody()
    {
        Ask(DnsBytes.Response("ads.example", DnsTypes.A, DnsBytes.Address("ads.example", "0.0.0.0")));
        Assert.False(_names.TryFind(Ipv6Address.Parse("0.0.0.0"), At(5), out _, out _, out _));
        Assert.Single(_names.Answers);
    }

    [Fact]
    public void Names_of_greetings_are_told_once_with_the_address_they_were_meant_for()
    {
        var id = _names.Observe(NameSource.TlsSni, "Shop.example"u8, Facts(1));
        Assert.Equal(id, _names.Observe(NameSource.TlsSni, "shop.EXAMPLE"u8, Facts(2)));
        Assert.Equal(["shop.example"], _names.From(NameSource.TlsSni), StringComparer.Ordinal);
        Assert.Empty(_names.From(NameSource.QuicSni));
        var seen = Assert.Single(_names.All);
        Assert.Equal((2L, s_server), (seen.Times, Assert.Single(seen.Addresses)));
    }

    [Fact]
    public void Requests_are_told_once_each_exactly_as_sent()
    {
        _names.ObserveHttp("GET"u8, "Example.org"u8, "/A"u8, default, Facts(1));
        _names.ObserveHttp("GET"u8, "Example.org"u8, "/A"u8, default, Facts(2));
        _names.ObserveHttp("GET"u8, "Example.org"u8, "/a"u8, default, Facts(3));
        Assert.Equal([new("GET", "Example.org", "/A", 2, 1), new("GET", "Example.org", "/a", 1, 3)], _names.HttpRequests);
    }

    [Fact]
    public void Known_messages_cost_no_memory()
    {
        var message = DnsBytes.Response(
            "www.example.org", DnsTypes.Aaaa, DnsBytes.Alias("www.example.org", "c.example"), DnsBytes.Address("c.example", "2001:db8::1"));
        for (var i = 0; i < 100; i++) Ask(message);
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (var i = 0; i < 1000; i++) Ask(message);
        }));
    }

    [Theory]
    [InlineData("1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa", "2001:db8::1")]
    [InlineData("4.3.2.1.IN-ADDR.arpa", "1.2.3.4")]
    [InlineData("256.3.2.1.in-addr.arpa", null)]
    [InlineData("3.2.1.in-addr.arpa", null)]
    [InlineData(".3.2.1.in-addr.arpa", null)]
    [InlineData("g.0.ip6.arpa", null)]
    [InlineData("in-addr.arpa", null)]
    public void Reverse_names_spell_addresses(string name, string? address) =>
        Assert.Equal(address, ReverseName.TryRead(System.Text.Encoding.ASCII.GetBytes(name), out var read) ? read.ToString() : null);

    [Fact]
    public void A_full_store_keeps_what_it_has_and_counts_what_it_refuses()
    {
        var store = new ByteStore(2, 1 << 20);
        Assert.Equal((1, 2, 0), (store.Intern("a"u8), store.Intern("b"u8), store.Intern("c"u8)));
        Assert.Equal((1, 1L), (store.Intern("a"u8), store.Refused));
        Assert.Equal(0, store.Intern(new byte[ByteStore.MaxLength + 1]));
    }

    void Ask(byte[] message) => _names.ObserveDns(LayerKind.Dns, message, Facts(1));

    PacketFacts Facts(long seconds) => new(At(seconds), ++_frame, s_client, s_server, default, 0, 64, 0, false);

    static Timestamp At(long seconds) => Timestamp.FromSeconds(seconds);
}

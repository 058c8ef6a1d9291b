using Kansatsu.Analysis;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.Tests.Store;

public class FlowQueryTests
{
    static readonly List<FlowRecord> s_flows = [.. Enumerable.Range(0, 400).Select(Made)];

    public static TheoryData<string> Filters =>
    [
        "", "cause:scan", "-cause:scan", "cause:attack", "family:4", "-family:4", "protocol:udp", "protocol:dns", "protocol:sctp", "app:tls", "-app:tls", "direction:in",
        "confidence:certain", "port:443", "port:50003", "-port:443", "name:site-1", "SITE-12", "-name:site", "name:%", "name:_", "peer:192.0.2.0/24", "peer:2001:db8:1::/48", "2001:db8::5",
        "-peer:2001:db8::/32", "peer:::/0", "cause:own-software port:443 family:6 -name:site-2", "peer:2001:db8:1::/48 name:site-1 -app:dns",
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_takes_what_it_says_and_nothing_else(string text)
    {
        using var store = new TemporaryStore();
        store.With(s_flows);
        Assert.True(FlowQuery.TryParse(text, out var query, out _));
        var wanted = s_flows.Where(f => query.Terms.All(t => Takes(t, f) != t.IsNegated)).OrderByDescending(f => f.First).Select(f => f.Id).ToList();
        Assert.Equal(wanted, store.Flows(text).Select(f => f.Id));
        Assert.Equal(wanted.AsEnumerable().Reverse(), store.Ask.EachFlow(StoreRange.All, query).Select(f => f.Flow.Id));
    }

    [Theory]
    [InlineData("cause:nothing", "cause:nothing: it is one of")]
    [InlineData("port:99999", "port:99999: use 0 to 65535")]
    [InlineData("peer:x", "peer:x: use an address")]
    [InlineData("family:5", "family:5: it is 4 or 6")]
    [InlineData("name:", "name: needs a value")]
    [InlineData("direction:\u001b[1m", "direction:\\x1B[1m: it is out")]
    public void A_term_that_cannot_be_read_is_answered_with_what_can(string text, string says)
    {
        Assert.False(FlowQuery.TryParse(text, out _, out var problem));
        Assert.StartsWith(says, problem, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Only_flows_that_begin_in_the_range_are_given()
    {
        using var store = new TemporaryStore();
        store.With(s_flows);
        var range = new StoreRange(TemporaryStore.At(1000), TemporaryStore.At(2000));
        var flows = store.Ask.Flows(range, FlowQuery.Everything, 1000).Flows;
        Assert.Equal(s_flows.Count(f => f.First >= range.From && f.First < range.To), flows.Count);
    }

    [Fact]
    public void What_has_no_index_is_looked_for_piece_by_piece_to_the_end()
    {
        using var store = new TemporaryStore();
        store.With(s_flows);
        Assert.True(FlowQuery.TryParse("port:65000", out var query, out _));
        Assert.Null(store.Ask.Flows(StoreRange.All, query, 10).Next);
    }

    static bool Takes(FlowTerm term, FlowRecord f) => term.Field switch
    {
        FlowField.Cause => (long)f.Cause.Kind == term.Number,
        FlowField.Family => f.Family == term.Number,
        FlowField.Direction => (long)f.Way == term.Number,
        FlowField.Confidence => (long)f.Cause.Confidence == term.Number,
        FlowField.Application => f.Application == term.Text,
        FlowField.Protocol => f.Protocol == term.Number || f.Application == term.Text,
        FlowField.Port => f.HasPorts && (f.InitiatorPort == term.Number || f.ResponderPort == term.Number),
        FlowField.Peer => term.Prefix.Contains(f.Initiator) || term.Prefix.Contains(f.Responder),
        _ => f.Name.Contains(term.Text, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>All sorts, over some hours.</summary>
    static FlowRecord Made(int i) => TemporaryStore.Flow(i * 37.5, i % 3 == 0 ? $"192.0.{i % 5}.{i % 50}" : $"2001:db8:{i % 4}::{i % 60:x}", (CauseKind)(i % 7)) with
    {
        InitiatorPort = (ushort)(50000 + (i % 10)),
        ResponderPort = (ushort)(i % 4 == 0 ? 53 : 443),
        Protocol = i % 4 == 0 ? IpProtocols.Udp : i % 11 == 0 ? IpProtocols.Icmpv6 : IpProtocols.Tcp,
        Application = i % 4 == 0 ? "dns" : i % 5 == 0 ? "tls" : "",
        Way = (FlowWay)(i % 6),
        Name = i % 2 == 0 ? $"www.Site-{i % 30}.example" : "",
        Cause = new Cause((CauseKind)(i % 7), $"{i % 9}", (Confidence)(i % 3), []),
    };
}

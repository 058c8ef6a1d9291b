using Kansatsu.Analysis;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>What the views say of a flow beyond its own fields.</summary>
static class FlowFacts
{
    /// <summary>Indexes of all flows in the order of their first packets.</summary>
    public static IEnumerable<int> InOrder(FlowTable flows)
    {
        if (flows.Evicted == 0) return Enumerable.Range(0, flows.Count);
        var order = new int[flows.Count];
        var numbers = new uint[flows.Count];
        for (var i = 0; i < order.Length; i++) (order[i], numbers[i]) = (i, flows[i].Number);
        Array.Sort(numbers, order);
        return order;
    }

    /// <summary>An end as text: 192.0.2.1:80, [2001:db8::1]:443, or the address alone when there are no ports.</summary>
    public static string End(Ipv6Address address, ushort port, bool hasPorts)
    {
        if (!hasPorts) return address.ToString();
        return address.IsIpv4 ? $"{address}:{port}" : $"[{address}]:{port}";
    }

    /// <summary>The protocol, and what it carries where that was recognised: tcp/tls.</summary>
    public static string Protocol(in Flow flow) => ProtocolNames.Of(flow.Protocol, flow.Application);

    public static string Name(in Flow flow, Observer observer) => flow.NameId == 0 ? "" : NameText.Escape(observer.Names.TextOf(flow.NameId));

    /// <summary>A sentence from Analysis may quote the wire: it is escaped like the wire itself.</summary>
    public static string Detail(string detail, Request request) => WireText.Escape(request.DetailWords.Of(detail));
}

using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu groups`: multicast groups, who joined and who sends.</summary>
static class GroupsView
{
    const int HostsShown = 3;

    public static int Run(Request request, Terminal terminal)
    {
        if (request.AsksStore) return StoredView.Documents(request, terminal, DocumentKinds.Group);
        using var observation = Observation.Of(request, terminal);
        var groups = observation.Observer.Groups.All.Take((int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue));
        if (request.Json)
        {
            using var lines = new JsonLines(terminal.Output);
            foreach (var group in groups)
            {
                WriteJson(lines.Begin(), group, observation);
                lines.End();
            }

            lines.Flush();
            return observation.Report();
        }

        using var page = new Page(terminal.Output, request.Color);
        var table = new Table(page,
            new(request.Say("group", "グループ")), new(request.Say("what", "種類"), Most: 40), new(request.Say("reports", "報告"), IsRight: true),
            new(request.Say("leaves", "離脱"), IsRight: true), new(request.Say("queries", "照会"), IsRight: true),
            new(request.Say("packets", "パケット"), IsRight: true), new(request.Say("bytes", "バイト"), IsRight: true),
            new(request.Say("joined by", "参加者")), new(request.Say("sent by", "送信者")));
        foreach (var group in groups)
        {
            table.Row(
                group.Group.ToString(), What(group.Group, request), Quantity.Count(group.Reports), Quantity.Count(group.Leaves),
                Quantity.Count(group.Queries), Quantity.Count(group.Packets), Quantity.Bytes(group.Bytes), Lists.Join(group.Reporters, HostsShown),
                Lists.Join(group.Sources, HostsShown));
        }

        table.End();
        if (table.Rows == 0 && !request.Quiet) page.Line(request.Say("no multicast group was seen", "マルチキャストグループは見られなかった"));
        return observation.Report();
    }

    public static void WriteJson(Utf8JsonWriter json, GroupSeen group, Observation observation)
    {
        json.Address("group", group.Group);
        json.Wire("zone", observation.InterfaceName(group.Interface) ?? $"interface-{group.Interface}");
        json.WriteString("kind", group.Kind);
        if (group.RegisteredName is { } registered) json.WriteString("name", registered);
        ChannelJson.WriteGroup(json, group.Group);
        json.WriteNumber("reports", group.Reports);
        json.WriteNumber("leaves", group.Leaves);
        json.WriteNumber("queries", group.Queries);
        json.WriteNumber("packets", group.Packets);
        json.WriteNumber("bytes", group.Bytes);
        json.Addresses("reporters", group.Reporters);
        json.Addresses("sources", group.Sources);
        json.Time("first", group.First);
        json.Time("last", group.Last);
        json.WriteNumber("frame", group.Frame);
    }

    /// <summary>Its registered name or how it is made, and its reach.</summary>
    public static string What(Ipv6Address group, Request request)
    {
        var kind = GroupRegistry.NameOf(group) ?? GroupKinds.Of(group) switch
        {
            "source-specific" => request.Say("source-specific (SSM)", "送信元指定(SSM)"),
            "embedded-rp" => request.Say($"rendezvous point {GroupKinds.RendezvousPointOf(group)} in it", $"ランデブーポイント {GroupKinds.RendezvousPointOf(group)} を含む"),
            "unicast-prefix" when GroupKinds.PrefixOf(group) is { } prefix => request.Say($"made from {prefix}", $"{prefix} から作られた"),
            var other => other,
        };
        return $"{kind}, {ChannelWords.ScopeOf(group)}";
    }
}

using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu neighbors`: who is on the link, and what its routers advertise.</summary>
static class NeighborsView
{
    const int Shown = 4;

    public static int Run(Request request, Terminal terminal)
    {
        if (request.AsksStore) return StoredView.Documents(request, terminal, DocumentKinds.Neighbor);
        using var observation = Observation.Of(request, terminal);
        var neighbors = observation.Observer.Neighbors.All.Take((int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue));
        if (request.Json)
        {
            using var lines = new JsonLines(terminal.Output);
            foreach (var neighbor in neighbors)
            {
                WriteJson(lines.Begin(), neighbor, observation);
                lines.End();
            }

            lines.Flush();
            return observation.Report();
        }

        using var page = new Page(terminal.Output, request.Color);
        var table = new Table(page,
            new("MAC"), new(request.Say("role", "役割")), new(request.Say("addresses", "アドレス")), new(request.Say("advertises", "広告")),
            new(request.Say("names", "名前"), Most: 60), new(request.Say("first", "最初")), new(request.Say("frame", "フレーム"), IsRight: true));
        foreach (var neighbor in neighbors)
        {
            table.Row(
                neighbor.Mac.ToString(), neighbor.IsRouter ? request.Say("router", "ルーター") : request.Say("host", "ホスト"),
                Lists.Join(neighbor.Addresses, Shown), Advertised(neighbor, request), string.Join(' ', neighbor.Names.Take(Shown).Select(NameText.Escape)),
                request.Clock.DateAndTime(neighbor.First), $"{neighbor.Frame}");
        }

        table.End();
        if (table.Rows == 0 && !request.Quiet) page.Line(request.Say("no neighbor showed itself", "近隣は見られなかった"));
        return observation.Report();
    }

    public static string Advertised(NeighborSeen neighbor, Request request)
    {
        var parts = new List<string>();
        if (neighbor.Prefixes.Count > 0) parts.Add(Lists.Join(neighbor.Prefixes, Shown));
        if (neighbor.LifetimeSeconds is { } lifetime)
            parts.Add(lifetime == 0 ? request.Say("no default route", "既定経路なし") : request.Say($"for {lifetime} s", $"{lifetime} 秒"));
        if (neighbor.DnsServers.Count > 0) parts.Add("DNS " + Lists.Join(neighbor.DnsServers, Shown));
        return string.Join(", ", parts);
    }

    public static void WriteJson(System.Text.Json.Utf8JsonWriter json, NeighborSeen neighbor, Observation observation)
    {
        json.WriteString("mac", neighbor.Mac.ToString());
        json.Wire("zone", observation.InterfaceName(neighbor.Interface) ?? $"interface-{neighbor.Interface}");
        json.Addresses("addresses", neighbor.Addresses);
        json.WriteBoolean("router", neighbor.IsRouter);
        if (neighbor.LifetimeSeconds is { } lifetime) json.WriteNumber("lifetime_s", lifetime);
        json.WriteStartArray("prefixes");
        foreach (var prefix in neighbor.Prefixes) json.WriteStringValue(prefix.ToString());
        json.WriteEndArray();
        json.Addresses("dns_servers", neighbor.DnsServers);
        json.Names("names", neighbor.Names);
        json.Time("first", neighbor.First);
        json.Time("last", neighbor.Last);
        json.WriteNumber("frame", neighbor.Frame);
    }
}

using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu names`: every name met, and where it came from.</summary>
static class NamesView
{
    const int AddressesShown = 4;

    public static int Run(Request request, Terminal terminal)
    {
        if (request.AsksStore) return StoredView.Documents(request, terminal, DocumentKinds.Name);
        using var observation = Observation.Of(request, terminal);
        var names = observation.Observer.Names.All.Take((int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue));
        if (request.Json)
        {
            using var lines = new JsonLines(terminal.Output);
            foreach (var name in names)
            {
                WriteJson(lines.Begin(), name);
                lines.End();
            }

            lines.Flush();
            return observation.Report();
        }

        using var page = new Page(terminal.Output, request.Color);
        var table = new Table(page,
            new(request.Say("name", "名前"), Most: 100), new(request.Say("from", "出どころ")), new(request.Say("times", "回数"), IsRight: true),
            new(request.Say("first", "最初")), new(request.Say("frame", "フレーム"), IsRight: true), new(request.Say("addresses", "アドレス")));
        foreach (var name in names)
        {
            table.Row(
                NameText.Escape(name.Name), string.Join(' ', name.Sources.Select(ProtocolNames.Of)), Quantity.Count(name.Times),
                request.Clock.DateAndTime(name.First), $"{name.Frame}", Lists.Join(name.Addresses, AddressesShown));
        }

        table.End();
        if (table.Rows == 0 && !request.Quiet) page.Line(request.Say("no name was seen", "名前は見られなかった"));
        return observation.Report();
    }

    public static void WriteJson(Utf8JsonWriter json, NameSeen name)
    {
        json.Name("name", name.Name);
        json.WriteStartArray("from");
        foreach (var source in name.Sources) json.WriteStringValue(ProtocolNames.Of(source));
        json.WriteEndArray();
        json.Addresses("addresses", name.Addresses);
        json.WriteNumber("times", name.Times);
        json.Time("first", name.First);
        json.Time("last", name.Last);
        json.WriteNumber("frame", name.Frame);
    }
}

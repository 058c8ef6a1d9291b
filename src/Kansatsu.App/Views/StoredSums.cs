using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`causes` and `peers` of a store, from its sums.</summary>
static class StoredSums
{
    const int DetailsShown = 3;

    /// <summary>Far sides that are listed unless --limit says otherwise.</summary>
    const int PeersListed = 1000;

    public static int Causes(Request request, Terminal terminal)
    {
        using var store = SqliteStore.OpenToRead(request.Store!);
        var range = StoredView.RangeOf(request, store);
        List<CauseShare> shares = [.. store.Queries.Causes(range).Causes.OrderByDescending(static s => s.Packets).ThenBy(static s => s.Kind)];
        var all = new CauseShare(default, shares.Sum(static s => s.Flows), shares.Sum(static s => s.Packets), shares.Sum(static s => s.Bytes));
        var shown = shares.Take((int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue));
        if (request.Json)
        {
            using var lines = new JsonLines(terminal.Output);
            foreach (var share in shown)
            {
                CausesView.WriteJson(lines.Begin(), share, all, Details(store, range, share.Kind));
                lines.End();
            }

            lines.Flush();
            return ExitCode.Done;
        }

        using var page = new Page(terminal.Output, request.Color);
        if (shares.Count > 0) page.Heading(CausesView.Header(request.Say("cause", "原因"), request));
        foreach (var share in shown)
        {
            CausesView.WriteShare(page, share, all.Packets);
            page.Text("    ").Text(CauseWords.Of(share.Kind).In(request.Language), Style.Dim).Line();
            foreach (var detail in Details(store, range, share.Kind)) page.Text("      ").Line(DisplayWidth.Cut(FlowFacts.Detail(detail, request), 92));
        }

        if (shares.Count == 0 && !request.Quiet) page.Line(request.Say("no flow was seen", "フローは見られなかった"));
        return ExitCode.Done;
    }

    public static int Peers(Request request, Terminal terminal)
    {
        if (request.Filter is { Peer: not null } or { Port: not null } or { Protocol: not null })
        {
            terminal.Error.WriteLine("kansatsu: the sums of a store do not know --peer, --port and --protocol for peers; ask for the flows: kansatsu flows --store");
            return ExitCode.Usage;
        }

        using var store = SqliteStore.OpenToRead(request.Store!);
        var answer = store.Queries.Peers(new PeersQuery(StoredView.RangeOf(request, store))
        {
            Family = request.Filter.Family,
            Cause = request.Filter.Cause,
            Name = request.Filter.Name,
            WithoutOwn = request.WithoutOwn,
            Limit = (int)Math.Min(request.Limit ?? PeersListed, int.MaxValue),
        });
        if (request.Json) WriteJson(answer, terminal);
        else WriteTable(answer, request, terminal);
        return ExitCode.Done;
    }

    /// <summary>Sentences of the newest flows of a kind.</summary>
    static IEnumerable<string> Details(SqliteStore store, StoreRange range, CauseKind kind) =>
        store.Queries.Flows(range, new FlowQuery([new FlowTerm(FlowField.Cause, false, (long)kind)]), 100).Flows.Select(static f => f.Flow.Cause.Detail)
            .Where(static d => d.Length > 0).Distinct(StringComparer.Ordinal).Take(DetailsShown);

    static void WriteJson(PeersAnswer answer, Terminal terminal)
    {
        using var lines = new JsonLines(terminal.Output);
        foreach (var peer in answer.Peers)
        {
            Write(lines.Begin(), peer);
            lines.End();
        }

        lines.Flush();
    }

    /// <summary>As <see cref="PeerJson"/>, without what only the flows tell.</summary>
    static void Write(Utf8JsonWriter json, StoredPeer peer)
    {
        json.Name("peer", peer.Name ?? peer.Net.ToString());
        json.WriteStartArray("names");
        if (peer.Name is { } name)
        {
            json.WriteStartObject();
            json.Name("name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("network", peer.Net.ToString());
        WriteSums(json, peer);
    }

    /// <summary>What the sums know of a far side, here and in the API.</summary>
    public static void WriteSums(Utf8JsonWriter json, StoredPeer peer)
    {
        json.WriteStartArray("families");
        if (peer.HasIpv4) json.WriteNumberValue(4);
        if (peer.HasIpv6) json.WriteNumberValue(6);
        json.WriteEndArray();
        json.Time("first", peer.First);
        json.Time("last", peer.Last);
        json.WriteNumber("flows", peer.Flows);
        json.Pair("packets", peer.PacketsTo, peer.PacketsFrom);
        json.Pair("bytes", peer.BytesTo, peer.BytesFrom);
        json.WriteStartArray("causes");
        foreach (var share in peer.Causes)
        {
            json.WriteStartObject();
            json.WriteString("kind", CauseNames.Of(share.Kind));
            json.WriteNumber("flows", share.Flows);
            json.WriteNumber("packets", share.Packets);
            json.WriteNumber("bytes", share.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteTable(PeersAnswer answer, Request request, Terminal terminal)
    {
        using var page = new Page(terminal.Output, request.Color);
        var table = new Table(page,
            new(request.Say("peer", "相手"), Most: 48), new(request.Say("bytes", "バイト"), IsRight: true), new(request.Say("family", "ファミリー")), new(request.Say("flows", "フロー"), IsRight: true),
            new(request.Say("why", "理由")), new(request.Say("first", "最初")), new(request.Say("last", "最後")));
        foreach (var peer in answer.Peers)
        {
            table.Row(
                peer.Name is { } name ? NameText.Escape(name) : peer.Net.ToString(), Quantity.Bytes(peer.BytesTo + peer.BytesFrom), (peer.HasIpv4, peer.HasIpv6) switch { (true, true) => "4 6", (true, _) => "4", _ => "6" },
                Quantity.Count(peer.Flows), string.Join(' ', peer.Causes.Select(static c => CauseNames.Of(c.Kind))), request.Clock.DateAndTime(peer.First), request.Clock.DateAndTime(peer.Last));
        }

        table.End();
        if (table.Rows == 0 && !request.Quiet) page.Line(request.Say("no peer was seen", "相手は見られなかった"));
        if (!answer.IsExact && !request.Quiet) page.Line(request.Say("only the largest of each hour or day were added up", "時間または日ごとに大きいものだけを合計した"));
    }
}

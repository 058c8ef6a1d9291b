using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Store;

namespace Kansatsu.App.Reporting.Sections;

/// <summary>Who was spoken with, without the operator's own actions.</summary>
static class PeersSection
{
    const int CausesShown = 2;
    const int Whole = 128;

    public static void Write(Sheet sheet)
    {
        var peers = sheet.Facts.Peers;
        if (peers.Peers.Count == 0) return;
        sheet.Begin("peers", sheet.Say("Who it was with", "通信の相手"), sheet.Request.Actions is null
            ? sheet.Say("Most bytes first. Groups are no peers.", "バイトの多い順。グループは相手に数えない。")
            : sheet.Say("Most bytes first, without the actions that you declared. Groups are no peers.", "宣言された自分の操作を除き、バイトの多い順。グループは相手に数えない。"));
        sheet.BeginTable(sheet.Say("peer", "相手"), "IPv", sheet.Say("why", "なぜ"), sheet.Say("#flows", "#フロー"), sheet.Say("#to it", "#送信"), sheet.Say("#from it", "#受信"));
        foreach (var peer in peers.Peers) WritePeer(sheet, peer);
        sheet.EndTable();
        if (peers.Total > peers.Peers.Count)
            sheet.Html.Element("p", sheet.Say($"and {Quantity.Count(peers.Total - peers.Peers.Count)} more: kansatsu peers", $"ほか {Quantity.Count(peers.Total - peers.Peers.Count)} 件: kansatsu peers"), ("class", "note"));
        sheet.End();
    }

    static void WritePeer(Sheet sheet, StoredPeer peer)
    {
        var html = sheet.Html;
        // A network of one address is that address.
        var net = peer.Net.Length == Whole ? peer.Net.Address.ToString() : peer.Net.ToString();
        html.Open("tr").Open("td").Text(peer.Name is { Length: > 0 } name ? NameText.Escape(name) : net);
        if (peer.Name is { Length: > 0 }) html.Element("small", net, ("class", "mono"));
        html.Close();
        sheet.Cell((peer.HasIpv6, peer.HasIpv4) switch { (true, true) => "6, 4", (true, _) => "6", _ => "4" });
        html.Open("td");
        foreach (var cause in peer.Causes.Take(CausesShown)) sheet.Chip(CauseNames.Of(cause.Kind));
        html.Close();
        sheet.NumberCell(Quantity.Count(peer.Flows));
        sheet.NumberCell(Quantity.Bytes(peer.BytesTo));
        sheet.NumberCell(Quantity.Bytes(peer.BytesFrom));
        html.Close();
    }
}

using System.Globalization;
using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;

namespace Kansatsu.App.Views;

/// <summary>The table of `peers`.</summary>
sealed class PeerRows(Observer observer, ReverseNames reverse, Request request, Terminal terminal)
{
    /// <summary>A screen narrower than this gets shorter names and causes.</summary>
    const int WideScreen = 110;
    const int AddressesShown = 4;

    public void Write(IEnumerable<PeerSeen> peers, int count)
    {
        using var page = new Page(terminal.Output, request.Color);
        if (observer.Home.Home.Count == 0 && count > 0 && !request.Quiet)
            page.Text(Say("home is not known, so both ends are listed; name it with --home PREFIX", "こちら(home)が不明のため両端を示す。--home PREFIX で指定できる"), Style.Notice).Line();
        var table = new FittingTable(page, terminal.OutputIsScreen ? terminal.Width : null, Columns(terminal.OutputIsScreen && terminal.Width < WideScreen));
        foreach (var peer in peers) table.Row(Cells(peer));
        table.End();
        if (request.Quiet) return;
        if (table.Rows == 0) page.Line(Say("no peer was seen", "相手は見られなかった"));
        if (table.LeftOut > 0)
            page.Text(Say($"{table.LeftOut} more columns on a wider screen, in a pipe, or with --json", $"広い画面、パイプ、--json ではさらに {table.LeftOut} 列"), Style.Dim).Line();
        if (observer.Flows.Evicted > 0)
            page.Line(Say($"{Quantity.Count(observer.Flows.Evicted)} old flows made room for new ones and are not counted here", $"古いフロー {Quantity.Count(observer.Flows.Evicted)} 件は表から外れ、ここには数えない"));
    }

    string Say(string english, string japanese) => request.Say(english, japanese);

    FittingColumn[] Columns(bool isNarrow) =>
    [
        new(0, new(Say("peer", "相手"), Most: isNarrow ? 30 : 48)),
        new(0, new(Say("bytes", "バイト"), IsRight: true)),
        new(1, new("IPv6", IsRight: true)),
        new(6, new(Say("flows", "フロー"), IsRight: true)),
        new(8, new(Say("began", "開始"))),
        new(4, new(Say("v6 ms", "v6 ms"), IsRight: true)),
        new(4, new(Say("v4 ms", "v4 ms"), IsRight: true)),
        new(3, new(Say("silent", "応答なし"), Style: Style.Notice)),
        new(1, new(Say("listed", "リスト"), Style: Style.Bad)),
        new(2, new(Say("why", "理由"), Most: isNarrow ? 24 : null)),
        new(2, new(Say("not own", "自分以外"), IsRight: true)),
        new(2, new(Say("owner", "所有者"), Most: 40)),
        new(9, new(Say("named by", "名前の出所"))),
        new(10, new(Say("first", "最初"))),
        new(11, new(Say("last", "最後"))),
        new(7, new(Say("addresses", "アドレス"))),
    ];

    string[] Cells(PeerSeen peer)
    {
        var (names, clock, without) = (reverse.Of(peer), request.Clock, PeerFacts.WithoutOwn(peer));
        return
        [
            Label(peer, names), Quantity.Bytes(peer.Bytes), peer.Ipv6.Bytes == 0 ? "–" : Quantity.Share(Quantity.Ratio(peer.Ipv6.Bytes, peer.Bytes)),
            Quantity.Count(peer.Flows), Began(peer), Milliseconds(peer.Ipv6.HandshakeMicros), Milliseconds(peer.Ipv4.HandshakeMicros), Silent(peer),
            string.Join(' ', peer.Listed.Select(NameText.Escape)), string.Join(' ', peer.Causes.Select(c => CauseNames.Of(c.Kind))),
            without.Flows == peer.Flows ? "" : Quantity.Bytes(without.Bytes), string.Join(", ", PeerFacts.Owners(peer, request.Owners)),
            peer.Names.Count > 0 ? string.Join(' ', peer.Names[0].Sources.Select(ProtocolNames.Of)) : names.Count > 0 ? "reverse" : "",
            clock.DateAndTime(peer.First), clock.Date(peer.First) == clock.Date(peer.Last) ? clock.DateAndTime(peer.Last)[11..] : clock.DateAndTime(peer.Last),
            Lists.Join(peer.Addresses, terminal.OutputIsScreen ? AddressesShown : int.MaxValue),
        ];
    }

    static string Label(PeerSeen peer, IReadOnlyList<string> reverse)
    {
        var label = PeerFacts.Label(peer, reverse);
        return peer.Names.Count > 1 ? $"{label} +{peer.Names.Count - 1}" : label;
    }

    string Began(PeerSeen peer) => (peer.BegunByHome, peer.BegunByPeer) switch
    {
        _ when observer.Home.Home.Count == 0 => "",
        ( > 0, 0) => Say("home", "こちら"),
        (0, > 0) => Say("peer", "相手"),
        _ => Say("both", "双方"),
    };

    /// <summary>Flows that the peer never answered, of all, by family.</summary>
    static string Silent(PeerSeen peer)
    {
        var v6 = peer.Ipv6.Silent > 0 ? $"v6 {peer.Ipv6.Silent}/{peer.Ipv6.Flows}" : "";
        var v4 = peer.Ipv4.Silent > 0 ? $"v4 {peer.Ipv4.Silent}/{peer.Ipv4.Flows}" : "";
        return v6.Length > 0 && v4.Length > 0 ? $"{v6} {v4}" : v6 + v4;
    }

    static string Milliseconds(uint? micros) => micros is { } known
        ? (known / 1000.0).ToString(known < 1000 ? "0.00" : known < 10_000 ? "0.0" : "0", CultureInfo.InvariantCulture)
        : "";
}

using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>The lower half of the screen: who was met, what is odd, what was not seen, and where to go from here.</summary>
sealed partial class ReadScreen
{
    const int PeersShown = 6;
    const int PeerWidth = 44;
    const int GroupsShown = 4;
    const int NeighborsShown = 4;
    const int AnomaliesShown = 6;
    const int ManyPackets = 1000;

    void WritePeers()
    {
        var top = _peers.Top(PeersShown);
        if (top.Length == 0) return;
        Label((request.Actions is null ? Say("Peers, busiest first", "主な相手") : Say("Peers without your own actions, busiest first", "自分の操作を除いた主な相手")) + (_peers.IsApproximate ? Say(" (very many; small ones are not told apart)", "(多数のため小さいものは概数)") : ""));
        foreach (var sum in top)
        {
            var name = sum.NameId == 0 ? sum.Address.ToString() : NameText.Escape(_observer.Names.TextOf(sum.NameId));
            var families = sum.BytesIpv6 == 0 ? "IPv4" : sum.BytesIpv6 == sum.Bytes ? "IPv6" : "IPv6 " + Quantity.Share(Quantity.Ratio(sum.BytesIpv6, sum.Bytes));
            page.Text("  ").Pad(DisplayWidth.Cut(name, PeerWidth), PeerWidth).Text(DisplayWidth.PadLeft(Quantity.Bytes(sum.Bytes), 9));
            page.Text(DisplayWidth.PadLeft(Phrases.Packets(sum.Packets, request.Language), 18)).Text("  ");
            var silent = sum.Flows - sum.Answered;
            page.Text(silent > 0 ? DisplayWidth.PadRight(families, 13) : families);
            if (silent > 0) page.Text(Say($"{silent} of {sum.Flows} silent", $"{sum.Flows} 中 {silent} 応答なし"), Style.Notice);
            page.Line();
        }
    }

    void WriteGroups()
    {
        var all = _observer.Groups.All.ToList();
        if (all.Count == 0) return;
        var groups = all.FindAll(g => !g.Group.IsSolicitedNode);
        groups.Sort(static (a, b) => a.Packets != b.Packets ? b.Packets.CompareTo(a.Packets) : a.Reports != b.Reports ? b.Reports.CompareTo(a.Reports) : a.Group.CompareTo(b.Group));
        var hidden = all.Count - groups.Count;
        Label(Say("Multicast groups", "マルチキャストグループ") + (hidden == 0 ? "" : Say($" (solicited-node: {hidden}, not shown)", $"(要請ノード {hidden} 件は省略)")));
        foreach (var group in groups.Take(GroupsShown))
        {
            page.Text("  ").Pad(group.Group.ToString(), 26).Pad(DisplayWidth.Cut(group.RegisteredName ?? group.Kind, 30), 30);
            page.Text(DisplayWidth.PadLeft(Phrases.Packets(group.Packets, request.Language), 14)).Text("  ").Line(Membership(group));
        }

        More(groups.Count - GroupsShown);
    }

    string Membership(GroupSeen group)
    {
        if (group.Reports > 0) return Phrases.Reports(group.Reports, request.Language);
        // ff02::1 is never reported (RFC 3810 §6), nor is its IPv4 counterpart (RFC 2236 §6).
        return group.Group == Ipv6Address.AllNodes || group.Group == Ipv6Address.FromIpv4(0xe000_0001) || !group.Group.IsMulticast
            ? Say("everybody is a member", "全員が参加者")
            : Say("nobody was seen to join", "参加は見られない");
    }

    void WriteNeighbors()
    {
        var all = _observer.Neighbors.All.ToList();
        all.Sort(static (a, b) => a.IsRouter != b.IsRouter ? b.IsRouter.CompareTo(a.IsRouter) : a.Frame.CompareTo(b.Frame));
        if (all.Count == 0) return;
        var routers = all.Count(n => n.IsRouter);
        Label(Say($"Neighbors (routers {routers}, hosts {all.Count - routers})", $"近隣(ルーター {routers}、ホスト {all.Count - routers})"));
        foreach (var neighbor in all.Take(NeighborsShown))
        {
            string[] parts =
            [
                Lists.Join(neighbor.Addresses, 2),
                neighbor.IsRouter ? Say("router: ", "ルーター: ") + NeighborsView.Advertised(neighbor, request) : "",
                string.Join(' ', neighbor.Names.Take(2).Select(NameText.Escape)),
            ];
            page.Text("  ").Text(neighbor.Mac.ToString()).Text("  ").Line(DisplayWidth.Cut(string.Join("  ", parts.Where(t => t.Length > 0)), TextWidth - 21));
        }

        More(all.Count - NeighborsShown);
    }

    void WriteOdd()
    {
        var seen = _observer.Anomalies.All.ToList();
        seen.Sort(static (a, b) => a.Frames != b.Frames ? b.Frames.CompareTo(a.Frames) : ((int)a.Anomaly).CompareTo((int)b.Anomaly));
        if (seen.Count == 0) return;
        Label(Say("What is odd", "おかしな点"));
        foreach (var anomaly in seen.Take(AnomaliesShown))
        {
            page.Text(DisplayWidth.PadLeft(Quantity.Count(anomaly.Frames), 9), Style.Notice).Text("  ");
            var example = anomaly.Examples.Count == 0 ? "" : Say($" (frame {anomaly.Examples[0].Frame})", $"(フレーム {anomaly.Examples[0].Frame})");
            page.Text(DisplayWidth.Cut(AnomalyWords.Of(anomaly.Anomaly).In(request.Language), TextWidth - 12 - DisplayWidth.Of(example))).Text(example, Style.Dim).Line();
        }

        More(seen.Count - AnomaliesShown);
        if (_observer.Counters.Offloaded is > 0 and var offloaded)
            page.Text(Say($"  {Quantity.Count(offloaded)} of the wrong checksums are no damage: the sending host left them to its network card", $"  誤ったチェックサムのうち {Quantity.Count(offloaded)} は破損ではない: 送信ホストがネットワークカードに任せたもの"), Style.Dim).Line();
    }

    /// <summary>What this program could not see: partial sight is told, not hidden.</summary>
    void WriteSight()
    {
        var c = _observer.Counters;
        var parts = new List<string>();
        Part(c.Of(StopReason.CutByCapture), "frames were cut short by the capture", "キャプチャで切られたフレーム");
        Part(c.Of(StopReason.Truncated), "frames are shorter than they claim", "記載より短いフレーム");
        Part(c.Of(StopReason.Malformed), "frames are malformed", "形式に反するフレーム");
        Part(c.Of(StopReason.Unsupported), "frames hold something not read here", "中身が未対応のフレーム");
        Part(c.Of(StopReason.LimitReached), "frames go beyond a limit of this program", "この道具の限度を超えたフレーム");
        Part(_observer.Flows.Evicted, "old flows made room for new ones: the table was full", "表が一杯になり外された古いフロー");
        foreach (var (kind, count) in Refusal.Of(_observer)) Part(count, RefusalWords.Of(kind).English, RefusalWords.Of(kind).Japanese);
        if (parts.Count == 0) return;
        Label(Say("Not seen in full", "全部は見えなかったもの"));
        foreach (var part in parts) page.Text("  ").Line(part);

        void Part(long count, string english, string japanese)
        {
            if (count > 0) parts.Add($"{DisplayWidth.PadLeft(Quantity.Count(count), 7)}  {Say(english, japanese)}");
        }
    }

    void WriteNext()
    {
        if (request.Quiet) return;
        var hints = new List<Hint>();
        if (Worth() is { Kind: var cause }) Add(CauseNames.Of(cause) + Say(", flow by flow", " のフロー"), "flows", $" --cause {CauseNames.Of(cause)}");
        if (_observer.Findings.All.Count > 0) Add(Say("findings with evidence", "発見の根拠"), "findings", "");
        if (_observer.Anomalies.All.Any()) Add(Say("which frames are odd", "おかしなフレーム"), "anomalies", "");
        if (_observer.Telegrams.Count > 0) Add(Say("the telegrams, field by field", "電文の中身"), "telegrams", "");
        Add(Say("every packet", "全てのパケット"), "packets", _observer.Counters.Frames > ManyPackets ? " | less" : "");
        Label(Say("Next", "次に見るなら"));
        var width = 0;
        foreach (var hint in hints) width = Math.Max(width, DisplayWidth.Of(hint.What));
        foreach (var hint in hints) page.Text("  ").Pad(hint.What, width, Style.Dim).Text("  ").Line(hint.Command);

        void Add(string what, string verb, string more) => hints.Add(new(what, $"{request.CalledAs} {verb} {ShellWord.Quote(request.Files[0])}{request.Again}{more}"));
    }

    sealed record Hint(string What, string Command);

    /// <summary>The cause most worth a look: the largest that is not everyday.</summary>
    CauseShare? Worth() => _causes.Shares.FirstOrDefault(s => s.Kind == CauseKind.Attack)
        ?? _causes.Shares.FirstOrDefault(s => CauseWords.StyleOf(s.Kind) != Style.Good);
}

using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>The screen of `read`, from the files down to what to look at next.</summary>
sealed class ReadScreen(Observation observation, Request request, Page page)
{
    const int LabelWidth = 14;
    const int TextWidth = 98;
    const int PeersShown = 6;
    const int GroupsShown = 5;
    const int AnomaliesShown = 6;
    const int NeighborsShown = 5;
    const int HomeShown = 4;
    const int DetailsShown = 1;

    readonly Observer _observer = observation.Observer;
    readonly PeerTally _peers = new();
    CauseTally? _causes;

    public void Write()
    {
        foreach (var file in observation.Captures.Files) WriteFile(file);
        if (_observer.Counters.Frames == 0)
        {
            page.Line(Say("no frame in this span", "この範囲にフレームはない"));
            return;
        }

        Count();
        WriteTraffic();
        WriteCauses();
        WriteHome();
        WritePeers();
        WriteGroups();
        WriteNeighbors();
        WriteOdd();
        WriteSight();
        WriteNext();
    }

    string Say(string english, string japanese) => request.Say(english, japanese);

    void Count()
    {
        _causes = new CauseTally(_observer);
        for (var i = 0; i < _observer.Flows.Count; i++)
        {
            ref readonly var flow = ref _observer.Flows[i];
            _causes.Look(i, flow);
            _peers.Add(flow, _observer);
        }
    }

    void WriteFile(CaptureFile file)
    {
        page.Text(WireText.Escape(file.Name), Style.Bold);
        if (file.First is { } first && file.Last is { } last)
        {
            var clock = request.Clock;
            var end = clock.Date(first) == clock.Date(last) ? clock.DateAndTime(last)[11..] : clock.DateAndTime(last);
            page.Text($"  {clock.DateAndTime(first)} – {end} {clock.Offset(first)} ({Quantity.Duration(last.Since(first), request.Language)})");
        }

        page.Line();
        var links = string.Join(", ", file.LinkTypes.Select(LinkTypeNames.Of));
        page.Line($"  {Quantity.Count(file.Frames)} {Say("frames", "フレーム")} · {Quantity.Bytes(file.Bytes)} · {links}");
    }

    void Label(string text)
    {
        page.Line();
        page.Heading(text);
    }

    void WriteTraffic()
    {
        var c = _observer.Counters;
        Label(Say("Traffic", "トラフィック"));
        WriteFamily("IPv6", c.Ipv6, Style.Good);
        WriteFamily("IPv4", c.Ipv4, Style.Plain);
        if (c.Other > 0) WriteFamily(Say("not IP", "IP 以外"), c.Other, Style.Dim);
        var parts = new List<string>();
        Part("TCP", c.Tcp);
        Part("UDP", c.Udp);
        Part("ICMPv6", c.Icmpv6);
        Part("ICMP", c.Icmp);
        Part("SCTP", c.Sctp);
        Part(Say("IPv6 in tunnels", "トンネル内の IPv6"), c.InnerIpv6);
        Part(Say("IPv4 in tunnels", "トンネル内の IPv4"), c.InnerIpv4);
        if (parts.Count > 0) page.Text("  ").Line(string.Join(" · ", parts));

        void Part(string name, long count)
        {
            if (count > 0) parts.Add($"{name} {Quantity.Count(count)}");
        }
    }

    void WriteFamily(string name, long count, Style style)
    {
        var share = Quantity.Ratio(count, _observer.Counters.Frames);
        page.Text("  ").Pad(name, LabelWidth).Text(Quantity.Bar(share, 32), style).Text(DisplayWidth.PadLeft(Quantity.Share(share), 8));
        page.Text(DisplayWidth.PadLeft(Quantity.Count(count), 12)).Line(Say(" packets", " パケット"));
    }

    void WriteCauses()
    {
        Label(DisplayWidth.PadRight(Say("Why is it here?", "なぜ来たのか"), 36) + DisplayWidth.PadLeft(Say("share", "割合"), 8)
            + DisplayWidth.PadLeft(Say("packets", "パケット"), 11) + DisplayWidth.PadLeft(Say("flows", "フロー"), 9) + DisplayWidth.PadLeft(Say("bytes", "バイト"), 9));
        foreach (var share in _causes!.Shares)
        {
            CausesView.WriteShare(page, share, _causes, request);
            foreach (var detail in _causes.Details(share.Kind).Take(DetailsShown))
                page.Text("    ").Text(DisplayWidth.Cut(WireText.Escape(detail), TextWidth - 4), Style.Dim).Line();
        }

        if (_causes.Packets == 0) page.Line(Say("  no IP traffic, so nothing to explain", "  IP の通信がないので説明するものもない"));
        else
        {
            page.Text(Say("  unexplained: ", "  説明できない割合: "), Style.Bold);
            page.Line(Say(
                $"{Quantity.Share(Quantity.Ratio(_causes.Unexplained.Packets, _causes.Packets))} of packets, {Quantity.Share(Quantity.Ratio(_causes.Unexplained.Flows, _causes.Flows))} of flows, {Quantity.Share(Quantity.Ratio(_causes.Unexplained.Bytes, _causes.Bytes))} of bytes",
                $"パケットの {Quantity.Share(Quantity.Ratio(_causes.Unexplained.Packets, _causes.Packets))}、フローの {Quantity.Share(Quantity.Ratio(_causes.Unexplained.Flows, _causes.Flows))}、バイトの {Quantity.Share(Quantity.Ratio(_causes.Unexplained.Bytes, _causes.Bytes))}"));
        }
    }

    void WriteHome()
    {
        Label(Say("Home (what is observed)", "こちら(観測される側)"));
        var home = _observer.Home;
        foreach (var part in home.Home.Take(HomeShown))
        {
            page.Text("  ").Pad(part.Prefix.ToString(), 30);
            page.Line(DisplayWidth.Cut(WireText.Escape(part.Because), TextWidth - 32));
        }

        More(home.Home.Count - HomeShown);
        if (home.Home.Count > 0) return;
        page.Text("  ").Line(DisplayWidth.Cut(WireText.Escape(home.Doubt ?? Say("nothing says which side is observed", "どちらが観測される側か分からない")), TextWidth - 2));
        page.Line(Say("  → say it with --home PREFIX", "  → --home PREFIX で指定できる"));
    }

    void WritePeers()
    {
        var top = _peers.Top(PeersShown);
        if (top.Count == 0) return;
        Label(Say("Peers, busiest first", "主な相手") + (_peers.IsApproximate ? Say(" (many; small ones are left out)", "(多数のため小さいものは省略)") : ""));
        foreach (var (key, sum) in top)
        {
            var name = key.NameId == 0 ? "" : WireText.Escape(_observer.Names.TextOf(key.NameId));
            var who = name.Length == 0 ? sum.Address.ToString() : name;
            var families = sum.BytesIpv6 == 0 ? "IPv4" : sum.BytesIpv6 == sum.Bytes ? "IPv6" : "IPv6 " + Quantity.Share(Quantity.Ratio(sum.BytesIpv6, sum.Bytes));
            page.Text("  ").Text(DisplayWidth.PadRight(DisplayWidth.Cut(who, 44), 44)).Text(DisplayWidth.PadLeft(Quantity.Bytes(sum.Bytes), 9));
            page.Text(DisplayWidth.PadLeft(Quantity.Count(sum.Packets), 10)).Text(Say(" packets  ", " パケット  ")).Pad(families, 12);
            if (sum.Answered < sum.Flows) page.Text(Say($"{Quantity.Count(sum.Flows - sum.Answered)} of {Quantity.Count(sum.Flows)} unanswered", $"{Quantity.Count(sum.Flows)} 中 {Quantity.Count(sum.Flows - sum.Answered)} 応答なし"), Style.Notice);
            page.Line();
        }
    }

    void WriteGroups()
    {
        var all = _observer.Groups.All.ToList();
        if (all.Count == 0) return;
        var groups = all.Where(g => !g.Group.IsSolicitedNode).OrderByDescending(g => g.Packets).ThenByDescending(g => g.Reports).ToList();
        var hidden = all.Count - groups.Count;
        Label(Say("Multicast groups", "マルチキャストグループ") + (hidden == 0 ? "" : Say($" ({hidden} solicited-node groups not shown)", $"(要請ノード {hidden} 件は省略)")));
        foreach (var group in groups.Take(GroupsShown))
        {
            var joined = group.Reports == 0 ? Say("nobody joined here", "参加の報告なし") : Say($"{Quantity.Count(group.Reports)} reports", $"報告 {Quantity.Count(group.Reports)}");
            page.Text("  ").Pad(group.Group.ToString(), 26).Pad(DisplayWidth.Cut(group.RegisteredName ?? group.Kind, 32), 33);
            page.Text(DisplayWidth.PadLeft(Quantity.Count(group.Packets), 8)).Text(Say(" packets  ", " パケット  ")).Line(joined);
        }

        More(groups.Count - GroupsShown);
    }

    void WriteNeighbors()
    {
        var all = _observer.Neighbors.All.OrderByDescending(n => n.IsRouter).ThenBy(n => n.Frame).ToList();
        if (all.Count == 0) return;
        Label(Say($"Neighbors ({all.Count(n => n.IsRouter)} routers, {all.Count(n => !n.IsRouter)} hosts)", $"近隣(ルーター {all.Count(n => n.IsRouter)}、ホスト {all.Count(n => !n.IsRouter)})"));
        foreach (var neighbor in all.Take(NeighborsShown))
        {
            var what = neighbor.IsRouter ? Say("router ", "ルーター ") + NeighborsView.Advertised(neighbor, request) : "";
            var text = string.Join("  ", new[] { Lists.Join(neighbor.Addresses, 2), what, string.Join(' ', neighbor.Names.Take(2).Select(WireText.Escape)) }.Where(t => t.Length > 0));
            page.Text("  ").Text(neighbor.Mac.ToString()).Text("  ").Line(DisplayWidth.Cut(text, TextWidth - 21));
        }

        More(all.Count - NeighborsShown);
    }

    void WriteOdd()
    {
        var seen = _observer.Anomalies.All.OrderByDescending(a => a.Frames).ThenBy(a => a.Anomaly).ToList();
        if (seen.Count == 0) return;
        Label(Say("What is odd", "おかしな点"));
        foreach (var anomaly in seen.Take(AnomaliesShown))
        {
            page.Text(DisplayWidth.PadLeft(Quantity.Count(anomaly.Frames), 9), Style.Notice).Text("  ");
            var example = anomaly.Examples.Count == 0 ? "" : Say($" (frame {anomaly.Examples[0].Frame})", $"(フレーム {anomaly.Examples[0].Frame})");
            page.Text(DisplayWidth.Cut(AnomalyWords.Of(anomaly.Anomaly).In(request.Language), TextWidth - 12 - DisplayWidth.Of(example))).Text(example, Style.Dim).Line();
        }

        More(seen.Count - AnomaliesShown);
    }

    /// <summary>What this program could not see: partial sight is told, not hidden.</summary>
    void WriteSight()
    {
        var c = _observer.Counters;
        var parts = new List<string>();
        Part(c.Of(StopReason.CutByCapture), "cut short by the capture", "キャプチャで切られた");
        Part(c.Of(StopReason.Truncated), "shorter than they claim", "長さの記載より短い");
        Part(c.Of(StopReason.Malformed), "malformed", "形式が不正");
        Part(c.Of(StopReason.Unsupported), "hold protocols not read here", "未対応のプロトコル");
        Part(c.Offloaded, "left their checksum to the network card", "チェックサムをネットワークカードに任せた");
        Part(_observer.Flows.Evicted, "old flows made room for new ones (table full)", "表が一杯で外された古いフロー");
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
        var file = Quoted(request.Files[0]);
        var kind = Worth();
        Label(Say("Next", "次に見るなら"));
        if (kind is { } cause)
            Hint($"kansatsu flows {file} --cause {CauseNames.Of(cause)}", CauseWords.Of(cause).In(request.Language));
        if (_observer.Anomalies.All.Any()) Hint($"kansatsu anomalies {file}", Say("which frames are odd", "どのフレームがおかしいか"));
        Hint($"kansatsu packets {file}{(_observer.Counters.Frames > 1000 ? " | less" : "")}", Say("a line per packet; -x shows everything", "パケットごとに 1 行、-x で全て"));
    }

    /// <summary>The cause most worth a look: the largest that is not everyday.</summary>
    CauseKind? Worth() => _causes!.Shares.Where(s => CauseWords.StyleOf(s.Kind) != Style.Good).OrderByDescending(s => s.Kind == CauseKind.Attack)
        .ThenByDescending(s => s.Packets).Select(s => (CauseKind?)s.Kind).FirstOrDefault();

    void Hint(string command, string what) => page.Text("  ").Pad(command, 58).Text("  ").Text(what, Style.Dim).Line();

    void More(int count)
    {
        if (count > 0) page.Text(Say($"  … and {count} more", $"  …ほか {count} 件"), Style.Dim).Line();
    }

    static string Quoted(string file)
    {
        var escaped = WireText.Escape(file);
        return escaped.AsSpan().IndexOfAny(" '\"\\$&;|<>()*?") < 0 ? escaped : $"'{escaped.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}

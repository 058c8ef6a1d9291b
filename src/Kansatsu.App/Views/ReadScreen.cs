using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>The screen of `read`, from the files down to what to look at next: first how much and why.</summary>
sealed partial class ReadScreen(Observation observation, Request request, Page page)
{
    const int LabelWidth = 14;
    const int TextWidth = 98;
    const int FilesShown = 8;
    const int HomeShown = 4;
    const int HomeWidth = 32;
    const int DetailsShown = 2;
    const int FlowsForTwoThreads = 1 << 16;

    readonly Observer _observer = observation.Observer;
    readonly PeerTally _peers = new();
    readonly CauseTally _causes = new(observation.Observer);

    public void Write()
    {
        WriteFiles();
        if (_observer.Counters.Frames == 0)
        {
            page.Line(Say("  no frame to look at", "  見るべきフレームがない"));
            return;
        }

        Count();
        WriteTraffic();
        WriteCauses();
        WriteTelegrams();
        WriteFindings();
        WritePeers();
        WriteHome();
        WriteGroups();
        WriteChannels();
        WriteNeighbors();
        WriteOdd();
        WriteSight();
        WriteNext();
    }

    string Say(string english, string japanese) => request.Say(english, japanese);

    void Label(string text)
    {
        page.Line();
        page.Heading(text);
    }

    void More(int count)
    {
        if (count > 0) page.Text(Say($"  … and {count} more", $"  …ほか {count} 件"), Style.Dim).Line();
    }

    /// <summary>The tally and the findings look at every flow, and neither at the other.</summary>
    void Count()
    {
        if (_observer.Flows.Count < FlowsForTwoThreads) CountPeers();
        else Parallel.Invoke(CountPeers, () => _ = _observer.Findings.All);
    }

    void CountPeers()
    {
        // Whoever declares their actions knows those peers.
        for (var i = 0; i < _observer.Flows.Count; i++)
            if (request.Actions is null || _observer.Causes.KindOf(i) != CauseKind.OwnAction) _peers.Add(_observer.Flows[i], _observer.Causes.EndsAtHome(i) is (false, true));
    }

    void WriteFiles()
    {
        var files = observation.Captures.Files;
        foreach (var file in files.Take(FilesShown)) WriteFile(file);
        More(files.Count - FilesShown);
    }

    void WriteFile(CaptureFile file)
    {
        page.Text(WireText.Escape(file.Name), Style.Bold).Line();
        page.Text("  ").Text(Say($"{Quantity.Count(file.Frames)} frames", $"{Quantity.Count(file.Frames)} フレーム")).Text(" · ").Text(Quantity.Bytes(file.Bytes));
        if (file.First is { } first && file.Last is { } last)
        {
            var clock = request.Clock;
            var end = clock.Date(first) == clock.Date(last) ? clock.DateAndTime(last)[11..] : clock.DateAndTime(last);
            page.Text($" · {clock.DateAndTime(first)} – {end} {clock.Offset(first)} ({Quantity.Duration(last.Since(first), request.Language)})");
        }

        if (file.LinkTypes.Count > 0) page.Text(" · ").Text(LinkTypesOf(file));
        page.Line();
    }

    static string LinkTypesOf(CaptureFile file)
    {
        var names = new List<string>();
        foreach (var type in file.LinkTypes) names.Add(LinkTypeNames.Of(type));
        return string.Join(", ", names);
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
        page.Line(DisplayWidth.PadLeft(Phrases.Packets(count, request.Language), 20));
    }

    void WriteCauses()
    {
        Label(CausesView.Header(Say("Why is it here?", "なぜ来たのか"), request));
        if (_causes.Packets == 0)
        {
            page.Line(Say("  no IP traffic, so nothing to explain", "  IP の通信がないので説明するものもない"));
            return;
        }

        foreach (var share in _causes.Shares)
        {
            CausesView.WriteShare(page, share, _causes.Packets);
            page.Text("    ").Text(DisplayWidth.Cut(Meaning(share.Kind), TextWidth - 4), Style.Dim).Line();
        }

        var (packets, flows, bytes) = _causes.UnexplainedShare;
        page.Text(Say("  unexplained", "  説明できない割合"), Style.Bold).Line(Say(
            $": {Quantity.Share(packets)} of packets, {Quantity.Share(flows)} of flows, {Quantity.Share(bytes)} of bytes",
            $": パケットの {Quantity.Share(packets)}、フローの {Quantity.Share(flows)}、バイトの {Quantity.Share(bytes)}"));
    }

    /// <summary>What the largest flows of a cause are, or what the cause means when nothing more is known of them.</summary>
    string Meaning(CauseKind kind)
    {
        var details = string.Join(" · ", _causes.Details(kind).Take(DetailsShown).Select(detail => FlowFacts.Detail(detail, request)));
        return details.Length == 0 ? CauseWords.Of(kind).In(request.Language) : details;
    }

    void WriteHome()
    {
        Label(Say("Home: what is observed", "こちら(観測される側)"));
        var home = _observer.Home;
        foreach (var part in home.Home.Take(HomeShown))
        {
            var left = DisplayWidth.PadRight($"  {part.Prefix}", HomeWidth) + "  ";
            foreach (var line in DisplayWidth.Wrap(WireText.Escape(part.Because), TextWidth - HomeWidth - 2))
            {
                page.Text(left).Line(line);
                left = new string(' ', HomeWidth + 2);
            }
        }

        More(home.Home.Count - HomeShown);
        if (home.Home.Count > 0) return;
        var doubt = home.Doubt is { } said ? FlowFacts.Detail(said, request) : Say("nothing says which side is observed", "どちらが観測される側か分からない");
        foreach (var line in DisplayWidth.Wrap(doubt, TextWidth - 2)) page.Text("  ").Line(line);
        page.Line(Say("  → name it with --home PREFIX", "  → --home PREFIX で指定できる"));
    }
}

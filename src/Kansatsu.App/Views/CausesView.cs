using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu causes`: why the traffic is there, and what share stays unexplained.</summary>
static class CausesView
{
    public static int Run(Request request, Terminal terminal)
    {
        if (request.AsksStore) return StoredSums.Causes(request, terminal);
        using var observation = Observation.Of(request, terminal);
        if (request.Labels is { } labels) return LabelsView.Write(observation, labels, request, terminal);
        var tally = new CauseTally(observation.Observer);
        if (request.Json) WriteJson(tally, request, terminal);
        else WriteText(tally, request, terminal);
        return observation.Report();
    }

    static void WriteText(CauseTally tally, Request request, Terminal terminal)
    {
        using var page = new Page(terminal.Output, request.Color);
        if (tally.Shares.Count > 0) page.Heading(Header(request.Say("cause", "原因"), request));
        foreach (var share in tally.Shares.Take((int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue)))
        {
            WriteShare(page, share, tally.Packets);
            page.Text("    ").Text(CauseWords.Of(share.Kind).In(request.Language), Style.Dim).Line();
            foreach (var detail in tally.Details(share.Kind)) page.Text("      ").Line(DisplayWidth.Cut(FlowFacts.Detail(detail, request), 92));
        }

        if (tally.Shares.Count == 0 && !request.Quiet) page.Line(request.Say("no flow was seen", "フローは見られなかった"));
    }

    /// <summary>The headings above <see cref="WriteShare"/>.</summary>
    public static string Header(string title, Request request) =>
        DisplayWidth.PadRight(title, 36) + DisplayWidth.PadLeft(request.Say("share", "割合"), 8) + DisplayWidth.PadLeft(request.Say("packets", "パケット"), 11)
        + DisplayWidth.PadLeft(request.Say("flows", "フロー"), 9) + DisplayWidth.PadLeft(request.Say("bytes", "バイト"), 9);

    /// <summary>One line: kind, bar, share of packets, flows, packets, bytes.</summary>
    public static void WriteShare(Page page, CauseShare share, long packets)
    {
        var part = Quantity.Ratio(share.Packets, packets);
        page.Text("  ").Pad(CauseNames.Of(share.Kind), 18, CauseWords.StyleOf(share.Kind)).Text(Quantity.Bar(part), CauseWords.StyleOf(share.Kind));
        // The blank before each column keeps counts of millions apart.
        page.Text(DisplayWidth.PadLeft(Quantity.Share(part), 8)).Text(" ").Text(DisplayWidth.PadLeft(Quantity.Count(share.Packets), 10));
        page.Text(" ").Text(DisplayWidth.PadLeft(Quantity.Count(share.Flows), 8)).Text(" ").Text(DisplayWidth.PadLeft(Quantity.Bytes(share.Bytes), 8)).Line();
    }

    static void WriteJson(CauseTally tally, Request request, Terminal terminal)
    {
        using var lines = new JsonLines(terminal.Output);
        foreach (var share in tally.Shares.Take((int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue)))
        {
            WriteJson(lines.Begin(), share, new CauseShare(default, tally.Flows, tally.Packets, tally.Bytes), tally.Details(share.Kind));
            lines.End();
        }

        lines.Flush();
    }

    /// <param name="all">The sums of all causes.</param>
    public static void WriteJson(Utf8JsonWriter json, CauseShare share, CauseShare all, IEnumerable<string> details)
    {
        json.WriteString("kind", CauseNames.Of(share.Kind));
        json.WriteString("means", CauseWords.Of(share.Kind).English);
        json.WriteNumber("flows", share.Flows);
        json.WriteNumber("packets", share.Packets);
        json.WriteNumber("bytes", share.Bytes);
        json.WriteStartObject("share");
        json.WriteNumber("flows", Math.Round(Quantity.Ratio(share.Flows, all.Flows), 6));
        json.WriteNumber("packets", Math.Round(Quantity.Ratio(share.Packets, all.Packets), 6));
        json.WriteNumber("bytes", Math.Round(Quantity.Ratio(share.Bytes, all.Bytes), 6));
        json.WriteEndObject();
        json.Wires("details", details);
    }
}

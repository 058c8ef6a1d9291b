using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Reporting.Sections;

/// <summary>Traffic over time: bytes of each bin stacked by cause, marked windows behind them, and below how much of it was IPv6.</summary>
static class CurveSection
{
    const double Left = 64;
    const double Right = 950;
    const double Top = 22;
    const double Bottom = 232;
    const double FamilyTop = 258;
    const double FamilyHeight = 22;
    const double Height = 300;
    const double Lines = 4;

    public static void Write(Sheet sheet)
    {
        var (html, curve) = (sheet.Html, sheet.Facts.Curve);
        if (curve.Count == 0) return;
        sheet.Begin("curve", sheet.Say("Traffic over time", "トラフィックの推移"), sheet.Say(
            $"Bytes in each {BinText.Of(curve.Bin)}, by why they were there; below, how much of each was IPv6.", $"{BinText.Of(curve.Bin)} ごとのバイト数を原因別に示す。下は IPv6 と IPv4 の割合。"));
        html.Open("figure").Open("svg", ("viewBox", $"0 0 960 {Html.Number(Height)}"), ("role", "img"), ("aria-label", sheet.Say("Traffic over time, stacked by cause", "原因別に積み上げたトラフィックの推移")));
        var most = Round(Enumerable.Range(0, curve.Count).Max(i => curve.Ipv6[i] + curve.Ipv4[i]));
        WriteGrid(html, most);
        foreach (var window in sheet.Facts.Windows) WriteWindow(sheet, window);
        WriteStacks(html, curve, most);
        WriteFamilies(sheet);
        WriteTimes(sheet);
        html.Close().Close();
        html.Open("p", ("class", "legend"));
        foreach (var (kind, _) in curve.Causes) sheet.Chip(kind);
        html.Close();
        WriteWindows(sheet);
        sheet.End();
    }

    static double X(Curve curve, Timestamp time) => Left + ((Right - Left) * time.Since(curve.Start) / ((double)curve.Bin * curve.Count));

    /// <summary>The next number of the kind 1, 2, 4, 5, 8 with zeros: a quarter of it is short too.</summary>
    static double Round(long most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, most))));
        foreach (var factor in (double[])[1, 2, 4, 8])
            if (most <= factor * power) return factor * power;
        return 10 * power;
    }

    static void WriteGrid(Html html, double most)
    {
        for (var i = 0; i <= Lines; i++)
        {
            var y = Bottom - ((Bottom - Top) * i / Lines);
            html.Empty("path", ("class", "grid"), ("d", $"M{Html.Number(Left)} {Html.Number(y)}H{Html.Number(Right)}"));
            html.Element("text", Quantity.Bytes((long)(most * i / Lines)), ("x", Html.Number(Left - 6)), ("y", Html.Number(y + 4)), ("text-anchor", "end"));
        }
    }

    static void WriteWindow(Sheet sheet, WindowShares shares)
    {
        var (html, curve, window) = (sheet.Html, sheet.Facts.Curve, shares.Window);
        if (window.To <= curve.Start || window.From >= curve.End) return;
        var (from, to) = (Math.Max(Left, X(curve, window.From)), Math.Min(Right, X(curve, window.To)));
        html.Empty("rect", ("class", "window"), ("x", Html.Number(from)), ("y", Html.Number(Top - 14)), ("width", Html.Number(to - from)), ("height", Html.Number(FamilyTop + FamilyHeight - Top + 14)));
        html.Empty("path", ("class", "window-edge"), ("d", $"M{Html.Number(from)} {Html.Number(Top - 14)}V{Html.Number(FamilyTop + FamilyHeight)}M{Html.Number(to)} {Html.Number(Top - 14)}V{Html.Number(FamilyTop + FamilyHeight)}"));
        html.Element("text", WireText.Escape(window.Name), ("class", "window-name"), ("x", Html.Number(from + 5)), ("y", Html.Number(Top - 3)));
    }

    /// <summary>One path for each cause: the page stays small.</summary>
    static void WriteStacks(Html html, Curve curve, double most)
    {
        var step = (Right - Left) / curve.Count;
        var width = Math.Max(0.6, step - (step > 4 ? 1 : 0.2));
        var tops = new double[curve.Count];
        Array.Fill(tops, Bottom);
        foreach (var (kind, bytes) in curve.Causes)
        {
            var path = new System.Text.StringBuilder();
            for (var i = 0; i < curve.Count; i++)
            {
                if (bytes[i] == 0) continue;
                var height = (Bottom - Top) * bytes[i] / most;
                var y = tops[i] - height;
                path.Append($"M{Html.Number(Left + (i * step))} {Html.Number(y)}h{Html.Number(width)}V{Html.Number(tops[i])}h{Html.Number(-width)}z");
                tops[i] = y;
            }

            html.Open("path", ("class", "fill c-" + kind), ("d", path.ToString())).Element("title", $"{kind}: {Quantity.Bytes(bytes.Sum())}").Close();
        }
    }

    static void WriteFamilies(Sheet sheet)
    {
        var (html, curve) = (sheet.Html, sheet.Facts.Curve);
        var step = (Right - Left) / curve.Count;
        var (ipv6, ipv4) = (new System.Text.StringBuilder(), new System.Text.StringBuilder());
        for (var i = 0; i < curve.Count; i++)
        {
            var all = curve.Ipv6[i] + curve.Ipv4[i];
            if (all == 0) continue;
            var (x, width) = (Html.Number(Left + (i * step)), Html.Number(Math.Max(0.6, step - 0.2)));
            var split = FamilyTop + (FamilyHeight * curve.Ipv4[i] / all);
            if (curve.Ipv6[i] > 0) ipv6.Append($"M{x} {Html.Number(split)}h{width}V{Html.Number(FamilyTop + FamilyHeight)}h-{width}z");
            if (curve.Ipv4[i] > 0) ipv4.Append($"M{x} {Html.Number(FamilyTop)}h{width}V{Html.Number(split)}h-{width}z");
        }

        html.Empty("path", ("class", "fill v6"), ("d", ipv6.ToString())).Empty("path", ("class", "fill v4"), ("d", ipv4.ToString()));
        html.Element("text", "IPv4", ("x", Html.Number(Left - 6)), ("y", Html.Number(FamilyTop + 8)), ("text-anchor", "end"));
        html.Element("text", "IPv6", ("x", Html.Number(Left - 6)), ("y", Html.Number(FamilyTop + FamilyHeight)), ("text-anchor", "end"));
    }

    static void WriteTimes(Sheet sheet)
    {
        var curve = sheet.Facts.Curve;
        foreach (var (time, text) in TimeTicks.Of(curve.Start, curve.End, sheet.Clock))
        {
            var x = X(curve, time);
            sheet.Html.Empty("path", ("class", "grid"), ("d", $"M{Html.Number(x)} {Html.Number(Bottom)}v6"));
            sheet.Html.Element("text", text, ("x", Html.Number(Math.Min(x, Right + 8))), ("y", Html.Number(Bottom + 18)), ("text-anchor", x > Right - 20 ? "end" : "middle"));
        }
    }

    static void WriteWindows(Sheet sheet)
    {
        if (sheet.Facts.Windows.Count == 0) return;
        sheet.BeginTable(sheet.Say("marked span", "注目する期間"), sheet.Say("from – to", "期間"), sheet.Say("#IPv6 before", "#前の IPv6"), sheet.Say("#during", "#期間中"), sheet.Say("#after", "#後"));
        foreach (var shares in sheet.Facts.Windows)
        {
            sheet.Html.Open("tr");
            sheet.Cell(WireText.Escape(shares.Window.Name));
            sheet.Cell($"{sheet.Time(shares.Window.From)} – {sheet.Time(shares.Window.To)}");
            foreach (var share in (double?[])[shares.Before, shares.During, shares.After]) sheet.NumberCell(share is { } known ? Quantity.Share(known) : "–");
            sheet.Html.Close();
        }

        sheet.EndTable();
        sheet.Html.Element("p", sheet.Say("IPv6's share of the bytes.", "バイト数に占める IPv6 の割合。"), ("class", "note"));
    }
}

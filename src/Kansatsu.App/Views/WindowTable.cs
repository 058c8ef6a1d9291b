using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>What was carried before, in and after a marked window, by family and cause, each with its share of that time.</summary>
sealed class WindowTable(WindowSums sums, TimelineBins bins, Request request, Page page)
{
    const int LabelWidth = 18;
    const int SumWidth = 10;
    const int ShareWidth = 8;

    public void Write()
    {
        var (window, clock) = (sums.Window, request.Clock);
        page.Line();
        page.Text(WireText.Escape(window.Name), Style.Bold).Line($" {clock.DateAndTime(window.From)} – {clock.DateAndTime(window.To)} {clock.Offset(window.From)}");
        page.Text(DisplayWidth.PadRight("", LabelWidth));
        foreach (var name in new[] { request.Say("before", "前"), request.Say("during", "間"), request.Say("after", "後") })
            page.Text(DisplayWidth.PadLeft(name, SumWidth + ShareWidth), Style.Bold);
        page.Line();
        Cells(request.Say("observed", "観測時間"), Style.Dim, place => (Observed(place) is > 0 and var time ? Quantity.Duration(time, request.Language) : "–", ""));
        Cells(request.Say("total", "合計"), Style.Plain, place => (Text(sums.At(place).Total), ""));
        Cells(request.Say("per second", "毎秒"), Style.Dim, place => (Rate(place), ""));
        Shares("IPv6", Style.Good, static s => s.Ipv6);
        Shares("IPv4", Style.Plain, static s => s.Ipv4);
        foreach (var (kind, _) in bins.All.Causes.OrderByDescending(c => Value(c.Amount)).ThenBy(c => c.Kind))
            Shares(CauseNames.Of(kind), CauseWords.StyleOf(kind), s => s.Of(kind));
    }

    void Shares(string label, Style style, Func<TrafficSum, Amount> of) => Cells(label, style, place =>
    {
        var (part, whole) = (Value(of(sums.At(place))), Value(sums.At(place).Total));
        return part == 0 ? ("–", "") : (Text(of(sums.At(place))), Quantity.Share(Quantity.Ratio(part, whole)));
    });

    void Cells(string label, Style style, Func<int, (string Sum, string Share)> of)
    {
        page.Text("  ").Pad(label, LabelWidth - 2, style);
        for (var place = -1; place <= 1; place++)
        {
            var (sum, share) = of(place);
            page.Text(DisplayWidth.PadLeft(sum, SumWidth)).Text(place == 1 && share.Length == 0 ? "" : DisplayWidth.PadLeft(share, ShareWidth), Style.Dim);
        }

        page.Line();
    }

    long Observed(int place) => sums.Observed(place, bins.First, bins.Last);

    string Rate(int place)
    {
        var seconds = (double)Observed(place) / Timestamp.PerSecond;
        if (seconds <= 0) return "–";
        var rate = Value(sums.At(place).Total) / seconds;
        return request.Bins!.CountsPackets ? rate.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) : Quantity.Bytes((long)rate);
    }

    long Value(Amount amount) => request.Bins!.CountsPackets ? amount.Packets : amount.Bytes;

    string Text(Amount amount) => request.Bins!.CountsPackets ? Quantity.Count(amount.Packets) : Quantity.Bytes(amount.Bytes);
}

using System.Globalization;
using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.App.Reporting.Sections;

/// <summary>How much of each family, and why it was there.</summary>
static class CausesSection
{
    public static void Write(Sheet sheet)
    {
        var facts = sheet.Facts;
        sheet.Begin("why", sheet.Say("Why it was there", "なぜ来たのか"), sheet.Say("Every conversation has exactly one cause; what nothing proves stays unexplained.", "どのフローにも原因はただ 1 つ。証拠のないものは unexplained のまま残す。"));
        WriteFamilies(sheet);
        var (packets, flows, bytes) = (facts.Causes.Causes.Sum(c => c.Packets), facts.Causes.Causes.Sum(c => c.Flows), facts.Causes.Causes.Sum(c => c.Bytes));
        sheet.BeginTable(sheet.Say("cause", "原因"), "", sheet.Say("#of packets", "#パケットの割合"), sheet.Say("#of flows", "#フローの割合"), sheet.Say("#of bytes", "#バイトの割合"), sheet.Say("#packets", "#パケット"));
        foreach (var cause in facts.Causes.Causes.OrderByDescending(c => c.Packets)) WriteCause(sheet, cause, packets, flows, bytes);
        sheet.EndTable();
        sheet.End();
    }

    static void WriteCause(Sheet sheet, CauseShare cause, long packets, long flows, long bytes)
    {
        var kind = CauseNames.Of(cause.Kind);
        sheet.Html.Open("tr").Open("td");
        sheet.Chip(kind);
        sheet.Html.Element("small", CauseWords.Of(cause.Kind).In(sheet.Request.Language)).Close();
        Bar(sheet.Html, kind, Quantity.Ratio(cause.Packets, packets));
        sheet.NumberCell(Quantity.Share(Quantity.Ratio(cause.Packets, packets)));
        sheet.NumberCell(Quantity.Share(Quantity.Ratio(cause.Flows, flows)));
        sheet.NumberCell(Quantity.Share(Quantity.Ratio(cause.Bytes, bytes)));
        sheet.NumberCell(Quantity.Count(cause.Packets));
        sheet.Html.Close();
    }

    static void WriteFamilies(Sheet sheet)
    {
        var (html, facts) = (sheet.Html, sheet.Facts);
        var share = Quantity.Ratio(facts.Ipv6.Bytes, facts.Bytes);
        html.Open("svg", ("class", "bar thick"), ("viewBox", "0 0 100 10"), ("preserveAspectRatio", "none"), ("role", "img"), ("aria-label", $"IPv6 {Quantity.Share(share)}"));
        Part(html, "v6", 0, share);
        Part(html, "v4", share, 1 - share);
        html.Close().Open("p", ("class", "legend"));
        Family("v6", "IPv6", facts.Ipv6, share);
        Family("v4", "IPv4", facts.Ipv4, 1 - share);
        var other = facts.IsWhole ? facts.Reads.Sum(r => r.Part("packets")?.Whole("other") ?? 0) : 0;
        if (other > 0) html.Element("span", sheet.Say($"and {Quantity.Count(other)} frames without IP", $"ほかに IP でないフレーム {Quantity.Count(other)}"), ("class", "dim"));
        html.Close();

        void Family(string name, string text, FamilySum sum, double part) => html.Open("span", ("class", "chip " + name)).Raw("<i></i>").Text(
            sheet.Say($"{text} {Quantity.Share(part)} of bytes: {Quantity.Bytes(sum.Bytes)}, {Quantity.Count(sum.Packets)} packets, {Quantity.Count(sum.Flows)} conversations",
                $"{text} バイトの {Quantity.Share(part)}: {Quantity.Bytes(sum.Bytes)}、{Quantity.Count(sum.Packets)} パケット、{Quantity.Count(sum.Flows)} フロー")).Close();
    }

    static void Bar(Html html, string kind, double share)
    {
        html.Open("td", ("class", "wide")).Open("svg", ("class", "bar"), ("viewBox", "0 0 100 10"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"));
        Part(html, "c-" + kind, 0, share);
        html.Close().Close();
    }

    /// <summary>A share begins where another ends; what is there at all can be seen.</summary>
    static void Part(Html html, string colour, double from, double share)
    {
        if (share > 0) html.Empty("rect", ("class", "fill " + colour), ("x", Percent(from)), ("y", "0"), ("width", Percent(Math.Max(0.004, share))), ("height", "10"));
    }

    static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture);
}

using System.Text;
using System.Text.Json;
using Kansatsu.App.Text;
using Kansatsu.Store;
using Kansatsu.Wire;

namespace Kansatsu.App.Reporting.Sections;

/// <summary>Multicast streams as heartbeat strips: a line for each burst, on the report's time.</summary>
static class ChannelsSection
{
    const double Width = 940;
    const double Height = 34;

    public static void Write(Sheet sheet)
    {
        if (sheet.Facts.Channels.Count == 0) return;
        sheet.Begin("channels", sheet.Say("Multicast streams", "マルチキャストのストリーム"), sheet.Say("Each line is a burst of packets; higher means more packets.", "縦線は 1 回のバースト。高いほどパケットが多い。"));
        foreach (var channel in sheet.Facts.Channels) WriteChannel(sheet, channel);
        sheet.End();
    }

    static void WriteChannel(Sheet sheet, JsonElement channel)
    {
        var html = sheet.Html;
        html.Open("div", ("class", "strip"));
        html.Open("h3").Text($"{channel.Text("source")} → {channel.Text("group")} {sheet.Say("port", "ポート")} {channel.Whole("port")}");
        html.Element("span", channel.Text("kind"), ("class", "tag quiet"));
        if (channel.Text("state") == "stopped") html.Element("span", sheet.Say("stopped", "停止"), ("class", "tag bad"));
        html.Close();
        WriteStrip(sheet, channel, sheet.Facts.Bursts.GetValueOrDefault(channel.Text("id")) ?? []);
        html.Element("p", string.Join(" · ", Facts(sheet, channel)), ("class", "dim")).Close();
    }

    static List<string> Facts(Sheet sheet, JsonElement channel)
    {
        var facts = new List<string> { Phrases.Packets(channel.Whole("packets"), sheet.Request.Language) };
        if (channel.Number("period_s") is { } period)
        {
            var burst = channel.Whole("burst");
            facts.Add(burst > 1
                ? sheet.Say($"every {period:0.00} s, {burst} packets{Gap(channel, sheet)}", $"{period:0.00} 秒ごとに {burst} 発{Gap(channel, sheet)}")
                : sheet.Say($"every {period:0.00} s", $"{period:0.00} 秒ごと"));
        }

        facts.Add(channel.Text("joined_by") switch
        {
            "home" => sheet.Say("home joined", "自分が参加"),
            "others" => sheet.Say("others joined", "他のホストが参加"),
            "everybody" => sheet.Say("everybody is a member", "全員が参加者"),
            _ => sheet.Say("nobody was seen to join", "参加は見られない"),
        });
        var hops = string.Join(", ", channel.List("hop_limits").Select(h => h.GetRawText()));
        if (hops.Length > 0) facts.Add(sheet.Say($"hop limit {hops}", $"ホップリミット {hops}"));
        if (channel.Part("loss") is { } loss && loss.Whole("missing") > 0)
            facts.Add(sheet.Say($"{Quantity.Count(loss.Whole("missing"))} of {Quantity.Count(loss.Whole("expected"))} missing", $"{Quantity.Count(loss.Whole("expected"))} 中 {Quantity.Count(loss.Whole("missing"))} 欠落"));
        return facts;
    }

    static string Gap(JsonElement channel, Sheet sheet) =>
        channel.Number("gap_s") is { } gap ? sheet.Say($" {gap * 1000:0.0} ms apart", $"、{gap * 1000:0.0} ミリ秒間隔") : "";

    static void WriteStrip(Sheet sheet, JsonElement channel, IReadOnlyList<StoredBurst> bursts)
    {
        var html = sheet.Html;
        html.Open("svg", ("viewBox", $"0 0 {Html.Number(Width)} {Html.Number(Height + 14)}"), ("role", "img"), ("aria-label", sheet.Say("bursts over time", "バーストの推移")));
        html.Empty("path", ("class", "base"), ("d", $"M0 {Html.Number(Height)}H{Html.Number(Width)}"));
        if (channel.Part("silence") is { } silence && silence.Time("from") is { } from && silence.Time("to") is { } to)
            html.Empty("rect", ("class", "silent"), ("x", Html.Number(X(sheet, from))), ("y", "0"), ("width", Html.Number(Math.Max(1, X(sheet, to) - X(sheet, from)))), ("height", Html.Number(Height)));
        html.Empty("path", ("class", "beat"), ("d", Beats(sheet, bursts)));
        if (channel.Text("state") == "stopped" && channel.Time("last") is { } last)
            html.Empty("path", ("class", "end"), ("d", $"M{Html.Number(X(sheet, last) + 4)} 6l8 8m0-8l-8 8"));
        foreach (var (time, text) in TimeTicks.Of(sheet.Facts.First, sheet.Facts.Last, sheet.Clock))
            html.Element("text", text, ("x", Html.Number(Math.Clamp(X(sheet, time), 24, Width - 24))), ("y", Html.Number(Height + 12)), ("text-anchor", "middle"));
        html.Close();
    }

    /// <summary>Bursts that fall on the same half unit are one line.</summary>
    static string Beats(Sheet sheet, IReadOnlyList<StoredBurst> bursts)
    {
        var most = Math.Max(1, bursts.Count == 0 ? 1 : bursts.Max(b => b.Packets));
        var path = new StringBuilder();
        foreach (var group in bursts.GroupBy(b => Math.Round(X(sheet, b.At) * 2) / 2))
        {
            var height = Math.Max(4, (Height - 4) * group.Max(b => b.Packets) / most);
            path.Append($"M{Html.Number(group.Key)} {Html.Number(Height)}v{Html.Number(-height)}");
        }

        return path.ToString();
    }

    static double X(Sheet sheet, Timestamp time)
    {
        var span = Math.Max(1, sheet.Facts.Last.Since(sheet.Facts.First));
        return 2 + Math.Clamp((Width - 20) * time.Since(sheet.Facts.First) / span, 0, Width - 20);
    }
}

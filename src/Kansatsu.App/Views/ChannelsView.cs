using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Store;

namespace Kansatsu.App.Views;

/// <summary>`kansatsu channels`: multicast streams, how each beats, and who asked for it.</summary>
static class ChannelsView
{
    const int TextWidth = 100;
    const int LengthsShown = 4;

    public static int Run(Request request, Terminal terminal)
    {
        if (request.AsksStore) return StoredView.Documents(request, terminal, DocumentKinds.Channel);
        using var observation = Observation.Of(request, terminal);
        var channels = new ChannelSights(observation.Observer).All.Take((int)Math.Min(request.Limit ?? int.MaxValue, int.MaxValue));
        if (request.Json)
        {
            using var lines = new JsonLines(terminal.Output);
            foreach (var channel in channels)
            {
                ChannelJson.Write(lines.Begin(), channel, observation);
                lines.End();
            }

            lines.Flush();
            return observation.Report();
        }

        using var page = new Page(terminal.Output, request.Color);
        var rows = 0;
        foreach (var channel in channels)
        {
            if (rows++ > 0) page.Line();
            Write(page, channel, request);
        }

        if (rows == 0 && !request.Quiet) page.Line(request.Say("no multicast stream was seen", "マルチキャストのストリームは見られなかった"));
        return observation.Report();
    }

    public static void Write(Page page, ChannelSeen channel, Request request)
    {
        page.Text(channel.Group.ToString(), Style.Bold).Text(request.Say($" port {channel.Port}", $" ポート {channel.Port}"), Style.Bold)
            .Text(request.Say($" from {channel.Source}", $" 送信元 {channel.Source}")).Text("  ").Text(ChannelWords.KindOf(channel), Style.Notice)
            .Text("  ").Text(channel.Id, Style.Dim).Line();
        var rhythm = ChannelWords.Rhythm(channel, request);
        var state = channel.IsStopped ? request.Say("stopped", "停止") : "";
        Parts(page, [state, rhythm.Length > 0 ? rhythm : request.Say("no regular beat", "一定の周期なし"), Phrases.Packets(channel.Packets, request.Language), Loss(channel, request)]);
        Parts(page,
        [
            $"{request.Clock.DateAndTime(channel.First)} – {request.Clock.DateAndTime(channel.Last)[11..]}", Payloads(channel, request),
            request.Say("hop limit ", "ホップリミット ") + string.Join(", ", channel.HopLimits),
            channel.LinkSource.IsNone ? "" : request.Say($"last hop {channel.LinkSource}", $"最終ホップ {channel.LinkSource}"),
        ]);
        Parts(page, [GroupsView.What(channel.Group, request), ChannelWords.Membership(channel, request)]);
        var beats = Array.ConvertAll([.. channel.Heartbeat], static count => (long)count);
        page.Text("  ").Text(Sparkline.Of(beats), channel.IsStopped ? Style.Notice : Style.Good)
            .Text(request.Say($"▏{Quantity.Duration(channel.HeartbeatColumn)} a column", $"▏1 列 {Quantity.Duration(channel.HeartbeatColumn, request.Language)}"), Style.Dim).Line();
    }

    static void Parts(Page page, IEnumerable<string> parts)
    {
        foreach (var line in DisplayWidth.Wrap(string.Join(" · ", parts.Where(part => part.Length > 0)), TextWidth - 2)) page.Text("  ").Line(line);
    }

    static string Payloads(ChannelSeen channel, Request request)
    {
        var lengths = Lists.Join([.. channel.PayloadLengths.Select(shape => shape.Length)], LengthsShown);
        return request.Say($"payload {lengths}{(channel.OtherLengths > 0 ? ", …" : "")} bytes", $"ペイロード {lengths}{(channel.OtherLengths > 0 ? ", …" : "")} バイト");
    }

    static string Loss(ChannelSeen channel, Request request)
    {
        if (channel.Missing == 0 && channel.Duplicates == 0) return "";
        var share = Quantity.Share(Quantity.Ratio(channel.Missing, channel.Expected));
        return request.Say($"{Quantity.Count(channel.Missing)} missing ({share}), {Quantity.Count(channel.Duplicates)} twice", $"欠落 {Quantity.Count(channel.Missing)}({share})、重複 {Quantity.Count(channel.Duplicates)}");
    }
}

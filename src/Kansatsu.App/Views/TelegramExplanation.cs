using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;

namespace Kansatsu.App.Views;

/// <summary>What a telegram says, what speaks for and against it, the stream that it came in, and its packets.</summary>
static class TelegramExplanation
{
    public static void Write(EewReport report, Observation observation, Request request, Terminal terminal)
    {
        var @event = observation.Observer.Telegrams.Events().FirstOrDefault(e => e.Reports.Contains(report));
        if (request.Json)
        {
            using var lines = new JsonLines(terminal.Output);
            TelegramJson.Write(lines.Begin(), report, @event?.State);
            lines.End();
            lines.Flush();
            return;
        }

        var packets = report.Frames.Select(frame => (long)frame).ToList();
        if (report.ReplayOf is { Frames.Count: > 0 } original) packets.Add(original.Frames[0]);
        var frames = FrameLines.Of(request, packets);
        using var page = new Page(terminal.Output, request.Color);
        TelegramsView.WriteArrival(report, page, request);
        new TelegramText(page, request).Write(report, @event?.State);
        page.Line();
        TelegramsView.WriteStream(report.Stream!, page, request);
        page.Line();
        page.Heading(request.Say("Packets", "パケット"));
        EvidenceText.WritePackets(page, packets, frames, 2);
    }
}

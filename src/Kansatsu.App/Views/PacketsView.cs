using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.App.Views;

/// <summary>
/// `kansatsu packets`: a line per packet with the cause of its flow. The captures are read twice, because what explains a packet often comes after it;
/// standard input can be read only once, so there the cause is what is known so far.
/// </summary>
static class PacketsView
{
    public static int Run(Request request, Terminal terminal)
    {
        var once = request.OnePass || request.Files.Contains(CaptureSet.StandardInput, StringComparer.Ordinal);
        using var observation = Observation.Open(request, terminal);
        once |= observation.Captures.Files.Any(f => f.Length is null && f.Problem is null);
        FrameFlows? flows = null;
        if (!once)
        {
            flows = new FrameFlows();
            using var progress = new Progress(request, terminal, observation.Captures);
            ReadAll(observation, flows, progress);
        }

        using var again = once ? null : CaptureSet.Open(request.Files);
        using IPacketWriter writer = request.Json
            ? new PacketJson(request, terminal, observation.Observer)
            : new PacketText(request, terminal, observation.Observer, flows);
        List(again ?? observation.Captures, observation.Observer, flows, request, writer);
        return observation.Report();
    }

    static void ReadAll(Observation observation, FrameFlows flows, Progress progress)
    {
        var dissector = new Dissector();
        while (observation.Captures.TryRead(out var frame))
        {
            var d = dissector.Dissect(frame);
            flows.Add(observation.Observer.Observe(d), d);
            progress.Step(frame.Number);
        }
    }

    static void List(CaptureSet captures, Observer observer, FrameFlows? flows, Request request, IPacketWriter writer)
    {
        var dissector = new Dissector();
        var window = new TimeWindow(request);
        observer.Causes.IsUnderway = flows is null;
        var left = request.Limit ?? long.MaxValue;
        while (left > 0 && captures.TryRead(out var frame))
        {
            var d = dissector.Dissect(frame);
            var flow = flows is null ? observer.Observe(d) : flows.Of(frame.Number, observer.Flows);
            if (!window.Takes(frame.Timestamp)) continue;
            if (!request.Filter.IsEverything && (flow < 0 || !request.Filter.Takes(flow, observer))) continue;
            writer.Write(d, flow, captures.CurrentComment);
            left--;
        }

        // With one pass the rest must still be read, or its problems would go unnamed.
        while (flows is null && captures.TryRead(out _)) continue;
    }
}

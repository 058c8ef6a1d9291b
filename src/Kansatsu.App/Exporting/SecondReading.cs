using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>Reads the captures again and tells a sink what their packets say, now that it is known why each flow is there.</summary>
static class SecondReading
{
    /// <param name="frames">Frames whose flows are asked for afterwards.</param>
    public static Transcriber Into(IContentSink sink, FinalFlows flows, Request request, Terminal terminal, IEnumerable<long>? frames = null)
    {
        using var captures = CaptureSet.Open(request.Files, terminal.Input);
        var transcriber = new Transcriber(flows, sink, frames ?? []);
        var observer = new Observer(new ObserverOptions { Home = request.Home, Transcript = transcriber });
        transcriber.Observer = observer;
        var forget = observer.Flows.Evicting;
        observer.Flows.Evicting = (table, index) =>
        {
            forget?.Invoke(table, index);
            transcriber.Payloads.Forget(index);
        };
        using var progress = new Progress(request, terminal, captures);
        var window = new TimeWindow(request);
        var dissector = new Dissector();
        while (captures.TryRead(out var frame))
        {
            if (!window.Takes(frame.Timestamp)) continue;
            var d = dissector.Dissect(frame);
            if (observer.Observe(d) < 0 && !d.Anomalies.IsEmpty) transcriber.Frame(d);
            progress.Step(frame.Number);
        }

        transcriber.Finish();
        return transcriber;
    }
}

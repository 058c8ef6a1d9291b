using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Views;
using Kansatsu.Sensor;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>The packets again, each with the cause of its flow as a comment that Wireshark shows. The captures are read twice and never held.</summary>
sealed class PacketExport(Observation observation, Request request, Terminal terminal)
{
    /// <summary>Comments of recent flows: most packets belong to few of them.</summary>
    const int Remembered = 4096;

    readonly (int Index, string Text)[] _recent = new (int, string)[Remembered];

    /// <summary>Frames whose link type has no number in pcap; they cannot be written.</summary>
    public long Unwritable { get; private set; }

    public void Write(Stream to)
    {
        Array.Fill(_recent, (-1, ""));
        var flows = ReadAll();
        using var captures = CaptureSet.Open(request.Files, terminal.Input);
        using var progress = new Progress(request, terminal, captures);
        var writer = new PcapngWriter(to, $"Kansatsu {typeof(PacketExport).Assembly.GetName().Version?.ToString(3)}");
        var window = new TimeWindow(request);
        while (captures.TryRead(out var frame))
        {
            progress.Step(frame.Number);
            if (!window.Takes(frame.Timestamp)) continue;
            var flow = flows.Of(frame.Number, observation.Observer.Flows);
            if (!request.Filter.IsEverything && (flow < 0 || !request.Filter.Takes(flow, observation.Observer))) continue;
            if (InterfaceOf(captures, frame) is { } seenBy && PcapngWriter.CanWrite(seenBy.LinkType)) writer.Write(frame, seenBy, captures.CurrentComment, CommentOf(flow));
            else Unwritable++;
        }

        writer.WriteNames(captures.NameRecords);
    }

    /// <summary>Causes rest on the whole capture, also when only a part of it is written.</summary>
    FrameFlows ReadAll()
    {
        var flows = new FrameFlows();
        var dissector = new Dissector();
        using var progress = new Progress(request, terminal, observation.Captures);
        while (observation.Captures.TryRead(out var frame))
        {
            var d = dissector.Dissect(frame);
            flows.Add(observation.Observer.Observe(d), d);
            progress.Step(frame.Number);
        }

        return flows;
    }

    static CaptureInterface? InterfaceOf(CaptureSet captures, Frame frame)
    {
        var known = captures.CurrentFile!.Interfaces;
        // Interfaces of a file are numbered in a row unless another file's came between.
        var at = frame.Interface - known[0].Index;
        if ((uint)at < (uint)known.Count && known[at].Index == frame.Interface) return known[at];
        foreach (var candidate in known)
            if (candidate.Index == frame.Interface) return candidate;
        return null;
    }

    /// <summary>own-software: Firefox: Safe Browsing list update (likely)</summary>
    string? CommentOf(int index)
    {
        if (index < 0) return null;
        ref var recent = ref _recent[index % Remembered];
        if (recent.Index == index) return recent.Text;
        var cause = observation.Observer.Causes.Explain(observation.Observer.Flows[index]);
        var detail = cause.Detail.Length == 0 ? "" : ": " + FlowFacts.Detail(cause.Detail, request);
        recent = (index, $"{CauseNames.Of(cause.Kind)}{detail} ({CauseNames.Of(cause.Confidence)})");
        return recent.Text;
    }
}

using Kansatsu.Analysis;
using Kansatsu.App.Observing;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.App.Views;

namespace Kansatsu.App.Exporting;

/// <summary>`kansatsu export zeek|eve|csv|pcapng FILE…`: what was observed, for other tools.</summary>
static class ExportView
{
    static readonly string[] s_formats = ["zeek", "eve", "csv", "pcapng"];

    public static int Run(Request request, Terminal terminal)
    {
        var format = request.Files.FirstOrDefault() ?? "";
        if (!s_formats.Contains(format, StringComparer.Ordinal) || (request.Files.Count < 2 && request.Store is null))
        {
            terminal.Error.WriteLine("kansatsu: export takes zeek, eve, csv or pcapng, and a capture: kansatsu export csv x.pcap -o flows.csv (see kansatsu export --help)");
            return ExitCode.Usage;
        }

        if (format == "pcapng" && terminal.OutputIsScreen && request.Output is null or "-")
        {
            terminal.Error.WriteLine("kansatsu: pcapng is not for the screen; name a file: -o FILE");
            return ExitCode.Usage;
        }

        request = request with { Files = [.. request.Files.Skip(1)] };
        try
        {
            if (request.Files.Count == 0) return StoreExport.Run(format, request, terminal);
            using var captures = new Rereadable(request, terminal);
            return Write(format, request, captures.Terminal);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException { HResult: not 32 } && request.Output is { } path && path != "-")
        {
            Output.Say(terminal, path, e);
            return ExitCode.Unavailable;
        }
    }

    static int Write(string format, Request request, Terminal terminal)
    {
        using var observation = format == "pcapng" ? Observation.Open(request, terminal) : Observation.Of(request, terminal);
        // Nothing that could be opened: what stands at the place of the output stays.
        if (observation.Captures.Files.All(f => f.Problem is not null && f.Frames == 0 && f.Container == Sensor.ContainerKind.Unknown)) return observation.Report();
        if (format == "zeek") return WriteZeek(observation, request, terminal);
        using var output = Output.TryOpen(request.Output, terminal);
        if (output is null) return ExitCode.Unavailable;
        switch (format)
        {
            case "eve": WriteEve(observation, request, terminal, output.Stream); break;
            case "csv": FlowCsv.Write(Records(observation, request), request, output.Stream); break;
            default: WritePackets(observation, request, terminal, output.Stream); break;
        }

        output.Keep();
        return observation.Report();
    }

    static IEnumerable<FlowRecord> Records(Observation observation, Request request)
    {
        var observer = observation.Observer;
        foreach (var index in FlowFacts.InOrder(observer.Flows))
            if (request.Filter.Takes(index, observer)) yield return FlowRecord.Of(observer.Flows[index], observer, observation.InterfaceName);
    }

    static int WriteZeek(Observation observation, Request request, Terminal terminal)
    {
        using var outputs = ZeekOutputs.TryOpen(request.Output, terminal, ZeekLogs.Names);
        if (outputs is null) return ExitCode.Unavailable;
        var flows = new FinalFlows(observation.Observer, request);
        var logs = new ZeekLogs(flows, outputs.Log, outputs.IsOneStream);
        var read = SecondReading.Into(logs, flows, request, terminal);
        foreach (var index in FlowFacts.InOrder(flows.Observer.Flows))
            if (flows.Takes(index)) logs.Conn(FlowRecord.Of(flows[index], flows.Observer, observation.InterfaceName), read.Payloads.Of(index), IdOf(flows, read.CarrierOf(index)), HomeOf(flows, index));
        logs.Finish();
        outputs.Keep();
        SayLost(read, terminal);
        return observation.Report();
    }

    static string? IdOf(FinalFlows flows, int index) => index < 0 ? null : FlowId.Of(flows[index]);

    static (bool, bool)? HomeOf(FinalFlows flows, int index)
    {
        var home = flows.Observer.Home;
        return home.Home.Count == 0 ? null : (home.IsHome(flows[index].Initiator), home.IsHome(flows[index].Responder));
    }

    static void WriteEve(Observation observation, Request request, Terminal terminal, Stream to)
    {
        using var lines = new JsonLines(to);
        var flows = new FinalFlows(observation.Observer, request);
        var stream = new EveStream(flows, lines);
        var findings = observation.Observer.Findings.All;
        var read = SecondReading.Into(stream, flows, request, terminal, findings.SelectMany(f => f.Packets.Take(1)));
        foreach (var finding in findings)
        {
            var index = finding.Packets.Count > 0 ? read.FlowOf(finding.Packets[0]) : -1;
            if (index < 0 ? flows.TakesEverything : flows.Takes(index)) stream.Alert(finding, index);
        }

        foreach (var index in FlowFacts.InOrder(flows.Observer.Flows))
            if (flows.Takes(index)) stream.Flow(FlowRecord.Of(flows[index], flows.Observer, observation.InterfaceName));
        stream.Finish();
        SayLost(read, terminal);
    }

    static void WritePackets(Observation observation, Request request, Terminal terminal, Stream to)
    {
        var packets = new PacketExport(observation, request, terminal);
        packets.Write(to);
        to.Flush();
        if (packets.Unwritable > 0)
            terminal.Error.WriteLine($"kansatsu: {Quantity.Count(packets.Unwritable)} frames were left out: their link type has no number in pcapng");
    }

    static void SayLost(Transcriber read, Terminal terminal)
    {
        if (read.Lost == 0) return;
        terminal.Error.WriteLine($"kansatsu: {Quantity.Count(read.Lost)} messages were left out: their flows had made room for others (docs/reference/limits.md); export a shorter time with --since and --until");
    }
}

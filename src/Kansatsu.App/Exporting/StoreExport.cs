using Kansatsu.Analysis;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.App.Views;
using Kansatsu.Store;

namespace Kansatsu.App.Exporting;

/// <summary>`kansatsu export zeek|eve|csv --store`: the flows that a store keeps; messages and packets it does not keep.</summary>
static class StoreExport
{
    public static int Run(string format, Request request, Terminal terminal)
    {
        if (format == "pcapng")
        {
            terminal.Error.WriteLine("kansatsu: a store keeps no packets; export pcapng from the capture: kansatsu export pcapng x.pcap -o why.pcapng");
            return ExitCode.Usage;
        }

        using var store = SqliteStore.OpenToRead(request.Store!);
        var flows = store.Queries.EachFlow(StoredView.RangeOf(request, store), request.Filter.ToQuery(), long.MaxValue).Select(static f => f.Flow);
        if (format == "zeek") return WriteZeek(flows, request, terminal);
        using var output = Output.TryOpen(request.Output, terminal);
        if (output is null) return ExitCode.Unavailable;
        if (format == "csv") FlowCsv.Write(flows, request, output.Stream);
        else WriteEve(flows, output.Stream);
        output.Keep();
        return ExitCode.Done;
    }

    static int WriteZeek(IEnumerable<FlowRecord> flows, Request request, Terminal terminal)
    {
        using var outputs = ZeekOutputs.TryOpen(request.Output, terminal, ["conn"]);
        if (outputs is null) return ExitCode.Unavailable;
        var logs = new ZeekLogs(null, outputs.Log, outputs.IsOneStream);
        foreach (var flow in flows) logs.Conn(flow, null, null, HomeOf(flow.Way));
        outputs.Keep();
        return ExitCode.Done;
    }

    static void WriteEve(IEnumerable<FlowRecord> flows, Stream to)
    {
        using var lines = new JsonLines(to);
        var stream = new EveStream(null, lines);
        foreach (var flow in flows) stream.Flow(flow);
        stream.Finish();
    }

    /// <summary>A group's flow does not tell whether its sender is home.</summary>
    static (bool Initiator, bool Responder)? HomeOf(FlowWay way) => way switch
    {
        FlowWay.Out => (true, false),
        FlowWay.In => (false, true),
        FlowWay.Local => (true, true),
        FlowWay.Transit => (false, false),
        _ => null,
    };
}

using System.Globalization;
using Kansatsu.Analysis;
using Kansatsu.App.Options;
using Kansatsu.App.Text;
using Kansatsu.App.Views;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>Flows as a table for spreadsheets and data frames; the columns are explained in docs/reference/exports.md.</summary>
static class FlowCsv
{
    static readonly string[] s_columns =
    [
        "id", "community_id", "first", "last", "duration_s", "family", "zone", "protocol", "application", "initiator", "initiator_port", "responder",
        "responder_port", "icmp_type", "initiator_guessed", "direction", "packets_out", "packets_back", "bytes_out", "bytes_back", "history", "name",
        "name_from", "cause", "confidence", "program", "purpose", "detail",
    ];

    public static void Write(IEnumerable<FlowRecord> flows, Request request, Stream to)
    {
        using var csv = new Csv(to);
        foreach (var column in s_columns) csv.Add(column);
        csv.End();
        foreach (var flow in flows)
        {
            AddEnds(csv, flow);
            AddTraffic(csv, flow);
            AddCause(csv, flow.Cause, request);
            csv.End();
        }
    }

    static void AddEnds(Csv csv, FlowRecord flow)
    {
        csv.Add(flow.Id);
        csv.Add(flow.CommunityId);
        csv.Add(Clock.Rfc3339(flow.First));
        csv.Add(Clock.Rfc3339(flow.Last));
        csv.Add((flow.Last.Since(flow.First) / 1e9).ToString("0.000000", CultureInfo.InvariantCulture));
        csv.Add(flow.Family);
        csv.AddWire(WireText.Escape(flow.Zone ?? ""));
        csv.Add(ProtocolNames.Of(flow.Protocol));
        csv.Add(flow.Application);
        csv.Add(flow.Initiator.ToString());
        AddPort(csv, flow.HasPorts, flow.InitiatorPort);
        csv.Add(flow.Responder.ToString());
        AddPort(csv, flow.HasPorts, flow.ResponderPort);
        AddPort(csv, flow.IsIcmp, flow.InitiatorPort);
        csv.Add(flow.IsInitiatorGuessed ? "true" : "false");
    }

    static void AddPort(Csv csv, bool has, ushort port) => csv.Add(has ? port.ToString(CultureInfo.InvariantCulture) : "");

    static void AddTraffic(Csv csv, FlowRecord flow)
    {
        csv.Add(FlowWays.NameOf(flow.Way) ?? "");
        csv.Add(flow.PacketsOut);
        csv.Add(flow.PacketsBack);
        csv.Add(flow.BytesOut);
        csv.Add(flow.BytesBack);
        csv.Add(flow.History);
        csv.AddWire(NameText.Escape(flow.Name));
        csv.Add(flow.Name.Length == 0 ? "" : ProtocolNames.Of(flow.NameFrom));
    }

    static void AddCause(Csv csv, Cause cause, Request request)
    {
        csv.Add(CauseNames.Of(cause.Kind));
        csv.Add(CauseNames.Of(cause.Confidence));
        csv.AddWire(WireText.Escape(cause.Program ?? ""));
        csv.AddWire(WireText.Escape(cause.Purpose ?? ""));
        csv.AddWire(FlowFacts.Detail(cause.Detail, request));
    }
}

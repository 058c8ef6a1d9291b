using System.Globalization;
using Kansatsu.Analysis;
using Kansatsu.App.Observing;
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

    public static void Write(Observation observation, Request request, Stream to)
    {
        using var csv = new Csv(to);
        foreach (var column in s_columns) csv.Add(column);
        csv.End();
        var observer = observation.Observer;
        foreach (var index in FlowFacts.InOrder(observer.Flows))
        {
            if (!request.Filter.Takes(index, observer)) continue;
            ref readonly var flow = ref observer.Flows[index];
            AddEnds(csv, flow, observation);
            AddTraffic(csv, flow, observer);
            AddCause(csv, flow, observer, request);
            csv.End();
        }
    }

    static void AddEnds(Csv csv, in Flow flow, Observation observation)
    {
        csv.Add(FlowId.Of(flow));
        csv.Add(CommunityId.Of(flow));
        csv.Add(Clock.Rfc3339(flow.First));
        csv.Add(Clock.Rfc3339(flow.Last));
        csv.Add((flow.Last.Since(flow.First) / 1e9).ToString("0.000000", CultureInfo.InvariantCulture));
        csv.Add(flow.Family);
        csv.AddWire(flow.Zone == 0 ? "" : WireText.Escape(observation.InterfaceName(flow.Zone - 1) ?? $"interface-{flow.Zone - 1}"));
        csv.Add(ProtocolNames.Of(flow.Protocol));
        csv.Add(ProtocolNames.OfApplication(flow));
        csv.Add(flow.Initiator.ToString());
        csv.Add(flow.HasPorts ? flow.InitiatorPort.ToString(CultureInfo.InvariantCulture) : "");
        csv.Add(flow.Responder.ToString());
        csv.Add(flow.HasPorts ? flow.ResponderPort.ToString(CultureInfo.InvariantCulture) : "");
        csv.Add(flow.IsIcmp ? flow.InitiatorPort.ToString(CultureInfo.InvariantCulture) : "");
        csv.Add(flow.IsInitiatorGuessed ? "true" : "false");
    }

    static void AddTraffic(Csv csv, in Flow flow, Observer observer)
    {
        csv.Add(FlowFacts.Direction(flow, observer.Home) ?? "");
        csv.Add(flow.PacketsOut);
        csv.Add(flow.PacketsBack);
        csv.Add(flow.BytesOut);
        csv.Add(flow.BytesBack);
        csv.Add(flow.History);
        csv.AddWire(FlowFacts.Name(flow, observer));
        csv.Add(flow.NameId == 0 ? "" : ProtocolNames.Of(flow.NameFrom));
    }

    static void AddCause(Csv csv, in Flow flow, Observer observer, Request request)
    {
        var cause = observer.Causes.Explain(flow);
        csv.Add(CauseNames.Of(cause.Kind));
        csv.Add(CauseNames.Of(cause.Confidence));
        csv.AddWire(WireText.Escape(cause.Program ?? ""));
        csv.AddWire(WireText.Escape(cause.Purpose ?? ""));
        csv.AddWire(FlowFacts.Detail(cause.Detail, request));
    }
}

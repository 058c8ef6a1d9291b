using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>The fields of conn.log behind the ends of the connection.</summary>
static class ZeekConn
{
    public static void Write(Utf8JsonWriter json, int index, FinalFlows flows, (long Out, long Back)? payload, int carrier)
    {
        ref readonly var flow = ref flows[index];
        json.WriteString("proto", ZeekNames.Transport(flow.Protocol));
        if (ZeekNames.Service(flow.Application) is { } service) json.WriteString("service", service);
        // Zeek gives sizes only to what lasted.
        if (flow.Last > flow.First)
        {
            json.Seconds("duration", flow.Last.Since(flow.First));
            if (payload is { } bytes)
            {
                json.WriteNumber("orig_bytes", bytes.Out);
                json.WriteNumber("resp_bytes", bytes.Back);
            }
        }

        json.WriteString("conn_state", ZeekState.Of(flow, payload));
        var home = flows.Observer.Home;
        if (home.Home.Count > 0)
        {
            json.WriteBoolean("local_orig", home.IsHome(flow.Initiator));
            json.WriteBoolean("local_resp", home.IsHome(flow.Responder));
        }

        if (flow.History is { Length: > 0 } history) json.WriteString("history", history);
        json.WriteNumber("orig_pkts", flow.PacketsOut);
        json.WriteNumber("orig_ip_bytes", flow.BytesOut);
        json.WriteNumber("resp_pkts", flow.PacketsBack);
        json.WriteNumber("resp_ip_bytes", flow.BytesBack);
        if (carrier >= 0)
        {
            json.WriteStartArray("tunnel_parents");
            json.WriteStringValue(ZeekLogs.Uid(flows[carrier]));
            json.WriteEndArray();
        }

        json.WriteNumber("ip_proto", flow.Protocol);
        json.Plain("community_id", CommunityId.Of(flow));
        WriteOurs(json, flow, flows.Observer);
    }

    static void WriteOurs(Utf8JsonWriter json, in Flow flow, Observer observer)
    {
        var cause = observer.Causes.Explain(flow);
        json.WriteString("kansatsu_cause", CauseNames.Of(cause.Kind));
        json.WriteString("kansatsu_confidence", CauseNames.Of(cause.Confidence));
        if (cause.Detail.Length > 0) json.Wire("kansatsu_detail", cause.Detail);
        if (cause.Program is { } program) json.Wire("kansatsu_program", program);
        if (flow.NameId != 0) json.Name("kansatsu_name", observer.Names.TextOf(flow.NameId));
        if (flow.Application != LayerKind.None) json.WriteString("kansatsu_application", ProtocolNames.OfApplication(flow));
        if (flow.IsInitiatorGuessed) json.WriteBoolean("kansatsu_initiator_guessed", true);
    }
}

using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.App.Exporting;

/// <summary>The fields of conn.log behind the ends of the connection.</summary>
static class ZeekConn
{
    public static void Write(Utf8JsonWriter json, FlowRecord flow, (long Out, long Back)? payload, string? carrier, (bool Initiator, bool Responder)? home)
    {
        json.WriteString("proto", ZeekNames.Transport(flow.Protocol));
        if (ZeekNames.Service(ApplicationNames.Find(flow.Application)) is { } service) json.WriteString("service", service);
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
        if (home is { } ends)
        {
            json.WriteBoolean("local_orig", ends.Initiator);
            json.WriteBoolean("local_resp", ends.Responder);
        }

        if (flow.History.Length > 0) json.WriteString("history", flow.History);
        json.WriteNumber("orig_pkts", flow.PacketsOut);
        json.WriteNumber("orig_ip_bytes", flow.BytesOut);
        json.WriteNumber("resp_pkts", flow.PacketsBack);
        json.WriteNumber("resp_ip_bytes", flow.BytesBack);
        if (carrier is not null)
        {
            json.WriteStartArray("tunnel_parents");
            json.WriteStringValue(carrier);
            json.WriteEndArray();
        }

        json.WriteNumber("ip_proto", flow.Protocol);
        json.Plain("community_id", flow.CommunityId);
        WriteOurs(json, flow);
    }

    static void WriteOurs(Utf8JsonWriter json, FlowRecord flow)
    {
        json.WriteString("kansatsu_cause", CauseNames.Of(flow.Cause.Kind));
        json.WriteString("kansatsu_confidence", CauseNames.Of(flow.Cause.Confidence));
        if (flow.Cause.Detail.Length > 0) json.Wire("kansatsu_detail", flow.Cause.Detail);
        if (flow.Cause.Program is { } program) json.Wire("kansatsu_program", program);
        if (flow.Name.Length > 0) json.Name("kansatsu_name", flow.Name);
        if (flow.Application.Length > 0) json.WriteString("kansatsu_application", flow.Application);
        if (flow.IsInitiatorGuessed) json.WriteBoolean("kansatsu_initiator_guessed", true);
    }
}

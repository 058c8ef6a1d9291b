using System.Text.Encodings.Web;
using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;

namespace Kansatsu.App.Views;

/// <summary>A flow as JSON (docs/reference/json.md, "flows"), the same from a capture and from a store.</summary>
static class FlowJson
{
    public static void Write(Utf8JsonWriter json, FlowRecord flow)
    {
        json.WriteString("id", flow.Id);
        json.Time("first", flow.First);
        json.Time("last", flow.Last);
        json.WriteNumber("family", flow.Family);
        if (flow.Zone is null) json.WriteNull("zone");
        else json.Wire("zone", flow.Zone);
        json.WriteString("protocol", ProtocolNames.Of(flow.Protocol));
        WriteEnds(json, flow);
        json.WriteBoolean("initiator_guessed", flow.IsInitiatorGuessed);
        json.Pair("packets", flow.PacketsOut, flow.PacketsBack);
        json.Pair("bytes", flow.BytesOut, flow.BytesBack);
        if (flow.History.Length > 0) json.WriteString("history", flow.History);
        if (FlowWays.NameOf(flow.Way) is { } direction) json.WriteString("direction", direction);
        WriteName(json, flow);
        if (flow.Application.Length > 0) json.WriteString("application", flow.Application);
        json.WriteNull("process");
        // Base64 is harmless, and people search for it: a plus sign stays one.
        json.WriteString("community_id", JsonEncodedText.Encode(flow.CommunityId, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
        WriteCause(json, flow.Cause);
    }

    static void WriteEnds(Utf8JsonWriter json, FlowRecord flow)
    {
        json.Address("initiator", flow.Initiator);
        if (flow.HasPorts) json.WriteNumber("initiator_port", flow.InitiatorPort);
        json.Address("responder", flow.Responder);
        if (flow.HasPorts) json.WriteNumber("responder_port", flow.ResponderPort);
        if (flow.IsIcmp) json.WriteNumber("icmp_type", flow.InitiatorPort);
    }

    static void WriteName(Utf8JsonWriter json, FlowRecord flow)
    {
        json.WriteStartArray("names");
        if (flow.Name.Length > 0)
        {
            json.WriteStartObject();
            json.Name("name", flow.Name);
            json.WriteString("from", ProtocolNames.Of(flow.NameFrom));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (flow.Name.Length > 0) json.Name("name", flow.Name);
    }

    static void WriteCause(Utf8JsonWriter json, Cause cause)
    {
        json.WriteStartObject("cause");
        json.WriteString("kind", CauseNames.Of(cause.Kind));
        if (cause.Detail.Length > 0) json.Wire("detail", cause.Detail);
        if (cause.Program is { } program) json.Wire("program", program);
        if (cause.Purpose is { } purpose) json.Wire("purpose", purpose);
        json.WriteString("confidence", CauseNames.Of(cause.Confidence));
        json.WriteStartArray("evidence");
        foreach (var evidence in cause.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("rung", evidence.Rung);
            json.Wire("says", evidence.Says);
            json.WriteStartArray("packets");
            foreach (var frame in evidence.Packets) json.WriteNumberValue(frame);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>
/// One stream of EVE JSON: dns, tls, http and anomaly events as they are complete, then alerts (findings) and flows. Field names and units are Suricata's;
/// what is not known is left out; ours stand in an object "kansatsu".
/// </summary>
/// <param name="flows">What the messages belong to; null when only flows are written.</param>
sealed class EveStream(FinalFlows? flows, JsonLines lines) : IContentSink
{
    /// <summary>Numbers that every JSON reader keeps exact.</summary>
    const ulong LargestFlowId = (1ul << 53) - 1;

    readonly HashSet<string> _alerted = new(StringComparer.Ordinal);

    public void Dns(DnsMessageSeen message)
    {
        var json = Begin("dns", message.Time, message.Flow, message.Frame);
        EveDns.Write(json, message);
        End(message.Flow);
    }

    public void Tls(TlsGreetingSeen greeting)
    {
        var json = Begin("tls", greeting.Time, greeting.Flow, greeting.Frame);
        json.WriteStartObject("tls");
        if (greeting.ServerName is { } name) json.Wire("sni", name);
        if (greeting.Version is { } version && TlsNames.Version(version) is { } text) json.WriteString("version", text);
        json.WriteEndObject();
        End(greeting.Flow);
    }

    public void Http(HttpExchangeSeen exchange)
    {
        var json = Begin("http", exchange.Time, exchange.Flow, exchange.Frame);
        json.WriteStartObject("http");
        Given(json, "hostname", exchange.Host);
        Given(json, "url", exchange.Target);
        Given(json, "http_user_agent", exchange.UserAgent);
        Given(json, "http_content_type", exchange.ContentType);
        Given(json, "http_refer", exchange.Referrer);
        Given(json, "http_method", exchange.Method);
        Given(json, "protocol", exchange.RequestVersion);
        if (exchange.Status is { } status) json.WriteNumber("status", status);
        json.WriteEndObject();
        End(exchange.Flow);
    }

    public void Anomaly(AnomalyAt anomaly)
    {
        var json = Begin("anomaly", anomaly.Time, anomaly.Flow, anomaly.Frame, anomaly.Back);
        var own = AnomalyNames.Of(anomaly.Anomaly);
        json.WriteStartObject("anomaly");
        var isApplication = anomaly.Anomaly >= Kansatsu.Wire.Anomaly.DnsMalformed;
        json.WriteString("type", isApplication ? "applayer" : "decode");
        json.WriteString("event", EveDecoderEvents.Of(anomaly.Anomaly, anomaly.Flow >= 0 && flows![anomaly.Flow].Family == 4) ?? "kansatsu." + own);
        if (isApplication) json.WriteString("layer", "proto_parser");
        json.WriteEndObject();
        End(anomaly.Flow, anomaly: own);
    }

    /// <summary>A finding as an alert.</summary>
    /// <param name="index">The flow of its first packet; -1 when it rests on none.</param>
    public void Alert(Finding finding, int index)
    {
        if (index >= 0) _alerted.Add(FlowId.Of(flows![index]));
        var json = Begin("alert", finding.First, index, finding.Packets.Count > 0 ? finding.Packets[0] : 0);
        json.WriteStartObject("alert");
        json.WriteString("action", "allowed");
        json.WriteNumber("gid", EveSignatures.Generator);
        json.WriteNumber("signature_id", EveSignatures.Of(finding.Name));
        json.WriteNumber("rev", 1);
        json.Wire("signature", $"{finding.Name}: {finding.Says.English}");
        json.WriteString("category", "Kansatsu " + FindingNames.Of(finding.Severity));
        json.WriteNumber("severity", EveNames.SeverityOf(finding.Severity));
        json.WriteEndObject();
        End(index, finding: finding);
    }

    public void Flow(FlowRecord flow)
    {
        var json = lines.Begin();
        json.EveTime("timestamp", flow.Last);
        var id = flow.Id;
        json.WriteNumber("flow_id", NumberOf(id));
        json.WriteString("event_type", "flow");
        WriteEnds(json, flow.Initiator, flow.InitiatorPort, flow.Responder, flow.ResponderPort, flow.HasPorts);
        json.WriteString("proto", EveNames.Transport(flow.Protocol));
        if (flow.IsIcmp) json.WriteNumber("icmp_type", flow.InitiatorPort);
        json.Plain("community_id", flow.CommunityId);
        if (EveNames.Application(ApplicationNames.Find(flow.Application)) is { } application) json.WriteString("app_proto", application);
        json.WriteStartObject("flow");
        json.WriteNumber("pkts_toserver", flow.PacketsOut);
        json.WriteNumber("pkts_toclient", flow.PacketsBack);
        json.WriteNumber("bytes_toserver", flow.BytesOut);
        json.WriteNumber("bytes_toclient", flow.BytesBack);
        json.EveTime("start", flow.First);
        json.EveTime("end", flow.Last);
        json.WriteNumber("age", flow.Last.Since(flow.First) / Timestamp.PerSecond);
        json.WriteString("state", EveNames.State(flow));
        json.WriteString("reason", "shutdown");
        json.WriteBoolean("alerted", _alerted.Contains(id));
        json.WriteEndObject();
        json.WriteStartObject("kansatsu");
        EveOurs.Write(json, flow);
        json.WriteEndObject();
        lines.End();
    }

    public void Finish() => lines.Flush();

    Utf8JsonWriter Begin(string type, Timestamp time, int index, long frame, bool back = false)
    {
        var json = lines.Begin();
        json.EveTime("timestamp", time);
        if (index >= 0) json.WriteNumber("flow_id", NumberOf(FlowId.Of(flows![index])));
        if (frame > 0) json.WriteNumber("pcap_cnt", frame);
        json.WriteString("event_type", type);
        if (index < 0) return json;
        ref readonly var flow = ref flows![index];
        if (back) WriteEnds(json, flow.Responder, flow.ResponderPort, flow.Initiator, flow.InitiatorPort, flow.HasPorts);
        else WriteEnds(json, flow.Initiator, flow.InitiatorPort, flow.Responder, flow.ResponderPort, flow.HasPorts);
        json.WriteString("proto", EveNames.Transport(flow.Protocol));
        if (flow.IsIcmp) json.WriteNumber("icmp_type", flow.InitiatorPort);
        json.Plain("community_id", CommunityId.Of(flow));
        return json;
    }

    static ulong NumberOf(string id) => FlowId.NumberOf(id) & LargestFlowId;

    static void WriteEnds(Utf8JsonWriter json, Ipv6Address source, int sourcePort, Ipv6Address destination, int destinationPort, bool hasPorts)
    {
        json.Address("src_ip", source);
        if (hasPorts) json.WriteNumber("src_port", sourcePort);
        json.Address("dest_ip", destination);
        if (hasPorts) json.WriteNumber("dest_port", destinationPort);
    }

    void End(int index, string? anomaly = null, Finding? finding = null)
    {
        var json = lines.Json;
        json.WriteStartObject("kansatsu");
        if (index >= 0) EveOurs.Write(json, index, flows!.Observer);
        if (anomaly is not null) json.WriteString("anomaly", anomaly);
        if (finding is not null)
        {
            json.WriteString("finding", finding.Id);
            json.Wire("subject", finding.Subject);
            json.Wire("do", finding.Do.English);
        }

        json.WriteEndObject();
        lines.End();
    }

    static void Given(Utf8JsonWriter json, string name, string? text)
    {
        if (text is { Length: > 0 }) json.Wire(name, text);
    }
}

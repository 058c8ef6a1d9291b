using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>
/// conn, dns, ssl, http and weird in Zeek's JSON log format: Zeek's field names and units; what is not known is left out; what Zeek has no field for is
/// called kansatsu_….
/// </summary>
/// <param name="flows">What the messages belong to; null when only conn is written.</param>
/// <param name="log">Gives the log of a name.</param>
/// <param name="isOneStream">All logs go to one place: each line says in _path which it is of.</param>
sealed class ZeekLogs(FinalFlows? flows, Func<string, JsonLines> log, bool isOneStream) : IContentSink
{
    public static readonly IReadOnlyList<string> Names = ["conn", "dns", "ssl", "http", "weird"];

    const int MostWaiting = 1 << 16;

    /// <summary>The letter before Zeek's identifiers of connections.</summary>
    const string UidPrefix = "C";

    readonly Dictionary<(int Flow, ushort Id), Queue<DnsMessageSeen>> _queries = [];
    int _waiting;

    public void Dns(DnsMessageSeen message)
    {
        if (message.OpCode != 0) return;
        var key = (message.Flow, message.Id);
        if (!message.IsResponse)
        {
            if (++_waiting > MostWaiting) FlushQueries();
            if (!_queries.TryGetValue(key, out var waiting)) _queries.Add(key, waiting = new());
            waiting.Enqueue(message);
            return;
        }

        if (!_queries.TryGetValue(key, out var queries))
        {
            WriteDns(null, message, 0);
            return;
        }

        _waiting--;
        WriteDns(queries.Dequeue(), message, 0);
        if (queries.Count == 0) _queries.Remove(key);
    }

    public void Tls(TlsGreetingSeen greeting)
    {
        var json = Begin("ssl", greeting.Time, greeting.Flow);
        if (greeting.Version is { } version) json.WriteString("version", ZeekNames.TlsVersion(version));
        if (greeting.Cipher is { } cipher) json.WriteString("cipher", TlsNames.CipherSuite(cipher) ?? $"unknown-{cipher}");
        if (greeting.ServerName is { } name) json.Wire("server_name", name);
        if (greeting.NextProtocol is { } next) json.Wire("next_protocol", next);
        End("ssl", greeting.Flow);
    }

    public void Http(HttpExchangeSeen exchange)
    {
        var json = Begin("http", exchange.Time, exchange.Flow);
        json.WriteNumber("trans_depth", exchange.Depth);
        json.Wire("method", exchange.Method);
        Given(json, "host", exchange.Host);
        Given(json, "uri", exchange.Target);
        Given(json, "referrer", exchange.Referrer);
        Given(json, "version", (exchange.ResponseVersion ?? exchange.RequestVersion)?.Replace("HTTP/", "", StringComparison.Ordinal));
        Given(json, "user_agent", exchange.UserAgent);
        Given(json, "origin", exchange.Origin);
        if (exchange.Status is { } status) json.WriteNumber("status_code", status);
        Given(json, "status_msg", exchange.Reason);
        if (exchange.InterimStatus is { } interim) json.WriteNumber("info_code", interim);
        Given(json, "info_msg", exchange.InterimReason);
        End("http", exchange.Flow);
    }

    public void Anomaly(AnomalyAt anomaly)
    {
        var json = Begin("weird", anomaly.Time, anomaly.Flow);
        var own = AnomalyNames.Of(anomaly.Anomaly);
        json.WriteString("name", ZeekWeirds.Of(anomaly.Anomaly) ?? own);
        json.WriteString("addl", $"frame {anomaly.Frame}");
        json.WriteBoolean("notice", false);
        json.WriteString("source", "Kansatsu");
        json.WriteString("kansatsu_name", own);
        End("weird", anomaly.Flow);
    }

    /// <param name="payload">Bytes of transport payload; null when they are not known.</param>
    /// <param name="carrier">Id of the flow of the tunnel around it; null without one.</param>
    /// <param name="home">Whether its ends are home; null when that is not known.</param>
    public void Conn(FlowRecord flow, (long Out, long Back)? payload, string? carrier, (bool Initiator, bool Responder)? home)
    {
        var json = Begin("conn", flow.First);
        WriteEnds(json, UidPrefix + flow.Id, flow.Initiator, flow.InitiatorPort, flow.Responder, flow.ResponderPort);
        ZeekConn.Write(json, flow, payload, carrier is null ? null : UidPrefix + carrier, home);
        log("conn").End();
    }

    /// <summary>No more messages come.</summary>
    public void Finish()
    {
        FlushQueries();
        foreach (var name in Names) log(name).Flush();
    }

    void FlushQueries()
    {
        foreach (var query in _queries.Values.SelectMany(q => q).OrderBy(q => q.Frame))
            for (var i = 0; i < Math.Max(1, query.Questions.Count); i++) WriteDns(query, null, i);
        _queries.Clear();
        _waiting = 0;
    }

    void WriteDns(DnsMessageSeen? query, DnsMessageSeen? reply, int question)
    {
        var first = query ?? reply!;
        var json = Begin("dns", first.Time, first.Flow);
        ZeekDns.Write(json, flows![first.Flow], query, reply, question);
        End("dns", first.Flow);
    }

    Utf8JsonWriter Begin(string name, Timestamp time, int index)
    {
        var json = Begin(name, time);
        if (index < 0) return json;
        ref readonly var flow = ref flows![index];
        WriteEnds(json, UidPrefix + FlowId.Of(flow), flow.Initiator, flow.InitiatorPort, flow.Responder, flow.ResponderPort);
        return json;
    }

    Utf8JsonWriter Begin(string name, Timestamp time)
    {
        var json = log(name).Begin();
        if (isOneStream) json.WriteString("_path", name);
        json.Epoch("ts", time);
        return json;
    }

    static void WriteEnds(Utf8JsonWriter json, string uid, Ipv6Address initiator, int initiatorPort, Ipv6Address responder, int responderPort)
    {
        json.WriteString("uid", uid);
        json.Address("id.orig_h", initiator);
        json.WriteNumber("id.orig_p", initiatorPort);
        json.Address("id.resp_h", responder);
        json.WriteNumber("id.resp_p", responderPort);
    }

    void End(string name, int index)
    {
        var lines = log(name);
        if (index >= 0) lines.Json.WriteString("kansatsu_cause", CauseNames.Of(flows!.Observer.Causes.KindOf(index)));
        lines.End();
    }

    static void Given(Utf8JsonWriter json, string name, string? text)
    {
        if (text is { Length: > 0 }) json.Wire(name, text);
    }
}

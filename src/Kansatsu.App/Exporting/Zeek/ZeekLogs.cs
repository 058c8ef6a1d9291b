using System.Text.Json;
using Kansatsu.Analysis;
using Kansatsu.App.Text;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>
/// conn, dns, ssl, http and weird in Zeek's JSON log format: Zeek's field names and units; what is not known is left out; what Zeek has no field for is
/// called kansatsu_….
/// </summary>
/// <param name="log">Gives the log of a name.</param>
/// <param name="isOneStream">All logs go to one place: each line says in _path which it is of.</param>
sealed class ZeekLogs(FinalFlows flows, Func<string, JsonLines> log, bool isOneStream) : IContentSink
{
    public static readonly IReadOnlyList<string> Names = ["conn", "dns", "ssl", "http", "weird"];

    const int MostWaiting = 1 << 16;

    /// <summary>The letter before Zeek's identifiers of connections.</summary>
    const char UidPrefix = 'C';

    readonly Dictionary<(int Flow, ushort Id), Queue<DnsMessageSeen>> _queries = [];
    int _waiting;

    public static string Uid(in Flow flow) => UidPrefix + FlowId.Of(flow);

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

    public void Conn(int index, (long Out, long Back)? payload, int carrier)
    {
        ref readonly var flow = ref flows[index];
        ZeekConn.Write(Begin("conn", flow.First, index), index, flows, payload, carrier);
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
        ZeekDns.Write(json, flows[first.Flow], query, reply, question);
        End("dns", first.Flow);
    }

    Utf8JsonWriter Begin(string name, Timestamp time, int index)
    {
        var json = log(name).Begin();
        if (isOneStream) json.WriteString("_path", name);
        json.Epoch("ts", time);
        if (index < 0) return json;
        ref readonly var flow = ref flows[index];
        json.WriteString("uid", Uid(flow));
        json.Address("id.orig_h", flow.Initiator);
        json.WriteNumber("id.orig_p", flow.InitiatorPort);
        json.Address("id.resp_h", flow.Responder);
        json.WriteNumber("id.resp_p", flow.ResponderPort);
        return json;
    }

    void End(string name, int index)
    {
        var lines = log(name);
        if (index >= 0) lines.Json.WriteString("kansatsu_cause", CauseNames.Of(flows.Observer.Causes.KindOf(index)));
        lines.End();
    }

    static void Given(Utf8JsonWriter json, string name, string? text)
    {
        if (text is { Length: > 0 }) json.Wire(name, text);
    }
}

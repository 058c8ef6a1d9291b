using Kansatsu.Analysis;
using Kansatsu.Wire;

namespace Kansatsu.App.Exporting;

/// <summary>
/// Listens to the second reading: pairs greetings with choices and requests with responses, and hands on what is complete. What waits is bounded; when it is
/// full, all that waits goes on as it is.
/// </summary>
sealed class Transcriber(FinalFlows flows, IContentSink sink, IEnumerable<long> frames) : ITranscript
{
    const int MostWaiting = 1 << 16;
    const int MostRequests = 100;

    readonly Dictionary<int, TlsGreetingSeen> _greetings = [];
    readonly Dictionary<int, Exchanges> _exchanges = [];
    readonly Dictionary<int, int> _carriers = [];
    readonly Dictionary<long, int> _flowOf = frames.Distinct().ToDictionary(frame => frame, _ => -1);

    /// <summary>Messages of flows that had made room for others by the end of the first reading: nothing more is known of them.</summary>
    public long Lost { get; private set; }

    public PayloadSums Payloads { get; } = new();

    /// <summary>The second observer, of which the facts speak.</summary>
    public Observer? Observer { get; set; }

    /// <summary>The flow of the tunnel around the first packet of a flow; -1 without one.</summary>
    public int CarrierOf(int flow) => _carriers.GetValueOrDefault(flow, -1);

    /// <summary>The flow of a frame that was asked for; -1 when it has none.</summary>
    public int FlowOf(long frame) => _flowOf.GetValueOrDefault(frame, -1);

    public void Packet(in Dissection d, in PacketFacts facts, int carrier)
    {
        Payloads.Add(d, facts.FlowIndex, facts.Back);
        if (carrier >= 0 && _carriers.Count < MostWaiting) _carriers.TryAdd(facts.FlowIndex, carrier);
        if (_flowOf.Count > 0 && _flowOf.ContainsKey(facts.Frame)) _flowOf[facts.Frame] = IsKnown(facts) ? facts.FlowIndex : -1;
        foreach (var anomaly in d.Anomalies)
            if (Wants(facts)) sink.Anomaly(new AnomalyAt(facts.Time, facts.Frame, facts.FlowIndex, facts.Back, anomaly));
        if (facts.Back && _exchanges.TryGetValue(facts.FlowIndex, out var exchanges) && exchanges.Waiting.Count > 0) Answer(d, exchanges);
    }

    /// <summary>A frame without IP has no flow.</summary>
    public void Frame(in Dissection d)
    {
        // What no layer could be read of is counted nowhere.
        if (!flows.TakesEverything || d.Count == 0) return;
        foreach (var anomaly in d.Anomalies) sink.Anomaly(new AnomalyAt(d.Timestamp, d.Number, -1, false, anomaly));
    }

    public void Dns(LayerKind via, DnsMessage message, in PacketFacts facts)
    {
        if (Wants(facts)) sink.Dns(DnsMessages.Copy(via, message, facts));
    }

    public void Greeting(NameSource from, in TlsClientHello hello, in PacketFacts facts)
    {
        if (from == NameSource.QuicSni || !Wants(facts)) return;
        if (_greetings.Count == MostWaiting) FlushGreetings();
        var greeting = new TlsGreetingSeen { Time = facts.Time, Frame = facts.Frame, Flow = facts.FlowIndex, ServerName = Text(hello.ServerName) };
        if (_greetings.Remove(facts.FlowIndex, out var earlier)) sink.Tls(earlier);
        _greetings.Add(facts.FlowIndex, greeting);
    }

    public void Choice(in TlsServerHello hello, in PacketFacts facts)
    {
        if (!facts.Back || !_greetings.Remove(facts.FlowIndex, out var greeting)) return;
        (greeting.Version, greeting.Cipher, greeting.NextProtocol) = (hello.Version, hello.CipherSuite, Text(hello.Alpn));
        sink.Tls(greeting);
    }

    public void Request(in HttpRequest request, in PacketFacts facts)
    {
        if (!Wants(facts)) return;
        if (_exchanges.Count == MostWaiting) FlushExchanges();
        if (!_exchanges.TryGetValue(facts.FlowIndex, out var exchanges)) _exchanges.Add(facts.FlowIndex, exchanges = new Exchanges());
        if (exchanges.Waiting.Count == MostRequests) sink.Http(exchanges.Waiting.Dequeue());
        exchanges.Waiting.Enqueue(new HttpExchangeSeen
        {
            Time = facts.Time,
            Frame = facts.Frame,
            Flow = facts.FlowIndex,
            Depth = ++exchanges.Depth,
            Method = WireText.Decode(request.Method),
            Host = Text(request.Host),
            Target = Text(request.Target),
            RequestVersion = Text(request.Version),
            Referrer = Text(request.Referer),
            UserAgent = Text(request.UserAgent),
            Origin = Text(request.Field("Origin"u8)),
        });
    }

    /// <summary>The captures are at their end: what still waits goes on.</summary>
    public void Finish()
    {
        FlushGreetings();
        FlushExchanges();
    }

    /// <summary>Heads are found where a segment begins with one; any other leaves its request without a status.</summary>
    void Answer(in Dissection d, Exchanges exchanges)
    {
        if (d[d.Transport].Kind != LayerKind.Tcp) return;
        HttpResponse.Read(d.PayloadOf(d[d.Transport]), out var response);
        if (response.Version.IsEmpty) return;
        var exchange = exchanges.Waiting.Peek();
        if (response.IsInterim)
        {
            (exchange.InterimStatus, exchange.InterimReason) = (response.StatusCode, Text(response.Reason));
            return;
        }

        (exchange.Status, exchange.Reason) = (response.StatusCode, Text(response.Reason));
        (exchange.ResponseVersion, exchange.ContentType) = (Text(response.Version), Text(response.ContentType));
        sink.Http(exchanges.Waiting.Dequeue());
    }

    void FlushGreetings()
    {
        foreach (var greeting in _greetings.Values.OrderBy(g => g.Frame)) sink.Tls(greeting);
        _greetings.Clear();
    }

    void FlushExchanges()
    {
        foreach (var exchange in _exchanges.Values.SelectMany(e => e.Waiting).OrderBy(e => e.Frame)) sink.Http(exchange);
        _exchanges.Clear();
    }

    bool IsKnown(in PacketFacts facts) => flows.IsSame(facts.FlowIndex, Observer!.Flows[facts.FlowIndex]);

    bool Wants(in PacketFacts facts)
    {
        if (IsKnown(facts)) return flows.Takes(facts.FlowIndex);
        Lost++;
        return false;
    }

    static string? Text(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? null : WireText.Decode(bytes);

    sealed class Exchanges
    {
        public int Depth;

        public Queue<HttpExchangeSeen> Waiting { get; } = new();
    }
}

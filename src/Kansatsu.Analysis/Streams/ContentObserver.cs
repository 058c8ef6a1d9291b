using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Reads application content as far as names and explanations need it: datagrams one by one, TCP streams in order.</summary>
sealed partial class ContentObserver
{
    readonly FlowTable _flows;
    readonly StreamTable _streams;
    readonly NameTable _names;
    readonly NeighborTable _neighbors;
    readonly byte[] _scratch = new byte[StreamHalf.MaxKept];

    public ContentObserver(FlowTable flows, NameTable names, NeighborTable neighbors, MailTable mails)
    {
        _flows = flows;
        _streams = new StreamTable(flows);
        _names = names;
        _neighbors = neighbors;
        _mails = mails;
    }

    /// <summary>Told of every message read here.</summary>
    public ITranscript? Transcript { get; init; }

    public long StreamsGivenUp => _streams.GivenUp;

    public long StreamBytesRefused => _streams.BytesRefused;

    public long GreetingsGivenUp => _quic.GivenUp;

    /// <summary>A flow's record is about to be used again: what is kept for it goes.</summary>
    public void Forget(int flowIndex)
    {
        ref var flow = ref _flows[flowIndex];
        if (flow.Protocol == IpProtocols.Tcp) _streams.End(ref flow);
        else _quic.Forget(flow);
    }

    public void ObserveDatagram(in Dissection d, in Layer layer, int index, in PacketFacts facts)
    {
        ref var flow = ref _flows[index];
        if (flow.Application is LayerKind.None) flow.Application = layer.Kind;
        switch (layer.Kind)
        {
            case LayerKind.Dns or LayerKind.Mdns or LayerKind.Llmnr or LayerKind.Nbns:
                ObserveDns(layer.Kind, d.BytesOf(layer), facts);
                break;
            case LayerKind.Quic when (flow.Flags & FlowFlags.ContentDone) == 0:
                ObserveQuic(d.BytesOf(layer), ref flow, facts);
                break;
            case LayerKind.Dtls when (flow.Flags & FlowFlags.ContentDone) == 0:
                ObserveDtls(d.BytesOf(layer), ref flow, facts);
                break;
            case LayerKind.Dhcpv6:
                _neighbors.ObserveDhcpv6(d.BytesOf(layer), facts);
                break;
            case LayerKind.Dhcp:
                _neighbors.ObserveDhcp(d.BytesOf(layer), facts);
                break;
        }
    }

    /// <summary>A TCP segment with payload.</summary>
    public void ObserveSegment(in Dissection d, in Layer tcp, int index, in PacketFacts facts)
    {
        ref var flow = ref _flows[index];
        var kind = d.Application >= 0 ? d[d.Application].Kind : LayerKind.None;
        if (flow.Application is LayerKind.None) flow.Application = kind;
        if ((flow.Flags & FlowFlags.ContentDone) != 0) return;
        var payload = d.PayloadOf(tcp);
        var stream = _streams.Of(flow);
        if (stream is null)
        {
            if (Begins(kind, payload) == StreamContent.Idle) return;
            stream = _streams.Begin(index);
        }

        if (!TcpHeader.TryRead(d.HeaderOf(tcp), out var header)) return;
        ref var half = ref facts.Back ? ref stream.Back : ref stream.Out;
        if (half.Content == StreamContent.Done) return;
        // A server's HTTP/2 has no mark of its own: it is what the client's preface asked for.
        if (facts.Back && stream.Out.Content == StreamContent.Http2 && half.Content == StreamContent.Idle) half.Content = StreamContent.Http2;
        // Mail is a conversation: either side tells what the other one speaks.
        if (half.Content == StreamContent.Idle && (facts.Back ? stream.Out : stream.Back).Content == StreamContent.Mail) half.Content = StreamContent.Mail;
        Place(ref half, header.SequenceNumber, payload, kind, ref flow, facts);
        // A segment that the capture cut leaves a hole that nothing will fill.
        if (tcp.Length < tcp.DeclaredLength) Resynchronise(ref half);
        if (stream.Out.Content != StreamContent.Done || stream.Back.Content != StreamContent.Done) return;
        flow.Flags |= FlowFlags.ContentDone;
        _streams.End(ref flow);
    }

    /// <summary>What a segment that nothing precedes begins with, as far as it is read here.</summary>
    static StreamContent Begins(LayerKind kind, ReadOnlySpan<byte> payload) => kind switch
    {
        LayerKind.Tls when payload[0] == (byte)TlsContentType.Handshake => StreamContent.Tls,
        LayerKind.Http when HttpRequest.BeginsWithMethod(payload) => StreamContent.Http,
        LayerKind.Http2 when payload.StartsWith(HttpPreface.Http2) => StreamContent.Http2,
        LayerKind.Dns => StreamContent.Dns,
        LayerKind.Smtp or LayerKind.Imap or LayerKind.Pop => StreamContent.Mail,
        _ => StreamContent.Idle,
    };

    void Place(ref StreamHalf half, uint sequence, ReadOnlySpan<byte> payload, LayerKind kind, ref Flow flow, in PacketFacts facts)
    {
        if (!half.IsSynchronised) (half.Next, half.IsSynchronised) = (sequence, true);
        var ahead = (int)(sequence - half.Next);
        if (ahead > 0)
        {
            if (half.KeepEarly(sequence, payload)) return;
            Resynchronise(ref half);
            (half.Next, half.IsSynchronised, ahead) = (sequence, true, 0);
        }

        // Half the sequence space away, a difference has no sign; such a segment is as old as it is new.
        if (ahead == int.MinValue || -ahead >= payload.Length) return;
        payload = payload[-ahead..];
        half.Next += (uint)payload.Length;
        Consume(ref half, payload, kind, ref flow, facts);
        while (half.HasEarly && half.TryTakeEarly(out var early))
        {
            var late = (int)(half.Next - early.Sequence);
            if (late >= 0 && late < early.Length)
            {
                var rest = early.Bytes.AsSpan(late, early.Length - late);
                half.Next += (uint)rest.Length;
                Consume(ref half, rest, TcpApplications.Identify(flow.InitiatorPort, flow.ResponderPort, rest), ref flow, facts);
            }

            half.Return(early);
        }
    }

    static void Resynchronise(ref StreamHalf half)
    {
        var isDone = half.Content == StreamContent.Done;
        half.Reset();
        if (isDone) half.Content = StreamContent.Done;
    }

    void Consume(ref StreamHalf half, ReadOnlySpan<byte> bytes, LayerKind kind, ref Flow flow, in PacketFacts facts)
    {
        if (half.Content == StreamContent.Idle) half.Content = Begins(kind, bytes);
        if (half.Content is StreamContent.Idle or StreamContent.Done) return;
        var hasKept = !half.Kept.IsEmpty;
        if (hasKept)
        {
            if (!half.Keep(bytes))
            {
                half.Forget();
                half.Content = StreamContent.Idle;
                return;
            }

            bytes = half.Kept;
        }

        if (bytes.Length < half.Needed) return;
        var consumed = half.Content switch
        {
            StreamContent.Tls => ConsumeTls(ref half, bytes, ref flow, facts),
            StreamContent.Http => ConsumeHttp(ref half, bytes, ref flow, facts),
            StreamContent.Http2 => ConsumeHttp2(bytes, facts),
            StreamContent.Mail => ConsumeMail(ref half, bytes, kind, ref flow, facts),
            _ => ConsumeDns(bytes, facts),
        };
        if (half.Content is StreamContent.Idle or StreamContent.Done) half.Forget();
        else if (hasKept) half.Drop(consumed);
        else if (consumed < bytes.Length && !half.Keep(bytes[consumed..])) half.Content = StreamContent.Idle;
    }

    void ObserveDns(LayerKind via, ReadOnlySpan<byte> bytes, in PacketFacts facts)
    {
        _names.ObserveDns(via, bytes, facts);
        if (Transcript is { } transcript && DnsMessage.TryRead(bytes, out var message)) transcript.Dns(via, message, facts);
    }

    void Greet(ref Flow flow, NameSource source, in TlsClientHello hello, in PacketFacts facts)
    {
        Transcript?.Greeting(source, hello, facts);
        if (flow.Greeting == 0) (flow.Stack, flow.Greeting) = (ClientStacks.Of(hello), ClientStacks.Print(hello));
        Name(ref flow, source, hello.ServerName, facts);
    }

    void Name(ref Flow flow, NameSource source, ReadOnlySpan<byte> name, in PacketFacts facts)
    {
        if (name.IsEmpty) return;
        var id = _names.Observe(source, name, facts);
        if (id == 0 || (flow.NameId != 0 && flow.NameFrom >= source)) return;
        (flow.NameId, flow.NameFrom, flow.NameFrame) = (id, source, facts.Frame);
    }
}

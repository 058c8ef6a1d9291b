using System.Buffers.Binary;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>What is wanted of each protocol over TCP. Each reader returns how many bytes it is done with.</summary>
sealed partial class ContentObserver
{
    /// <summary>Names taken from one certificate; content networks list hundreds.</summary>
    const int MaxCertificateNames = 16;

    int ConsumeTls(ref StreamHalf half, ReadOnlySpan<byte> bytes, ref Flow flow, in PacketFacts facts)
    {
        var reader = new TlsHandshakeReader(bytes, _scratch);
        while (reader.MoveNext())
        {
            switch (reader.Current.Type)
            {
                case TlsHandshakeType.ClientHello:
                    if (TlsClientHello.TryRead(reader.Current.Message, out var hello)) Greet(ref flow, NameSource.TlsSni, hello, facts);
                    half.Content = StreamContent.Done;
                    return bytes.Length;
                case TlsHandshakeType.ServerHello:
                    if (Transcript is { } transcript && TlsServerHello.TryRead(reader.Current.Message, out var chosen)) transcript.Choice(chosen, facts);
                    break;
                case TlsHandshakeType.Certificate:
                    ObserveCertificate(reader.Current.Body, ref flow, facts);
                    half.Content = StreamContent.Done;
                    return bytes.Length;
            }
        }

        if (reader.Outcome != TlsReading.NeedMore) half.Content = StreamContent.Done;
        half.Needed = Math.Max(0, reader.Needed - reader.Consumed);
        return reader.Consumed;
    }

    int ConsumeHttp(ref StreamHalf half, ReadOnlySpan<byte> bytes, ref Flow flow, in PacketFacts facts)
    {
        if (half.Searched > 0 && !HasHeaderEnd(bytes[Math.Max(0, half.Searched - 2)..]))
        {
            half.Searched = bytes.Length;
            return 0;
        }

        half.Searched = 0;
        var offset = 0;
        while (true)
        {
            offset += half.Body.Skip(bytes[offset..]);
            if (!half.Body.IsDone || offset == bytes.Length)
            {
                if (half.Body.IsBroken) EndHttp(ref half);
                return bytes.Length;
            }

            // Empty lines before a request are nothing to keep (RFC 9112 §2.2).
            var begin = bytes[offset..].IndexOfAnyExcept("\r\n"u8);
            if (begin < 0) return bytes.Length;
            offset += begin;
            var reading = HttpRequest.Read(bytes[offset..], out var request);
            if (reading == HttpReading.NeedMore)
            {
                half.Searched = bytes.Length - offset;
                return offset;
            }

            if (reading != HttpReading.Complete)
            {
                EndHttp(ref half);
                return bytes.Length;
            }

            var kept = _names.ObserveHttp(request.Method, request.Host, request.Target, request.UserAgent, facts);
            if (flow.Content == 0 && flow.Application == LayerKind.Http) flow.Content = kept + 1;
            Name(ref flow, NameSource.HttpHost, request.Host, facts);
            Transcript?.Request(request, facts);
            half.Body = request.Body;
            offset += request.HeaderLength;
            // Behind CONNECT another protocol follows: the next segment is looked at anew.
            if (request.IsConnect) EndHttp(ref half);
            if (request.IsConnect) return bytes.Length;
        }
    }

    /// <summary>An end of line and an empty line behind it: before that comes, a header that arrives in small pieces is not read anew at each.</summary>
    static bool HasHeaderEnd(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\n\r\n"u8) >= 0 || bytes.IndexOf("\n\n"u8) >= 0;

    static void EndHttp(ref StreamHalf half)
    {
        half.Content = StreamContent.Idle;
        half.Body = default;
    }

    /// <summary>Messages with their length before them (RFC 1035 §4.2.2).</summary>
    int ConsumeDns(ReadOnlySpan<byte> bytes, in PacketFacts facts)
    {
        var offset = 0;
        while (bytes.Length - offset >= 2)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[offset..]);
            if (bytes.Length - offset - 2 < length) break;
            ObserveDns(LayerKind.Dns, bytes.Slice(offset + 2, length), facts);
            offset += 2 + length;
        }

        return offset;
    }

    /// <summary>A server up to TLS 1.2 shows its certificate in the open: the first one is its own.</summary>
    void ObserveCertificate(ReadOnlySpan<byte> body, ref Flow flow, in PacketFacts facts)
    {
        var certificates = new TlsCertificates(body);
        if (!certificates.MoveNext() || !CertificateNames.TryRead(certificates.Current, out var names)) return;
        var alternatives = names.AlternativeNames;
        var any = false;
        for (var i = 0; i < MaxCertificateNames && alternatives.MoveNext(); i++)
        {
            if (!alternatives.IsDnsName) continue;
            Name(ref flow, NameSource.Certificate, alternatives.Value, facts);
            any = true;
        }

        if (!any) Name(ref flow, NameSource.Certificate, names.SubjectCommonName, facts);
    }

    /// <summary>Frames of HTTP/2 in the open (RFC 9113 §4.1). Of their contents only DNS messages are wanted (RFC 8484 without its TLS).</summary>
    int ConsumeHttp2(ReadOnlySpan<byte> bytes, in PacketFacts facts)
    {
        const int HeaderLength = 9;
        const byte Data = 0;
        var offset = bytes.StartsWith(HttpPreface.Http2) ? HttpPreface.Http2.Length : 0;
        while (bytes.Length - offset >= HeaderLength)
        {
            var length = (bytes[offset] << 16) | (bytes[offset + 1] << 8) | bytes[offset + 2];
            if (bytes.Length - offset - HeaderLength < length) break;
            var frame = bytes.Slice(offset + HeaderLength, length);
            if (bytes[offset + 3] == Data && DnsMessage.TryRead(frame, out var message) && LooksWhole(message, frame)) ObserveDns(LayerKind.Dns, frame, facts);
            offset += HeaderLength + length;
        }

        return offset;
    }

    /// <summary>Any twelve bytes have a DNS header's shape: only a message with one question that fills its frame is believed.</summary>
    static bool LooksWhole(DnsMessage message, ReadOnlySpan<byte> frame)
    {
        if (message.QuestionCount != 1 || message.AnswerCount > 64 || frame.Length > 4096) return false;
        var questions = message.Questions;
        while (questions.MoveNext())
        {
        }

        return questions.IsClean;
    }
}

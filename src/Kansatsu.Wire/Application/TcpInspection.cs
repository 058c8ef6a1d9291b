namespace Kansatsu.Wire;

/// <summary>Names what breaks the rules in a segment whose protocol is certain.</summary>
static class TcpInspection
{
    public static void Tls(ref Dissection d, ReadOnlySpan<byte> bytes)
    {
        var records = new TlsRecords(bytes);
        var any = false;
        while (records.MoveNext())
        {
            var record = records.Current;
            if (!any && record.ContentType == TlsContentType.Handshake && IsBrokenHello(record.Fragment)) d.Flag(Anomaly.TlsMalformed);
            any = true;
        }

        if (any && !records.IsClean) d.Flag(Anomaly.TlsMalformed);
    }

    public static void Http(ref Dissection d, ReadOnlySpan<byte> bytes)
    {
        var fields = HttpRequest.Read(bytes, out var request) != HttpReading.NotHttp ? request.Fields
            : HttpResponse.Read(bytes, out var response) != HttpReading.NotHttp ? response.Fields
            : default;
        while (fields.MoveNext())
        {
        }

        if (!fields.IsClean) d.Flag(Anomaly.HttpMalformed);
    }

    static bool IsBrokenHello(ReadOnlySpan<byte> fragment)
    {
        if (!TlsHandshake.TryRead(fragment, out var message) || !message.IsComplete) return false;
        return message.Type switch
        {
            TlsHandshakeType.ClientHello => !TlsClientHello.TryRead(message.Message, out var hello) || !hello.IsClean,
            TlsHandshakeType.ServerHello => !TlsServerHello.TryRead(message.Message, out var hello) || !hello.IsClean,
            _ => false,
        };
    }
}

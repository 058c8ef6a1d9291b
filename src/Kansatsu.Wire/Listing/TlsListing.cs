namespace Kansatsu.Wire;

/// <summary>TLS records as text: "Client Hello (SNI=example.org)", "Server Hello, Certificate", "Application Data".</summary>
static class TlsListing
{
    /// <summary>Records named in a line; the rest is "…".</summary>
    const int MaxInLine = 8;

    public static bool Summarize(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        var records = new TlsRecords(bytes);
        var isEncrypted = false;
        var count = 0;
        while (records.MoveNext())
        {
            if (count++ > 0) to.Text(", ");
            if (count > MaxInLine)
            {
                to.Text("…");
                break;
            }

            Summarize(records.Current, isEncrypted, to);
            isEncrypted |= records.Current.ContentType == TlsContentType.ChangeCipherSpec;
        }

        if (count == 0) to.Text("Client Hello in an SSL 2 record");
        return true;
    }

    public static void List(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        var records = new TlsRecords(bytes);
        var isEncrypted = false;
        while (records.MoveNext())
        {
            var record = records.Current;
            to.Field("Record").Named(TlsNames.Content(record.ContentType), (byte)record.ContentType, 2).Text(", ");
            to.Named(TlsNames.Version(record.Version), record.Version, 4).Text(", ").Number(record.DeclaredLength).Text(" bytes");
            if (!record.IsComplete) to.Text(", goes on behind this segment");
            to.Indent();
            if (record.ContentType == TlsContentType.Handshake && !isEncrypted && TlsHandshakes.AreReadable(record.Fragment)) ListMessages(record.Fragment, to);
            else if (record.ContentType == TlsContentType.Alert && record.Fragment.Length == 2) to.Field("Description").Named(TlsNames.Alert(record.Fragment[1]), record.Fragment[1], 2);
            to.Outdent();
            isEncrypted |= record.ContentType == TlsContentType.ChangeCipherSpec;
        }

        if (!records.IsClean) to.Field("Rest").Text("not a TLS record");
    }

    static void Summarize(in TlsRecord record, bool isEncrypted, ListingWriter to)
    {
        if (record.ContentType == TlsContentType.Handshake)
        {
            if (isEncrypted || !TlsHandshakes.AreReadable(record.Fragment)) to.Text("Encrypted Handshake Message");
            else SummarizeMessages(record.Fragment, to);
            return;
        }

        to.Named(TlsNames.Content(record.ContentType), (byte)record.ContentType, 2);
        if (record.ContentType == TlsContentType.Alert && record.Fragment.Length == 2)
            to.Text(" (").Named(TlsNames.Alert(record.Fragment[1]), record.Fragment[1], 2).Text(")");
    }

    static void SummarizeMessages(ReadOnlySpan<byte> fragment, ListingWriter to)
    {
        var count = 0;
        foreach (var message in new TlsHandshakes(fragment))
        {
            if (count++ > 0) to.Text(", ");
            if (count > MaxInLine)
            {
                to.Text("…");
                return;
            }

            to.Named(TlsNames.Message(message.Type), (byte)message.Type, 2);
            if (message.Type == TlsHandshakeType.ClientHello && TlsClientHello.TryReadStart(message.Message, out var hello) && !hello.ServerName.IsEmpty)
                to.Text(" (SNI=").Wire(hello.ServerName).Text(")");
            if (!message.IsComplete) to.Text(" [goes on]");
        }
    }

    static void ListMessages(ReadOnlySpan<byte> fragment, ListingWriter to)
    {
        foreach (var message in new TlsHandshakes(fragment))
        {
            to.Field("Message").Named(TlsNames.Message(message.Type), (byte)message.Type, 2).Text(", ").Number(message.DeclaredLength).Text(" bytes");
            if (!message.IsComplete) to.Text(", goes on");
            to.Indent();
            if (message.Type == TlsHandshakeType.ClientHello && TlsClientHello.TryReadStart(message.Message, out var client)) TlsHelloListing.List(client, to);
            else if (message.Type == TlsHandshakeType.ServerHello && TlsServerHello.TryRead(message.Message, out var server)) TlsHelloListing.List(server, to);
            else if (message.Type == TlsHandshakeType.Certificate) TlsHelloListing.ListCertificates(message.Body, to);
            to.Outdent();
        }
    }
}

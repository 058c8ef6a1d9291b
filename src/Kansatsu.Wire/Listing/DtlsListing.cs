namespace Kansatsu.Wire;

/// <summary>DTLS records as text; those of epoch 0 are in the clear.</summary>
static class DtlsListing
{
    const int MaxInLine = 8;

    public static bool Summarize(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        var count = 0;
        foreach (var record in new DtlsRecords(bytes))
        {
            if (count++ > 0) to.Text(", ");
            if (count > MaxInLine)
            {
                to.Text("…");
                break;
            }

            Summarize(record, to);
        }

        if (count == 0) to.Text("Encrypted record");
        return true;
    }

    public static void List(ReadOnlySpan<byte> bytes, ListingWriter to)
    {
        var records = new DtlsRecords(bytes);
        while (records.MoveNext())
        {
            var record = records.Current;
            to.Field("Record").Named(TlsNames.Content(record.ContentType), (byte)record.ContentType, 2).Text(", ");
            to.Named(TlsNames.Version(record.Version), record.Version, 4).Text(", epoch ").Number(record.Epoch).Text(", ").Number(record.DeclaredLength).Text(" bytes");
            if (record.ContentType != TlsContentType.Handshake || record.Epoch != 0 || !DtlsHandshake.TryRead(record.Fragment, out var message)) continue;
            to.Indent();
            to.Field("Message").Named(TlsNames.Message(message.Type), (byte)message.Type, 2).Text(", ").Number(message.DeclaredLength).Text(" bytes");
            if (message.FragmentLength != message.DeclaredLength) to.Text(", fragment at ").Number(message.FragmentOffset);
            to.Indent();
            if (TlsClientHello.TryReadDatagram(record.Fragment, out var client)) TlsHelloListing.List(client, to);
            else if (TlsServerHello.TryReadDatagram(record.Fragment, out var server)) TlsHelloListing.List(server, to);
            to.Outdent();
            to.Outdent();
        }

        if (!records.Rest.IsEmpty) to.Field("Encrypted record").Number(records.Rest.Length).Text(" bytes");
    }

    static void Summarize(in DtlsRecord record, ListingWriter to)
    {
        if (record.ContentType != TlsContentType.Handshake)
        {
            to.Named(TlsNames.Content(record.ContentType), (byte)record.ContentType, 2);
            return;
        }

        if (record.Epoch != 0 || !DtlsHandshake.TryRead(record.Fragment, out var message))
        {
            to.Text("Encrypted Handshake Message");
            return;
        }

        to.Named(TlsNames.Message(message.Type), (byte)message.Type, 2);
        if (TlsClientHello.TryReadDatagram(record.Fragment, out var hello) && !hello.ServerName.IsEmpty) to.Text(" (SNI=").Wire(hello.ServerName).Text(")");
    }
}

namespace Kansatsu.Wire;

/// <summary>Which listing speaks for an application over TCP.</summary>
static class TcpApplicationListing
{
    /// <returns>False when the payload has nothing to say in a line.</returns>
    public static bool Summarize(in Dissection d, in Layer layer, ListingWriter to)
    {
        var bytes = d.BytesOf(layer);
        return layer.Kind switch
        {
            LayerKind.Tls => TlsListing.Summarize(bytes, to),
            LayerKind.Dtls => DtlsListing.Summarize(bytes, to),
            LayerKind.Http or LayerKind.Rtsp => HttpListing.Summarize(bytes, to),
            LayerKind.Http2 => HttpListing.SummarizePreface(bytes, to),
            LayerKind.Smtp or LayerKind.Imap or LayerKind.Pop or LayerKind.Ftp or LayerKind.Irc or LayerKind.Gnutella => TextListing.Summarize(bytes, to),
            LayerKind.Ssh => RemoteListing.SummarizeSsh(bytes, to),
            LayerKind.Rdp => RemoteListing.SummarizeRdp(bytes, to),
            LayerKind.Telnet => RemoteListing.SummarizeTelnet(bytes, to),
            LayerKind.Smb => SharingListing.SummarizeSmb(bytes, to),
            LayerKind.BitTorrent => SharingListing.SummarizeBitTorrent(bytes, to),
            LayerKind.Memcached => SharingListing.SummarizeMemcached(bytes, to),
            LayerKind.Mqtt => MessagingListing.Summarize(bytes, to),
            LayerKind.Ldap => DirectoryListing.SummarizeLdap(bytes, to),
            LayerKind.Kerberos => DirectoryListing.SummarizeKerberos(bytes, to),
            _ => false,
        };
    }

    /// <summary>Writes the fields under a title that is already there.</summary>
    public static void List(in Dissection d, in Layer layer, ListingWriter to)
    {
        var bytes = d.BytesOf(layer);
        switch (layer.Kind)
        {
            case LayerKind.Tls: TlsListing.List(bytes, to); break;
            case LayerKind.Dtls: DtlsListing.List(bytes, to); break;
            case LayerKind.Http or LayerKind.Rtsp: HttpListing.List(bytes, to); break;
            case LayerKind.Smtp or LayerKind.Imap or LayerKind.Pop or LayerKind.Ftp or LayerKind.Irc or LayerKind.Gnutella: TextListing.List(bytes, to); break;
            case LayerKind.Ssh: RemoteListing.ListSsh(bytes, to); break;
            case LayerKind.Rdp: RemoteListing.ListRdp(bytes, to); break;
            case LayerKind.Telnet: RemoteListing.ListTelnet(bytes, to); break;
            case LayerKind.Smb: SharingListing.ListSmb(bytes, to); break;
            case LayerKind.BitTorrent: SharingListing.ListBitTorrent(bytes, to); break;
            case LayerKind.Memcached: SharingListing.ListMemcached(bytes, to); break;
            case LayerKind.Mqtt: MessagingListing.List(bytes, to); break;
            case LayerKind.Ldap: DirectoryListing.ListLdap(bytes, to); break;
            case LayerKind.Kerberos: DirectoryListing.ListKerberos(bytes, to); break;
        }
    }
}

namespace Kansatsu.Wire;

/// <summary>The fields of hellos and certificates, for TLS, DTLS and QUIC.</summary>
static class TlsHelloListing
{
    const int Ipv4Length = 4;

    public static void List(in TlsClientHello hello, ListingWriter to)
    {
        to.Field("Legacy version").Named(TlsNames.Version(hello.LegacyVersion), hello.LegacyVersion, 4);
        if (!hello.ServerName.IsEmpty) to.Field("Server name").Wire(hello.ServerName);
        if (!hello.Alpn.IsEmpty)
        {
            to.Field("ALPN");
            var count = 0;
            foreach (var name in hello.Alpn) to.Text(count++ == 0 ? "" : ", ").Wire(name);
        }

        ListVersions(hello, to);
        to.Field("Cipher suites").Number(hello.CipherSuiteCount);
        to.Field("Extensions");
        foreach (var extension in hello.Extensions) to.Number(extension.Type).Text(" ");
        if (hello.HasEncryptedClientHello) to.Field("Encrypted Client Hello").Text("present");
        if (!hello.IsClean) to.Field("Extensions end").Text("early");
    }

    public static void List(in TlsServerHello hello, ListingWriter to)
    {
        if (hello.IsRetryRequest) to.Field("Kind").Text("Hello Retry Request");
        to.Field("Version").Named(TlsNames.Version(hello.Version), hello.Version, 4);
        to.Field("Cipher suite").Named(TlsNames.CipherSuite(hello.CipherSuite), hello.CipherSuite, 4);
        if (!hello.Alpn.IsEmpty) to.Field("ALPN").Wire(hello.Alpn);
    }

    public static void ListCertificates(ReadOnlySpan<byte> body, ListingWriter to)
    {
        foreach (var certificate in new TlsCertificates(body))
        {
            to.Field("Certificate").Number(certificate.Length).Text(" bytes");
            if (!CertificateNames.TryRead(certificate, out var names)) continue;
            to.Indent();
            if (!names.SubjectCommonName.IsEmpty) to.Field("Subject").Wire(names.SubjectCommonName);
            if (!names.IssuerCommonName.IsEmpty) to.Field("Issuer").Wire(names.IssuerCommonName);
            to.Field("Not before").Wire(names.NotBefore);
            to.Field("Not after").Wire(names.NotAfter);
            foreach (var name in names.AlternativeNames) ListName(name, to);
            to.Outdent();
        }
    }

    static void ListVersions(in TlsClientHello hello, ListingWriter to)
    {
        var count = 0;
        foreach (var version in hello.SupportedVersions)
        {
            if (count++ == 0) to.Field("Supported versions");
            else to.Text(", ");
            to.Named(TlsNames.Version(version), version, 4);
        }
    }

    static void ListName(in CertificateAlternativeNames name, ListingWriter to)
    {
        to.Field("Also named");
        if (name.IsText) to.Wire(name.Value);
        else if (name.IsAddress && name.Value.Length == Ipv6Address.Length) to.Address(Ipv6Address.Read(name.Value));
        else if (name.IsAddress && name.Value.Length == Ipv4Length) to.Number(name.Value[0]).Text(".").Number(name.Value[1]).Text(".").Number(name.Value[2]).Text(".").Number(name.Value[3]);
        else to.Bytes(name.Value);
    }
}

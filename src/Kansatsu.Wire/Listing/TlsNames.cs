namespace Kansatsu.Wire;

/// <summary>TLS numbers in words (IANA "TLS Parameters"); null for those without a name here.</summary>
public static class TlsNames
{
    public static string? Version(ushort version) => version switch
    {
        0x0002 => "SSL 2.0",
        0x0300 => "SSL 3.0",
        0x0301 => "TLS 1.0",
        0x0302 => "TLS 1.1",
        0x0303 => "TLS 1.2",
        0x0304 => "TLS 1.3",
        0xfeff => "DTLS 1.0",
        0xfefd => "DTLS 1.2",
        0xfefc => "DTLS 1.3",
        >= 0x7f00 and <= 0x7f1c => "TLS 1.3 (draft)",
        _ => null,
    };

    public static string? Message(TlsHandshakeType type) => type switch
    {
        TlsHandshakeType.HelloRequest => "Hello Request",
        TlsHandshakeType.ClientHello => "Client Hello",
        TlsHandshakeType.ServerHello => "Server Hello",
        TlsHandshakeType.HelloVerifyRequest => "Hello Verify Request",
        TlsHandshakeType.NewSessionTicket => "New Session Ticket",
        TlsHandshakeType.EndOfEarlyData => "End of Early Data",
        TlsHandshakeType.HelloRetryRequest => "Hello Retry Request",
        TlsHandshakeType.EncryptedExtensions => "Encrypted Extensions",
        TlsHandshakeType.RequestConnectionId => "Request Connection ID",
        TlsHandshakeType.NewConnectionId => "New Connection ID",
        TlsHandshakeType.Certificate => "Certificate",
        TlsHandshakeType.ServerKeyExchange => "Server Key Exchange",
        TlsHandshakeType.CertificateRequest => "Certificate Request",
        TlsHandshakeType.ServerHelloDone => "Server Hello Done",
        TlsHandshakeType.CertificateVerify => "Certificate Verify",
        TlsHandshakeType.ClientKeyExchange => "Client Key Exchange",
        TlsHandshakeType.Finished => "Finished",
        TlsHandshakeType.CertificateUrl => "Certificate URL",
        TlsHandshakeType.CertificateStatus => "Certificate Status",
        TlsHandshakeType.SupplementalData => "Supplemental Data",
        TlsHandshakeType.KeyUpdate => "Key Update",
        TlsHandshakeType.CompressedCertificate => "Compressed Certificate",
        TlsHandshakeType.EncryptedKeyTransport => "Encrypted Key Transport",
        TlsHandshakeType.NextProtocol => "Next Protocol",
        _ => null,
    };

    public static string? Content(TlsContentType type) => type switch
    {
        TlsContentType.ChangeCipherSpec => "Change Cipher Spec",
        TlsContentType.Alert => "Alert",
        TlsContentType.Handshake => "Handshake",
        TlsContentType.ApplicationData => "Application Data",
        TlsContentType.Heartbeat => "Heartbeat",
        TlsContentType.ConnectionId => "Connection ID",
        TlsContentType.Ack => "ACK",
        _ => null,
    };

    public static string? Alert(byte description) => description switch
    {
        0 => "Close Notify",
        10 => "Unexpected Message",
        20 => "Bad Record MAC",
        22 => "Record Overflow",
        40 => "Handshake Failure",
        42 => "Bad Certificate",
        43 => "Unsupported Certificate",
        44 => "Certificate Revoked",
        45 => "Certificate Expired",
        46 => "Certificate Unknown",
        47 => "Illegal Parameter",
        48 => "Unknown CA",
        49 => "Access Denied",
        50 => "Decode Error",
        51 => "Decrypt Error",
        70 => "Protocol Version",
        71 => "Insufficient Security",
        80 => "Internal Error",
        86 => "Inappropriate Fallback",
        90 => "User Canceled",
        100 => "No Renegotiation",
        109 => "Missing Extension",
        110 => "Unsupported Extension",
        112 => "Unrecognized Name",
        113 => "Bad Certificate Status Response",
        115 => "Unknown PSK Identity",
        116 => "Certificate Required",
        120 => "No Application Protocol",
        121 => "ECH Required",
        _ => null,
    };

    /// <summary>The suites that nearly all servers choose.</summary>
    public static string? CipherSuite(ushort suite) => suite switch
    {
        0x1301 => "TLS_AES_128_GCM_SHA256",
        0x1302 => "TLS_AES_256_GCM_SHA384",
        0x1303 => "TLS_CHACHA20_POLY1305_SHA256",
        0x002f => "TLS_RSA_WITH_AES_128_CBC_SHA",
        0x0035 => "TLS_RSA_WITH_AES_256_CBC_SHA",
        0x009c => "TLS_RSA_WITH_AES_128_GCM_SHA256",
        0x009d => "TLS_RSA_WITH_AES_256_GCM_SHA384",
        0xc009 => "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
        0xc00a => "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
        0xc013 => "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
        0xc014 => "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
        0xc02b => "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        0xc02c => "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        0xc02f => "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        0xc030 => "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        0xcca8 => "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        0xcca9 => "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        _ => null,
    };

    /// <summary>The name, or the number when there is none.</summary>
    public static ListingWriter Named(this ListingWriter to, string? name, ulong number, int digits) =>
        name is null ? to.Hex(number, digits) : to.Text(name);
}

namespace Kansatsu.Wire;

/// <summary>Handshake message types (IANA "TLS HandshakeType"); other values exist and are kept as they are.</summary>
public enum TlsHandshakeType : byte
{
    HelloRequest = 0, ClientHello = 1, ServerHello = 2, HelloVerifyRequest = 3, NewSessionTicket = 4, EndOfEarlyData = 5, HelloRetryRequest = 6,
    EncryptedExtensions = 8, RequestConnectionId = 9, NewConnectionId = 10, Certificate = 11, ServerKeyExchange = 12, CertificateRequest = 13,
    ServerHelloDone = 14, CertificateVerify = 15, ClientKeyExchange = 16, Finished = 20, CertificateUrl = 21, CertificateStatus = 22,
    SupplementalData = 23, KeyUpdate = 24, CompressedCertificate = 25, EncryptedKeyTransport = 26, NextProtocol = 67, MessageHash = 254,
}

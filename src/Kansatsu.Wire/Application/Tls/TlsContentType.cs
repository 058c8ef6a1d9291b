namespace Kansatsu.Wire;

/// <summary>What a TLS record carries (RFC 8446 §5.1, RFC 6520); other values exist and are kept as they are.</summary>
public enum TlsContentType : byte
{
    Invalid = 0, ChangeCipherSpec = 20, Alert = 21, Handshake = 22, ApplicationData = 23, Heartbeat = 24, ConnectionId = 25, Ack = 26,
}

namespace Kansatsu.Wire;

static class TlsHandshakeTypes
{
    /// <summary>The registry has a name for it; 7 was never given.</summary>
    public static bool IsKnown(TlsHandshakeType type) =>
        type is (<= TlsHandshakeType.ClientKeyExchange and not (TlsHandshakeType)7) or (>= TlsHandshakeType.Finished and <= TlsHandshakeType.EncryptedKeyTransport)
            or TlsHandshakeType.NextProtocol or TlsHandshakeType.MessageHash;
}

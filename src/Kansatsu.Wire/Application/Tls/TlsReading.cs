namespace Kansatsu.Wire;

/// <summary>How far the reading of a TLS stream's beginning got.</summary>
public enum TlsReading
{
    /// <summary>So far it is TLS; more bytes may hold more messages.</summary>
    NeedMore,

    /// <summary>The part of the handshake that is in the clear has ended.</summary>
    Complete,

    /// <summary>Something stands there that is not TLS.</summary>
    NotTls,
}

namespace Kansatsu.Wire;

/// <summary>What a QUIC packet's first byte says (RFC 9000 §17); the numbers of version 1 are not those of version 2.</summary>
public enum QuicPacketType : byte
{
    Initial,
    ZeroRtt,
    Handshake,
    Retry,
    VersionNegotiation,

    /// <summary>A short header: its connection id has a length that only its owner knows.</summary>
    OneRtt,

    /// <summary>A long header of a version nobody here reads.</summary>
    Unknown,
}

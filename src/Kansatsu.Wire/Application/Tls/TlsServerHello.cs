using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>What a TLS, DTLS or QUIC server chose (RFC 8446 §4.1.3).</summary>
public readonly ref struct TlsServerHello
{
    const int RandomLength = 32;

    readonly ReadOnlySpan<byte> _alpn;

    TlsServerHello(ushort legacyVersion, ReadOnlySpan<byte> random, ushort cipherSuite, ReadOnlySpan<byte> extensions)
    {
        Version = LegacyVersion = legacyVersion;
        Random = random;
        CipherSuite = cipherSuite;
        ExtensionBytes = extensions;
        var seen = new TlsExtensions(extensions);
        while (seen.MoveNext())
        {
            var value = seen.Current.Value;
            if (seen.Current.Type == TlsExtension.Alpn) _alpn = value;
            else if (seen.Current.Type == TlsExtension.SupportedVersions && BinaryPrimitives.TryReadUInt16BigEndian(value, out var version)) Version = version;
        }

        IsClean = seen.IsClean;
    }

    public ushort LegacyVersion { get; }

    /// <summary>supported_versions when the server sent it (TLS 1.3 hides there), else the legacy one.</summary>
    public ushort Version { get; }

    public ReadOnlySpan<byte> Random { get; }

    /// <summary>Number of the cipher suite (IANA "TLS Cipher Suites").</summary>
    public ushort CipherSuite { get; }

    /// <summary>The protocol chosen; empty when there is none or when it is encrypted, as in TLS 1.3.</summary>
    public ReadOnlySpan<byte> Alpn => new TlsAlpnNames(_alpn).First;

    public TlsExtensions Extensions => new(ExtensionBytes);

    /// <summary>Every extension was read.</summary>
    public bool IsClean { get; }

    /// <summary>Not an answer yet: the client shall try again (RFC 8446 §4.1.3 gives this random: SHA-256 of "HelloRetryRequest").</summary>
    public bool IsRetryRequest => BinaryPrimitives.ReadUInt64BigEndian(Random) == 0xcf21ad74e59a6111;

    ReadOnlySpan<byte> ExtensionBytes { get; }

    /// <param name="handshake">One whole handshake message, its header of four bytes included.</param>
    public static bool TryRead(ReadOnlySpan<byte> handshake, out TlsServerHello hello)
    {
        hello = default;
        return TlsHandshake.TryRead(handshake, out var message) && message.IsComplete && message.Type == TlsHandshakeType.ServerHello
            && TryReadBody(message.Body, out hello);
    }

    /// <param name="handshake">One DTLS handshake message, not fragmented, its header of twelve bytes included.</param>
    public static bool TryReadDatagram(ReadOnlySpan<byte> handshake, out TlsServerHello hello)
    {
        hello = default;
        return DtlsHandshake.TryRead(handshake, out var message) && message.IsComplete && message.Type == TlsHandshakeType.ServerHello
            && TryReadBody(message.Body, out hello);
    }

    static bool TryReadBody(ReadOnlySpan<byte> body, out TlsServerHello hello)
    {
        hello = default;
        var reader = new WireReader(body);
        if (!reader.TryReadUInt16(out var version) || !reader.TryReadBytes(RandomLength, out var random)) return false;
        if (!reader.TryReadByte(out var sessionLength) || !reader.TrySkip(sessionLength)) return false;
        if (!reader.TryReadUInt16(out var cipher) || !reader.TryReadByte(out _)) return false;
        if (!reader.TryReadUInt16(out var length)) length = 0;
        if (!reader.TryReadBytes(length, out var extensions)) return false;
        hello = new TlsServerHello(version, random, cipher, extensions);
        return true;
    }
}

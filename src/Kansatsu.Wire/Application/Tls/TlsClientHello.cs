namespace Kansatsu.Wire;

/// <summary>
/// The first words of a TLS, DTLS or QUIC client (RFC 8446 §4.1.2): the name it looks for and what it is able to speak. All spans point into
/// the message and hold hostile bytes.
/// </summary>
public readonly ref struct TlsClientHello
{
    const int RandomLength = 32;

    readonly ReadOnlySpan<byte> _alpn;
    readonly ReadOnlySpan<byte> _versions;

    TlsClientHello(ushort legacyVersion, ReadOnlySpan<byte> random, ReadOnlySpan<byte> cipherSuites, ReadOnlySpan<byte> extensions)
    {
        LegacyVersion = legacyVersion;
        Random = random;
        CipherSuites = cipherSuites;
        var seen = new TlsExtensions(extensions);
        while (seen.MoveNext())
        {
            var value = seen.Current.Value;
            switch (seen.Current.Type)
            {
                case TlsExtension.ServerName when ServerName.IsEmpty: ServerName = HostName(value); break;
                case TlsExtension.Alpn when _alpn.IsEmpty: _alpn = value; break;
                case TlsExtension.SupportedVersions when _versions.IsEmpty: _versions = Versions(value); break;
                case TlsExtension.EncryptedClientHello: HasEncryptedClientHello = true; break;
            }
        }

        ExtensionBytes = extensions;
        IsClean = seen.IsClean;
    }

    /// <summary>0x0303 in every TLS 1.2 and 1.3 hello; 0xfefd in DTLS.</summary>
    public ushort LegacyVersion { get; }

    public ReadOnlySpan<byte> Random { get; }

    /// <summary>server_name's host name (RFC 6066 §3), empty when there is none. With Encrypted ClientHello it is only the front's public name.</summary>
    public ReadOnlySpan<byte> ServerName { get; }

    /// <summary>Two bytes each, in the order of preference.</summary>
    public ReadOnlySpan<byte> CipherSuites { get; }

    public int CipherSuiteCount => CipherSuites.Length / 2;

    public TlsExtensions Extensions => new(ExtensionBytes);

    public TlsAlpnNames Alpn => new(_alpn);

    public TlsVersions SupportedVersions => new(_versions);

    /// <summary>encrypted_client_hello is there (RFC 9849): either in earnest or as GREASE; from outside both look alike.</summary>
    public bool HasEncryptedClientHello { get; }

    /// <summary>Every extension was read; false in a hello that was cut short or lies about a length.</summary>
    public bool IsClean { get; }

    ReadOnlySpan<byte> ExtensionBytes { get; }

    /// <summary>The best version offered: the highest of supported_versions, else the legacy one.</summary>
    public ushort Version
    {
        get
        {
            ushort best = 0;
            foreach (var version in SupportedVersions)
            {
                // DTLS counts downwards from 0xfeff.
                var isBetter = best == 0 || (version < 0x8000 ? version > best : version < best);
                if (isBetter) best = version;
            }

            return best == 0 ? LegacyVersion : best;
        }
    }

    /// <param name="handshake">One whole handshake message, its header of four bytes included.</param>
    public static bool TryRead(ReadOnlySpan<byte> handshake, out TlsClientHello hello)
    {
        hello = default;
        return TlsHandshake.TryRead(handshake, out var message) && message.IsComplete && message.Type == TlsHandshakeType.ClientHello
            && TryReadBody(message.Body, isDatagram: false, isWhole: true, out hello);
    }

    /// <summary>The same for a message of which the end may be missing: what is there counts, and <see cref="IsClean"/> tells.</summary>
    public static bool TryReadStart(ReadOnlySpan<byte> handshake, out TlsClientHello hello)
    {
        hello = default;
        return TlsHandshake.TryRead(handshake, out var message) && message.Type == TlsHandshakeType.ClientHello
            && TryReadBody(message.Body, isDatagram: false, isWhole: message.IsComplete, out hello);
    }

    /// <param name="handshake">One DTLS handshake message or its first fragment, its header of twelve bytes included (RFC 9147 §5.2).</param>
    public static bool TryReadDatagram(ReadOnlySpan<byte> handshake, out TlsClientHello hello)
    {
        hello = default;
        return DtlsHandshake.TryRead(handshake, out var message) && message.FragmentOffset == 0 && message.Type == TlsHandshakeType.ClientHello
            && TryReadBody(message.Body, isDatagram: true, isWhole: message.IsComplete, out hello);
    }

    static bool TryReadBody(ReadOnlySpan<byte> body, bool isDatagram, bool isWhole, out TlsClientHello hello)
    {
        hello = default;
        var reader = new WireReader(body);
        if (!reader.TryReadUInt16(out var version) || !reader.TryReadBytes(RandomLength, out var random)) return false;
        if (!reader.TryReadByte(out var sessionLength) || !reader.TrySkip(sessionLength)) return false;
        if (isDatagram && (!reader.TryReadByte(out var cookieLength) || !reader.TrySkip(cookieLength))) return false;
        if (!reader.TryReadUInt16(out var ciphersLength) || !reader.TryReadBytes(ciphersLength, out var ciphers)) return false;
        if (!reader.TryReadByte(out var compressionsLength) || !reader.TrySkip(compressionsLength)) return false;
        if (!reader.TryReadUInt16(out var length)) length = 0;
        if (isWhole && length > reader.Remaining) return false;
        hello = new TlsClientHello(version, random, ciphers, reader.Rest[..Math.Min(length, reader.Remaining)]);
        return true;
    }

    static ReadOnlySpan<byte> HostName(ReadOnlySpan<byte> extension)
    {
        var reader = new WireReader(extension);
        if (!reader.TryReadUInt16(out var length) || !reader.TrySlice(length, out var names)) return default;
        while (names.TryReadByte(out var type) && names.TryReadUInt16(out var nameLength) && names.TryReadBytes(nameLength, out var name))
            if (type == 0) return name;
        return default;
    }

    static ReadOnlySpan<byte> Versions(ReadOnlySpan<byte> extension) =>
        extension.Length > 0 && extension[0] < extension.Length ? extension.Slice(1, extension[0]) : default;
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>
/// The keys of a client's Initial packets. They follow from the connection id that the client made up for its first packet and a salt that
/// the version publishes, so anyone on the path can read them (RFC 9001 §5.2, RFC 9369 §3.3). Nothing secret is opened here.
/// </summary>
sealed class QuicInitialKeys : IDisposable
{
    const int SampleAt = 4;

    readonly AesBlock _headerCipher = new();
    readonly AesGcm128 _cipher = new();
    readonly byte[] _iv = new byte[AesGcm128.NonceLength];
    HmacSha256 _extract;
    uint _extracts;

    /// <summary>Makes these the keys of a connection; those of an earlier one are gone.</summary>
    /// <returns>False when the version's salt is not known; nothing was changed then.</returns>
    public bool TryDerive(uint version, ReadOnlySpan<byte> connectionId)
    {
        var salt = Salt(version);
        // No version with a known salt has longer connection ids than 20 bytes (RFC 9000 §17.2).
        if (salt.IsEmpty || connectionId.Length > HmacSha256.MaxMessage) return false;
        var isVersion2 = version == QuicVersions.Version2;
        Span<byte> secret = stackalloc byte[HmacSha256.Length];
        Span<byte> key = stackalloc byte[AesGcm128.KeyLength];
        if (_extracts != version) (_extract, _extracts) = (new HmacSha256(salt), version);
        // HKDF-Extract (RFC 5869 §2.2).
        _extract.Hash(connectionId, secret);
        ExpandLabel(new HmacSha256(secret), "tls13 client in"u8, secret);
        var client = new HmacSha256(secret);
        ExpandLabel(client, isVersion2 ? "tls13 quicv2 iv"u8 : "tls13 quic iv"u8, _iv);
        ExpandLabel(client, isVersion2 ? "tls13 quicv2 hp"u8 : "tls13 quic hp"u8, key);
        _headerCipher.SetKey(key);
        ExpandLabel(client, isVersion2 ? "tls13 quicv2 key"u8 : "tls13 quic key"u8, key);
        _cipher.SetKey(key);
        return true;
    }

    public void Dispose()
    {
        _headerCipher.Dispose();
        _cipher.Dispose();
    }

    /// <summary>Removes the header protection (RFC 9001 §5.4) and opens the payload.</summary>
    /// <param name="plaintext">At least as long as the packet.</param>
    public bool TryOpen(QuicPacket packet, Span<byte> plaintext, out int length)
    {
        length = 0;
        var at = packet.PacketNumberOffset;
        if (!packet.IsWhole || at == 0 || packet.Bytes.Length - at < SampleAt + AesGcm128.TagLength || plaintext.Length < packet.Bytes.Length) return false;
        Span<byte> mask = stackalloc byte[AesBlock.Length];
        _headerCipher.Encrypt(packet.Bytes.Slice(at + SampleAt, AesBlock.Length), mask);
        var first = (byte)(packet.Bytes[0] ^ (mask[0] & 0x0f));
        var numberLength = (first & 3) + 1;
        Span<byte> header = at + numberLength <= 256 ? stackalloc byte[256] : new byte[at + numberLength];
        header = header[..(at + numberLength)];
        packet.Bytes[..header.Length].CopyTo(header);
        header[0] = first;
        ulong number = 0;
        for (var i = 0; i < numberLength; i++)
        {
            header[at + i] ^= mask[1 + i];
            number = (number << 8) | header[at + i];
        }

        Span<byte> nonce = stackalloc byte[AesGcm128.NonceLength];
        _iv.CopyTo(nonce);
        BinaryPrimitives.WriteUInt64BigEndian(nonce[4..], BinaryPrimitives.ReadUInt64BigEndian(nonce[4..]) ^ number);
        var sealedBytes = packet.Bytes[header.Length..];
        length = sealedBytes.Length - AesGcm128.TagLength;
        if (StartsLikeFrames(nonce, sealedBytes) && _cipher.TryOpen(nonce, header, sealedBytes, plaintext)) return true;
        length = 0;
        return false;
    }

    /// <summary>Does a frame that an Initial may hold come first (RFC 9000 §12.4)? Wrong keys mostly end here, before all is summed up.</summary>
    bool StartsLikeFrames(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> sealedBytes) =>
        sealedBytes.Length > AesGcm128.TagLength && _cipher.PeekFirst(nonce, sealedBytes) is 0 or 1 or 2 or 3 or 6 or 0x1c;

    /// <summary>HKDF-Expand-Label with an empty context (RFC 8446 §7.1); one round of HKDF-Expand is enough for all that is wanted (RFC 5869 §2.3).</summary>
    static void ExpandLabel(in HmacSha256 secret, ReadOnlySpan<byte> label, Span<byte> output)
    {
        Span<byte> wanted = stackalloc byte[64];
        Span<byte> hash = stackalloc byte[HmacSha256.Length];
        BinaryPrimitives.WriteUInt16BigEndian(wanted, (ushort)output.Length);
        wanted[2] = (byte)label.Length;
        label.CopyTo(wanted[3..]);
        wanted[3 + label.Length] = 0;
        wanted[4 + label.Length] = 1;
        secret.Hash(wanted[..(5 + label.Length)], hash);
        hash[..output.Length].CopyTo(output);
    }

    /// <summary>RFC 9001 §5.2, RFC 9369 §3.3.1, and the salts of the drafts and of Google's versions that were deployed.</summary>
    static ReadOnlySpan<byte> Salt(uint version) => version switch
    {
        QuicVersions.Version2 => Version2Salt,
        QuicVersions.Version1 => Version1Salt,
        0x5130_3530 => Q050Salt,
        0x5430_3531 => T051Salt,
        _ when QuicVersions.IsReserved(version) => Draft29Salt,
        _ when QuicVersions.IsFacebook(version) => Draft23Salt,
        _ => QuicVersions.Draft(version) switch
        {
            >= 33 => Version1Salt,
            >= 29 => Draft29Salt,
            >= 23 => Draft23Salt,
            _ => default,
        },
    };

    static ReadOnlySpan<byte> Version1Salt =>
        [0x38, 0x76, 0x2c, 0xf7, 0xf5, 0x59, 0x34, 0xb3, 0x4d, 0x17, 0x9a, 0xe6, 0xa4, 0xc8, 0x0c, 0xad, 0xcc, 0xbb, 0x7f, 0x0a];

    static ReadOnlySpan<byte> Version2Salt =>
        [0x0d, 0xed, 0xe3, 0xde, 0xf7, 0x00, 0xa6, 0xdb, 0x81, 0x93, 0x81, 0xbe, 0x6e, 0x26, 0x9d, 0xcb, 0xf9, 0xbd, 0x2e, 0xd9];

    static ReadOnlySpan<byte> Draft29Salt =>
        [0xaf, 0xbf, 0xec, 0x28, 0x99, 0x93, 0xd2, 0x4c, 0x9e, 0x97, 0x86, 0xf1, 0x9c, 0x61, 0x11, 0xe0, 0x43, 0x90, 0xa8, 0x99];

    static ReadOnlySpan<byte> Draft23Salt =>
        [0xc3, 0xee, 0xf7, 0x12, 0xc7, 0x2e, 0xbb, 0x5a, 0x11, 0xa7, 0xd2, 0x43, 0x2b, 0xb4, 0x63, 0x65, 0xbe, 0xf9, 0xf5, 0x02];

    static ReadOnlySpan<byte> T051Salt =>
        [0x7a, 0x4e, 0xde, 0xf4, 0xe7, 0xcc, 0xee, 0x5f, 0xa4, 0x50, 0x6c, 0x19, 0x12, 0x4f, 0xc8, 0xcc, 0xda, 0x6e, 0x03, 0x3d];

    static ReadOnlySpan<byte> Q050Salt =>
        [0x50, 0x45, 0x74, 0xef, 0xd0, 0x66, 0xfe, 0x2f, 0x9d, 0x94, 0x5c, 0xfc, 0xdb, 0xd3, 0xa7, 0xf0, 0xd3, 0xb5, 0x6b, 0x45];
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>Cheap questions to the first bytes of a UDP payload: does it contradict its port, and what is it when no port tells?</summary>
static class UdpContent
{
    const uint StunCookie = 0x2112a442;
    const int StunHeaderLength = 20;
    const ulong TrackerMagic = 0x0000_0417_2710_1980;
    const int QuicMinimum = 7;

    /// <summary>What the content alone says; protocols with strong marks first, then the guess that a port's parity supports.</summary>
    public static LayerKind Guess(ushort source, ushort destination, ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 8) return LayerKind.None;
        switch (payload[0])
        {
            case >= 1 and <= 4 when IsWireguard(payload): return LayerKind.Wireguard;
            case < 0x40 when IsStun(payload) || IsClassicStun(payload): return LayerKind.Stun;
            case 0 when payload.Length == 16 && BinaryPrimitives.ReadUInt64BigEndian(payload) == TrackerMagic: return LayerKind.BitTorrent;
            case >= 20 and <= 25 when IsDtls(payload): return LayerKind.Dtls;
            case (byte)'d' when IsDht(payload): return LayerKind.BitTorrentDht;
            case 0x01 or 0x11 or 0x21 or 0x31 or 0x41 when IsMicroTransport(source, destination, payload): return LayerKind.BitTorrent;
            case >= (byte)'A' and <= (byte)'Z': return Text(payload);
            case >= 0xc0 when IsQuicLong(payload): return LayerKind.Quic;
            case >= 0x80 and < 0xc0: return IsQuicNegotiation(payload) ? LayerKind.Quic : RealTime(source, destination, payload);
            default: return LayerKind.None;
        }
    }

    static LayerKind Text(ReadOnlySpan<byte> payload)
    {
        if (payload.StartsWith("M-SEARCH * "u8) || payload.StartsWith("NOTIFY * HTTP"u8) || payload.StartsWith("HTTP/1.1 200"u8)) return LayerKind.Ssdp;
        if (payload.StartsWith("SIP/2.0 "u8)) return LayerKind.Sip;
        var start = payload.Length > 300 ? payload[..300] : payload;
        var end = start.IndexOf((byte)'\n');
        return end > 0 && start[..end].TrimEnd((byte)'\r').EndsWith(" SIP/2.0"u8) ? LayerKind.Sip : LayerKind.None;
    }

    /// <summary>RTP and RTCP carry no mark: version 2, known payload types, no contributing sources, RTP on even ports (RFC 3550 §5.1, §11).</summary>
    static LayerKind RealTime(ushort source, ushort destination, ReadOnlySpan<byte> payload)
    {
        if (source < 1024 || destination < 1024) return LayerKind.None;
        if (payload[1] is >= 200 and <= 207)
        {
            var length = (BinaryPrimitives.ReadUInt16BigEndian(payload[2..]) + 1) * 4;
            return length >= 8 && length <= payload.Length && (payload[0] & 0x1f) <= 4 ? LayerKind.Rtcp : LayerKind.None;
        }

        var isEven = ((source | destination) & 1) == 0;
        return isEven && payload.Length > 12 && (payload[0] & 0x0f) == 0 && (payload[1] & 0x7f) is <= 18 or 26 or (>= 31 and <= 34) or >= 96
            ? LayerKind.Rtp : LayerKind.None;
    }

    /// <summary>The magic cookie, and a length that fits (RFC 8489 §5).</summary>
    public static bool IsStun(ReadOnlySpan<byte> payload) =>
        payload.Length >= StunHeaderLength && BinaryPrimitives.ReadUInt32BigEndian(payload[4..]) == StunCookie
        && (payload[3] & 3) == 0 && BinaryPrimitives.ReadUInt16BigEndian(payload[2..]) + StunHeaderLength <= payload.Length;

    /// <summary>Binding requests and responses from before the cookie (RFC 3489 §11.1), filling the datagram exactly.</summary>
    static bool IsClassicStun(ReadOnlySpan<byte> payload) =>
        payload[0] <= 1 && payload[1] is 0x01 or 0x11 && payload[2] <= 1 && (payload[3] & 3) == 0 && IsStunOnItsPort(payload);

    /// <summary>On the STUN port the cookie may be missing (RFC 3489).</summary>
    public static bool IsStunOnItsPort(ReadOnlySpan<byte> payload) =>
        payload.Length >= StunHeaderLength && payload[0] < 0x40 && BinaryPrimitives.ReadUInt16BigEndian(payload[2..]) + StunHeaderLength == payload.Length;

    /// <summary>RFC 6347 §4.1: content type, version 1.0 or 1.2 (or the pre-standard 0x0100 of OpenSSL), a record that fits.</summary>
    public static bool IsDtls(ReadOnlySpan<byte> payload) =>
        payload.Length >= 13 && BinaryPrimitives.ReadUInt16BigEndian(payload[1..]) is 0xfeff or 0xfefd or 0xfefc or 0x0100
        && BinaryPrimitives.ReadUInt16BigEndian(payload[11..]) + 13 <= payload.Length;

    static bool IsWireguard(ReadOnlySpan<byte> payload)
    {
        if (payload[1] != 0 || payload[2] != 0 || payload[3] != 0) return false;
        return payload[0] switch
        {
            1 => payload.Length == 148,
            2 => payload.Length == 92,
            3 => payload.Length == 64,
            _ => payload.Length >= 32 && payload.Length % 16 == 0 && BinaryPrimitives.ReadUInt32LittleEndian(payload[12..]) == 0,
        };
    }

    /// <summary>A bencoded dictionary with the "y" that every KRPC message has (BEP 5).</summary>
    static bool IsDht(ReadOnlySpan<byte> payload) =>
        (payload.StartsWith("d1:"u8) || payload.StartsWith("d2:ip"u8)) && payload[(payload.Length > 400 ? 400 : 0)..].IndexOf("1:y1:"u8) >= 0;

    /// <summary>BEP 29: a SYN is unmistakable; other packets only where BitTorrent usually listens.</summary>
    static bool IsMicroTransport(ushort source, ushort destination, ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 20 || payload[1] > 2) return false;
        if (payload[0] == 0x41) return BinaryPrimitives.ReadUInt32BigEndian(payload[8..]) == 0 && BinaryPrimitives.ReadUInt16BigEndian(payload[18..]) == 0;
        return source is (>= 6881 and <= 6999) or 51413 || destination is (>= 6881 and <= 6999) or 51413;
    }

    /// <summary>IPv6, or the authentication or origin indication before it (RFC 4380 §5.1.1).</summary>
    public static bool IsTeredo(ReadOnlySpan<byte> payload) => payload[0] >> 4 == 6 || (payload.Length >= 8 && payload[0] == 0 && payload[1] <= 1);

    public static bool IsTftp(ReadOnlySpan<byte> payload) => payload.Length >= 4 && payload[0] == 0 && payload[1] is >= 1 and <= 6;

    public static bool IsKerberos(ReadOnlySpan<byte> payload) => payload.Length >= 10 && payload[0] is >= 0x6a and <= 0x7e;

    public static bool IsNtp(ReadOnlySpan<byte> payload) => payload.Length >= 12 && (payload[0] >> 3 & 7) is >= 1 and <= 4;

    /// <summary>RFC 7296 §3.1: version 1 or 2 and the length field at their places.</summary>
    public static bool IsIsakmp(ReadOnlySpan<byte> payload) => payload.Length >= 28 && payload[17] >> 4 is 1 or 2;

    /// <summary>RFC 3948 §2: a zero marker means IKE, one byte 0xff keeps the mapping alive, everything else is ESP.</summary>
    public static LayerKind InUdpEncapsulation(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 8) return LayerKind.None;
        if (BinaryPrimitives.ReadUInt32BigEndian(payload) != 0) return IsStun(payload) ? LayerKind.Stun : LayerKind.Esp;
        return IsIsakmp(payload[4..]) ? LayerKind.Isakmp : LayerKind.None;
    }

    public static bool IsRadius(ReadOnlySpan<byte> payload) =>
        payload.Length >= 20 && payload[0] != 0 && BinaryPrimitives.ReadUInt16BigEndian(payload[2..]) is >= 20 and var length && length <= payload.Length;

    public static bool IsNetflow(ReadOnlySpan<byte> payload) =>
        payload.Length >= 16 && BinaryPrimitives.ReadUInt16BigEndian(payload) is 1 or 5 or 7 or 8 or 9 or 10;

    public static bool IsOpenVpn(ReadOnlySpan<byte> payload) => payload.Length >= 2 && payload[0] >> 3 is >= 1 and <= 10;

    /// <summary>A descriptor header (16 bytes of id, kind, TTL, hops, little-endian length), or GUESS/compressed "GND".</summary>
    public static bool IsGnutella(ReadOnlySpan<byte> payload) =>
        payload.StartsWith("GND"u8)
        || (payload.Length >= 23 && BinaryPrimitives.ReadUInt32LittleEndian(payload[19..]) == (uint)(payload.Length - 23));

    /// <summary>Long header with the fixed bit and a version that was ever used: 1, 2, drafts, facebook and Google ones (RFC 9000 §17.2, RFC 9369).</summary>
    public static bool IsQuicLong(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < QuicMinimum || payload[0] < 0x80) return false;
        var version = BinaryPrimitives.ReadUInt32BigEndian(payload[1..]);
        if (version == 0) return IsQuicNegotiation(payload);
        return QuicVersions.IsKnown(version) && (payload[5] <= 20 || QuicVersions.IsGoogle(version));
    }

    /// <summary>Version 0, two connection ids, and a list of versions to the end (RFC 9000 §17.2.1); the fixed bit may be anything.</summary>
    static bool IsQuicNegotiation(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < QuicMinimum || BinaryPrimitives.ReadUInt32BigEndian(payload[1..]) != 0) return false;
        var destinationLength = payload[5];
        if (destinationLength > 20 || payload.Length < 7 + destinationLength) return false;
        var versions = payload.Length - 7 - destinationLength - payload[6 + destinationLength];
        return payload[6 + destinationLength] <= 20 && versions >= 4 && versions % 4 == 0;
    }

    /// <summary>
    /// On the web's ports also packets with short headers, and those of Google QUIC with an 8-byte connection id and sometimes a version.
    /// </summary>
    public static bool IsQuicOnItsPort(ReadOnlySpan<byte> payload)
    {
        if (IsQuicLong(payload)) return true;
        if (payload.Length >= 14 && (payload[0] & 0xc9) == 0x09 && payload[9] == (byte)'Q' && payload[10] == (byte)'0') return true;
        if (payload.Length >= 21 && (payload[0] & 0xc0) == 0x40) return true;
        return payload.Length >= 21 && (payload[0] & 0xc9) == 0x08 && !IsDtls(payload);
    }
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>
/// One QUIC packet of a datagram (RFC 9000 §17, RFC 8999). Only what is not encrypted; of Google's versions before the invariants only that they
/// are (<see cref="QuicPacketType.Unknown"/>).
/// </summary>
public readonly ref struct QuicPacket
{
    /// <summary>Longest connection id of versions 1 and 2 (RFC 9000 §17.2).</summary>
    public const int MaxConnectionIdLength = 20;

    /// <summary>The whole packet, to the end its length gives it, or of the datagram.</summary>
    public ReadOnlySpan<byte> Bytes { get; private init; }

    public QuicPacketType Type { get; private init; }

    /// <summary>0 in version negotiation and where the header does not say (short headers).</summary>
    public uint Version { get; private init; }

    public ReadOnlySpan<byte> DestinationConnectionId { get; private init; }

    public ReadOnlySpan<byte> SourceConnectionId { get; private init; }

    /// <summary>Initial: what a server gave the client earlier. Retry: the token with its 16 bytes of integrity tag.</summary>
    public ReadOnlySpan<byte> Token { get; private init; }

    /// <summary>Version negotiation: the versions offered, four bytes each.</summary>
    public ReadOnlySpan<byte> SupportedVersions { get; private init; }

    /// <summary>Where the encrypted packet number starts in <see cref="Bytes"/>; 0 in packets without one.</summary>
    public int PacketNumberOffset { get; private init; }

    /// <summary>The length field promises no more than is there.</summary>
    public bool IsWhole { get; private init; }

    public static bool TryRead(ReadOnlySpan<byte> bytes, out QuicPacket packet)
    {
        packet = default;
        if (bytes.IsEmpty) return false;
        if (bytes[0] < 0x80)
        {
            packet = new QuicPacket { Bytes = bytes, Type = (bytes[0] & 0x40) != 0 ? QuicPacketType.OneRtt : QuicPacketType.Unknown, IsWhole = true };
            return true;
        }

        var reader = new WireReader(bytes);
        if (!reader.TrySkip(1) || !reader.TryReadUInt32(out var version)) return false;
        if (QuicVersions.IsGoogle(version) && !QuicVersions.HasInvariants(version))
        {
            packet = new QuicPacket { Bytes = bytes, Type = QuicPacketType.Unknown, Version = version, IsWhole = true };
            return true;
        }

        return TryReadId(ref reader, out var destination) && TryReadId(ref reader, out var source)
            && TryReadBody(bytes, reader, new QuicPacket { Version = version, DestinationConnectionId = destination, SourceConnectionId = source }, out packet);
    }

    static bool TryReadId(scoped ref WireReader reader, out ReadOnlySpan<byte> id)
    {
        id = default;
        return reader.TryReadByte(out var length) && reader.TryReadBytes(length, out id);
    }

    static bool TryReadBody(ReadOnlySpan<byte> bytes, WireReader reader, QuicPacket head, out QuicPacket packet)
    {
        packet = default;
        var type = TypeOf(bytes[0], head.Version);
        var token = ReadOnlySpan<byte>.Empty;
        switch (type)
        {
            case QuicPacketType.Initial:
                if (!QuicInteger.TryReadLength(ref reader, out var tokenLength) || !reader.TryReadBytes(tokenLength, out token)) return false;
                break;
            case QuicPacketType.Retry or QuicPacketType.Unknown or QuicPacketType.VersionNegotiation:
                packet = head with { Bytes = bytes, Type = type, IsWhole = true };
                if (type == QuicPacketType.Retry) packet = packet with { Token = reader.Rest };
                if (type == QuicPacketType.VersionNegotiation) packet = packet with { SupportedVersions = reader.Rest };
                return true;
        }

        if (!QuicInteger.TryReadLength(ref reader, out var length)) return false;
        var whole = length <= reader.Remaining;
        var end = whole ? reader.Position + length : bytes.Length;
        packet = head with { Bytes = bytes[..end], Type = type, Token = token, PacketNumberOffset = reader.Position, IsWhole = whole };
        return true;
    }

    static QuicPacketType TypeOf(byte first, uint version)
    {
        if (version == QuicVersions.Negotiation) return QuicPacketType.VersionNegotiation;
        if (!QuicVersions.IsReadable(version)) return QuicPacketType.Unknown;
        var type = first >> 4 & 3;
        if (version == QuicVersions.Version2) type = (type + 3) & 3; // RFC 9369 §3.2: one further round
        return (QuicPacketType)type;
    }

    /// <summary>The version at a place of <see cref="SupportedVersions"/>.</summary>
    public uint SupportedVersion(int index) => BinaryPrimitives.ReadUInt32BigEndian(SupportedVersions[(index * 4)..]);
}

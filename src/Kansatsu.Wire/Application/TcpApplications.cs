using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>
/// What a TCP segment's payload looks like. Each segment is judged alone: first by its first bytes, then, where these do not contradict, by its ports.
/// The middle of a long message therefore is <see cref="LayerKind.Data"/>; who knows the stream knows more.
/// </summary>
public static class TcpApplications
{
    const int EdonkeyHeaderLength = 6;
    const uint StunCookie = 0x2112a442;

    /// <returns><see cref="LayerKind.Data"/> when nothing speaks for a protocol.</returns>
    public static LayerKind Identify(ushort source, ushort destination, ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 2) return LayerKind.Data;
        var kind = payload[0] is >= (byte)' ' and <= (byte)'z' ? TcpTextApplications.ByWords(payload) : ByBytes(payload);
        if (kind != LayerKind.Data) return kind;
        kind = TcpPorts.Judge(destination, payload);
        return kind != LayerKind.Data ? kind : TcpPorts.Judge(source, payload);
    }

    static LayerKind ByBytes(ReadOnlySpan<byte> payload)
    {
        switch (payload[0])
        {
            case 0x00:
                if (IsSmb(payload)) return LayerKind.Smb;
                return IsStun(payload) ? LayerKind.Stun : LayerKind.Data;
            case 0x01: return IsStun(payload) ? LayerKind.Stun : LayerKind.Data;
            case 0x03: return RdpConnection.TryRead(payload, out var rdp) && !rdp.Cookie.IsEmpty ? LayerKind.Rdp : LayerKind.Data;
            case 0x10: return IsMqttConnect(payload) ? LayerKind.Mqtt : LayerKind.Data;
            case 0x13: return payload.StartsWith(BitTorrentHandshake.Mark) ? LayerKind.BitTorrent : LayerKind.Data;
            case >= 0x14 and <= 0x18: return payload.Length >= TlsRecord.HeaderLength && TlsRecord.IsPlausible(payload) ? LayerKind.Tls : ByMark(payload);
            case 0xc5 or 0xe3: return IsEdonkey(payload) ? LayerKind.Edonkey : LayerKind.Data;
            case TelnetCommands.Iac: return IsTelnet(payload) ? LayerKind.Telnet : ByMark(payload);
            case >= 0x80: return IsOldClientHello(payload) ? LayerKind.Tls : LayerKind.Data;
            default: return LayerKind.Data;
        }
    }

    /// <summary>BGP's marker of sixteen ones (RFC 4271 §4.1) is as good as a port.</summary>
    static LayerKind ByMark(ReadOnlySpan<byte> payload) =>
        payload.Length >= 19 && !payload[..16].ContainsAnyExcept((byte)0xff) && payload[18] is >= 1 and <= 5 ? LayerKind.Bgp : LayerKind.Data;

    static bool IsSmb(ReadOnlySpan<byte> payload) =>
        payload.Length >= 8 && payload[4] is >= 0xfc and <= 0xff && payload[5..].StartsWith("SMB"u8);

    static bool IsStun(ReadOnlySpan<byte> payload) =>
        payload.Length >= 20 && BinaryPrimitives.ReadUInt32BigEndian(payload[4..]) == StunCookie && (payload[3] & 3) == 0;

    static bool IsMqttConnect(ReadOnlySpan<byte> payload) =>
        MqttPacket.TryRead(payload, out var packet) && (packet.Body.StartsWith("\0\u0004MQTT"u8) || packet.Body.StartsWith("\0\u0006MQIsdp"u8));

    /// <summary>Length and opcode are all there is, so the length has to fit exactly.</summary>
    static bool IsEdonkey(ReadOnlySpan<byte> payload) =>
        payload.Length >= EdonkeyHeaderLength && BinaryPrimitives.ReadUInt32LittleEndian(payload[1..]) == payload.Length - EdonkeyHeaderLength + 1;

    /// <summary>WILL, WONT, DO or DONT and an assigned option; an MP3 frame also begins with two such bytes, but not with three.</summary>
    static bool IsTelnet(ReadOnlySpan<byte> payload) =>
        payload.Length >= 3 && payload[1] is >= TelnetCommands.Will and <= TelnetCommands.Dont && payload[2] <= 49;

    /// <summary>A hello in the clothes of SSL 2, as clients sent it until about 2010 (RFC 5246 §E.2).</summary>
    static bool IsOldClientHello(ReadOnlySpan<byte> payload) =>
        payload.Length >= 11 && payload[2] == 1 && payload[3] is 0 or 3 && payload[4] <= 3
        && (BinaryPrimitives.ReadUInt16BigEndian(payload) & 0x7fff) == payload.Length - 2;
}

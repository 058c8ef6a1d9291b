using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>What a well-known port (IANA service names) makes of bytes that do not name their protocol.</summary>
static class TcpPorts
{
    /// <summary>So much of a payload has to be text where a port promises text.</summary>
    const int TextSample = 32;

    const byte MaxNbssType = 0x85;
    const int DnsMinLength = 14;
    const int OpenVpnMinLength = 16;

    public static LayerKind Judge(ushort port, ReadOnlySpan<byte> payload) => port switch
    {
        21 => IfText(payload, LayerKind.Ftp),
        22 => LayerKind.Ssh,
        23 => IfTelnet(payload),
        25 or 587 or 2525 => IfText(payload, LayerKind.Smtp),
        53 => IsDns(payload) ? LayerKind.Dns : LayerKind.Data,
        88 => KerberosMessage.TryReadStream(payload, out _) ? LayerKind.Kerberos : LayerKind.Data,
        110 => IfText(payload, LayerKind.Pop),
        139 or 445 => IsSession(payload) ? LayerKind.NetBiosSession : LayerKind.Data,
        143 => IfText(payload, LayerKind.Imap),
        389 or 3268 => LdapMessage.TryRead(payload, out _) ? LayerKind.Ldap : LayerKind.Data,
        554 or 8554 => payload[0] == '$' ? LayerKind.Rtsp : LayerKind.Data,
        1194 => IsOpenVpn(payload) ? LayerKind.OpenVpn : LayerKind.Data,
        1883 => IsMqtt(payload) ? LayerKind.Mqtt : LayerKind.Data,
        3389 => RdpConnection.TryRead(payload, out _) ? LayerKind.Rdp : LayerKind.Data,
        >= 6660 and <= 6669 or 7000 => IfText(payload, LayerKind.Irc),
        11211 => MemcachedHeader.TryRead(payload, out _) ? LayerKind.Memcached : IfText(payload, LayerKind.Memcached),
        _ => LayerKind.Data,
    };

    static LayerKind IfText(ReadOnlySpan<byte> payload, LayerKind kind)
    {
        foreach (var b in payload[..Math.Min(payload.Length, TextSample)])
            if (IsNoText(b)) return LayerKind.Data;
        return kind;
    }

    /// <summary>Control characters that text does without: all but backspace, tab, line feed, carriage return and escape.</summary>
    static bool IsNoText(byte b) => b is (< 32 and not (8 or 9 or 10 or 13 or 27)) or 127;

    static LayerKind IfTelnet(ReadOnlySpan<byte> payload) => payload[0] == TelnetCommands.Iac ? LayerKind.Telnet : IfText(payload, LayerKind.Telnet);

    /// <summary>Two bytes of length, then a DNS header that asks or answers something (RFC 1035 §4.2.2).</summary>
    static bool IsDns(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < DnsMinLength) return false;
        var length = BinaryPrimitives.ReadUInt16BigEndian(payload);
        var opcode = (payload[4] >> 3) & 0xf;
        var questions = BinaryPrimitives.ReadUInt16BigEndian(payload[6..]);
        return length >= DnsMinLength - 2 && opcode <= 6 && questions <= 1;
    }

    /// <summary>A NetBIOS session packet (RFC 1002 §4.3.1), whole and without SMB inside.</summary>
    static bool IsSession(ReadOnlySpan<byte> payload) =>
        payload.Length >= 4 && payload[0] is 0x00 or (>= 0x81 and <= MaxNbssType) && BinaryPrimitives.ReadUInt16BigEndian(payload[2..]) == payload.Length - 4;

    static bool IsMqtt(ReadOnlySpan<byte> payload) => MqttPacket.TryRead(payload, out var packet) && packet.IsComplete;

    static bool IsOpenVpn(ReadOnlySpan<byte> payload) =>
        payload.Length >= OpenVpnMinLength && BinaryPrimitives.ReadUInt16BigEndian(payload) == payload.Length - 2 && payload[2] >> 3 is >= 1 and <= 11;
}

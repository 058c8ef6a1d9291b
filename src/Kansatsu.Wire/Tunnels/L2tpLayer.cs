using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>L2TP over UDP and, from version 3 on, directly over IP.</summary>
static class L2tpLayer
{
    const int SessionLength = 4;
    const int MaxCookie = 8;
    const int Sublayer = 4;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!L2tpHeader.TryRead(bytes, out var header)) return d.EndShort(LayerKind.L2tp, L2tpHeader.MinLength, Anomaly.TunnelLengthInvalid);
        if (header.Version is not (2 or 3)) return d.End(StopReason.Unsupported, LayerKind.L2tp);
        if ((header.HasLength || header.IsControl) && (header.Version == 2 || header.IsControl) && !d.Limit(header.MessageLength) && !d.IsQuoting)
        {
            d.Flag(Anomaly.TunnelLengthInvalid);
            d.Note(StopReason.Truncated, LayerKind.L2tp);
        }

        var length = header.Length;
        if (d.Remaining < length) return d.EndShort(LayerKind.L2tp, length, Anomaly.TunnelLengthInvalid);
        if (header.IsControl)
        {
            d.Push(LayerKind.L2tp, d.Remaining).Value = header.MessageType;
            return LayerKind.None;
        }

        d.Push(LayerKind.L2tp, length);
        if (d.DeclaredRemaining == 0) return LayerKind.None;
        return header.Version == 2 ? LayerKind.Ppp : Guess(ref d);
    }

    public static LayerKind ReadOverIp(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < SessionLength) return d.EndShort(LayerKind.L2tpv3, SessionLength, Anomaly.TunnelLengthInvalid);
        // Session 0 is reserved for control messages (RFC 3931 §4.1.1).
        if (BinaryPrimitives.ReadUInt32BigEndian(bytes) == 0)
        {
            d.Push(LayerKind.L2tpv3, bytes.Length);
            return LayerKind.None;
        }

        d.Push(LayerKind.L2tpv3, SessionLength);
        return d.DeclaredRemaining == 0 ? LayerKind.None : Guess(ref d);
    }

    /// <summary>
    /// Cookie size, sublayer and kind of payload are agreed on in the control connection and stand nowhere in the packet:
    /// only a payload that proves itself is read.
    /// </summary>
    static LayerKind Guess(ref Dissection d)
    {
        var bytes = d.Rest;
        for (var skip = 0; skip <= MaxCookie + Sublayer && skip < bytes.Length; skip += 4)
        {
            var kind = Payload(bytes[skip..]);
            if (kind == LayerKind.None) continue;
            d.Skip(skip);
            return kind;
        }

        d.Note(StopReason.Unsupported, LayerKind.L2tpv3);
        return LayerKind.Data;
    }

    static LayerKind Payload(ReadOnlySpan<byte> bytes)
    {
        if (EthernetLayer.IsPlausible(bytes) && IsIp(bytes[12..], EtherTypes.Ipv4, EtherTypes.Ipv6, 2) != false) return LayerKind.Ethernet;
        if (bytes is [0xff, 0x03, ..] && IsIp(bytes[2..], PppLayer.Ipv4, PppLayer.Ipv6, 2) == true) return LayerKind.Ppp;
        if (bytes is [0x0f or 0x8f, 0x00, ..] && IsIp(bytes[2..], EtherTypes.Ipv4, EtherTypes.Ipv6, 2) == true) return LayerKind.CiscoHdlc;
        return LayerKind.None;
    }

    /// <summary>True when the type says IP and the version behind it agrees, false when it does not agree, null for other types.</summary>
    static bool? IsIp(ReadOnlySpan<byte> bytes, ushort ipv4, ushort ipv6, int header)
    {
        if (bytes.Length <= header) return false;
        var type = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (type == ipv4) return bytes[header] >> 4 == 4;
        if (type == ipv6) return bytes[header] >> 4 == 6;
        return null;
    }
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The forms in which LOWPAN_IPHC writes an address (RFC 6282 §3.1.1).</summary>
static class LowpanAddress
{
    const ulong LinkLocal = 0xfe80_0000_0000_0000;
    const int Multicast = 0x8;
    const int DestinationContext = 0x4;
    const int SourceContext = 0x40;

    /// <param name="to">16 bytes, zero.</param>
    public static LowpanOutcome ReadSource(int iphc, ulong identifier, ref WireReader from, Span<byte> to)
    {
        var mode = iphc >> 4 & 3;
        var hasContext = (iphc & SourceContext) != 0;
        // The unspecified address.
        if (hasContext && mode == 0) return LowpanOutcome.Done;
        return ReadUnicast(mode, hasContext, identifier, ref from, to);
    }

    /// <inheritdoc cref="ReadSource"/>
    public static LowpanOutcome ReadDestination(int iphc, ulong identifier, ref WireReader from, Span<byte> to)
    {
        var mode = iphc & 3;
        var hasContext = (iphc & DestinationContext) != 0;
        if ((iphc & Multicast) != 0) return hasContext ? ReadPrefixMulticast(mode, ref from, to) : ReadMulticast(mode, ref from, to);
        if (hasContext && mode == 0) return LowpanOutcome.Reserved;
        return ReadUnicast(mode, hasContext, identifier, ref from, to);
    }

    static LowpanOutcome ReadUnicast(int mode, bool hasContext, ulong identifier, ref WireReader from, Span<byte> to)
    {
        switch (mode)
        {
            case 0:
                return Copy(Ipv6Address.Length, ref from, to);
            case 1:
                if (!from.TryReadUInt64(out identifier)) return LowpanOutcome.Short;
                break;
            case 2:
                if (!from.TryReadUInt16(out var address)) return LowpanOutcome.Short;
                identifier = LowpanLink.FromShort(address);
                break;
        }

        BinaryPrimitives.WriteUInt64BigEndian(to, hasContext ? 0 : LinkLocal);
        BinaryPrimitives.WriteUInt64BigEndian(to[8..], identifier);
        return LowpanOutcome.Done;
    }

    /// <summary>Whole, ffXX::00XX:XXXX:XXXX, ffXX::00XX:XXXX, or ff02::00XX.</summary>
    static LowpanOutcome ReadMulticast(int mode, ref WireReader from, Span<byte> to)
    {
        if (mode == 0) return Copy(Ipv6Address.Length, ref from, to);
        byte scope = 2;
        if (mode != 3 && !from.TryReadByte(out scope)) return LowpanOutcome.Short;
        (to[0], to[1]) = (0xff, scope);
        return Copy(mode switch { 1 => 5, 2 => 3, _ => 1 }, ref from, to);
    }

    /// <summary>An address based on a unicast prefix (RFC 3306), which the context has: ffXX:XX00::XXXX:XXXX is what the frame tells.</summary>
    static LowpanOutcome ReadPrefixMulticast(int mode, ref WireReader from, Span<byte> to)
    {
        if (mode != 0) return LowpanOutcome.Reserved;
        to[0] = 0xff;
        return from.TryReadByte(out to[1]) && from.TryReadByte(out to[2]) ? Copy(4, ref from, to) : LowpanOutcome.Short;
    }

    /// <summary>The frame's bytes are the address's last.</summary>
    static LowpanOutcome Copy(int length, ref WireReader from, Span<byte> to)
    {
        if (!from.TryReadBytes(length, out var bytes)) return LowpanOutcome.Short;
        bytes.CopyTo(to[^length..]);
        return LowpanOutcome.Done;
    }
}

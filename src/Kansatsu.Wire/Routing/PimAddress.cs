namespace Kansatsu.Wire;

/// <summary>An address as PIM writes it: unicast, group or source (RFC 7761 §4.9.1).</summary>
/// <param name="MaskLength">Bits that count, in the address's own family; full length for unicast addresses.</param>
/// <param name="Flags">Of a group B 0x80 and Z 0x01; of a source S 4, W 2, R 1.</param>
public readonly record struct PimAddress(Ipv6Address Address, byte MaskLength, byte Flags)
{
    const byte FamilyIpv4 = 1;
    const byte FamilyIpv6 = 2;

    /// <summary>Of a source: (*,G), all sources by way of the rendezvous point.</summary>
    public bool IsWildcard => (Flags & 2) != 0;

    /// <summary>Of a source: on the tree of the rendezvous point.</summary>
    public bool IsRendezvousPointTree => (Flags & 1) != 0;

    internal static bool TryReadUnicast(ref WireReader reader, out PimAddress result)
    {
        result = default;
        if (!reader.TryReadByte(out var family) || !reader.TrySkip(1) || !TryReadAddress(ref reader, family, out var address)) return false;
        result = new PimAddress(address, (byte)(family == FamilyIpv4 ? 32 : 128), 0);
        return true;
    }

    /// <summary>Groups and sources have the same form.</summary>
    internal static bool TryReadMasked(ref WireReader reader, out PimAddress result)
    {
        result = default;
        if (!reader.TryReadByte(out var family) || !reader.TrySkip(1) || !reader.TryReadByte(out var flags) || !reader.TryReadByte(out var length)
            || !TryReadAddress(ref reader, family, out var address)) return false;
        result = new PimAddress(address, length, flags);
        return true;
    }

    static bool TryReadAddress(ref WireReader reader, byte family, out Ipv6Address address)
    {
        if (family == FamilyIpv6) return reader.TryReadAddress(out address);
        var fits = reader.TryReadUInt32(out var ipv4) && family == FamilyIpv4;
        address = Ipv6Address.FromIpv4(ipv4);
        return fits;
    }
}

using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>Names under in-addr.arpa (RFC 1035 §3.5) and ip6.arpa (RFC 3596 §2.5) back to the address they spell.</summary>
static class ReverseName
{
    const int Nibbles = 32;

    public static bool TryRead(ReadOnlySpan<byte> name, out Ipv6Address address)
    {
        address = default;
        if (EndsWith(name, ".ip6.arpa"u8)) return TryReadIpv6(name[..^9], out address);
        return EndsWith(name, ".in-addr.arpa"u8) && TryReadIpv4(name[..^13], out address);
    }

    static bool EndsWith(ReadOnlySpan<byte> name, ReadOnlySpan<byte> ending) =>
        name.Length > ending.Length && System.Text.Ascii.EqualsIgnoreCase(name[^ending.Length..], ending);

    static bool TryReadIpv6(ReadOnlySpan<byte> text, out Ipv6Address address)
    {
        address = default;
        if (text.Length != (Nibbles * 2) - 1) return false;
        ulong high = 0, low = 0;
        for (var i = Nibbles - 1; i >= 0; i--)
        {
            if (i < Nibbles - 1 && text[(i * 2) + 1] != '.') return false;
            var nibble = ValueOf(text[i * 2]);
            if (nibble < 0) return false;
            if (i >= Nibbles / 2) high = (high << 4) | (uint)nibble;
            else low = (low << 4) | (uint)nibble;
        }

        address = new Ipv6Address(high, low);
        return true;
    }

    static bool TryReadIpv4(ReadOnlySpan<byte> text, out Ipv6Address address)
    {
        address = default;
        uint value = 0;
        var octet = -1;
        var place = 0;
        foreach (var b in text)
        {
            if (b == '.' && octet >= 0 && place < 3)
            {
                value |= (uint)octet << (8 * place++);
                octet = -1;
                continue;
            }

            if (b is < (byte)'0' or > (byte)'9') return false;
            octet = ((octet < 0 ? 0 : octet) * 10) + (b - '0');
            if (octet > 255) return false;
        }

        if (place != 3 || octet < 0) return false;
        address = Ipv6Address.FromIpv4(value | ((uint)octet << 24));
        return true;
    }

    static int ValueOf(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}

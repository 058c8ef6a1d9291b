namespace Kansatsu.Wire;

/// <summary>
/// Reads addresses written the way everybody writes them: what tables and lists are full of. Anything out of the ordinary is left to the framework, whose
/// parser must be compiled before it reads its first address.
/// </summary>
static class PlainAddress
{
    const int Groups = 8;
    const int Octets = 4;

    /// <returns>False for what is no address, and for rarer ways of writing one: a dotted tail, leading zeros in IPv4, brackets.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out Ipv6Address address) =>
        text.Contains(':') ? TryReadGroups(text, out address) : TryReadOctets(text, out address);

    static bool TryReadOctets(ReadOnlySpan<char> text, out Ipv6Address address)
    {
        address = default;
        var (value, octet, digits, octets) = (0u, 0u, 0, 1);
        foreach (var c in text)
        {
            if (c is >= '0' and <= '9')
            {
                octet = (octet * 10) + (uint)(c - '0');
                if (octet > byte.MaxValue || (digits > 0 && octet < 10)) return false;
                digits++;
                continue;
            }

            if (c != '.' || digits == 0 || ++octets > Octets) return false;
            (value, octet, digits) = ((value << 8) | octet, 0, 0);
        }

        if (octets != Octets || digits == 0) return false;
        address = Ipv6Address.FromIpv4((value << 8) | octet);
        return true;
    }

    static bool TryReadGroups(ReadOnlySpan<char> text, out Ipv6Address address)
    {
        address = default;
        Span<ulong> groups = stackalloc ulong[Groups];
        var (count, gap, at) = (0, -1, 0);
        if (text.StartsWith("::")) (gap, at) = (0, 2);
        while (at < text.Length)
        {
            if (count == Groups || !TryReadGroup(text, ref at, out groups[count++])) return false;
            if (at == text.Length) break;
            if (text[at++] != ':' || at == text.Length) return false;
            if (text[at] != ':') continue;
            if (gap >= 0) return false;
            gap = count;
            at++;
        }

        if (gap < 0 ? count != Groups : count == Groups) return false;
        if (gap >= 0)
        {
            groups[gap..count].CopyTo(groups[(gap + Groups - count)..]);
            groups.Slice(gap, Groups - count).Clear();
        }

        address = new Ipv6Address(Join(groups[..4]), Join(groups[4..]));
        return true;
    }

    static bool TryReadGroup(ReadOnlySpan<char> text, ref int at, out ulong group)
    {
        group = 0;
        var start = at;
        for (; at < text.Length && char.IsAsciiHexDigit(text[at]); at++) group = (group << 4) | (uint)(text[at] <= '9' ? text[at] - '0' : (text[at] | 0x20) - 'a' + 10);
        return at - start is >= 1 and <= 4;
    }

    static ulong Join(ReadOnlySpan<ulong> groups) => (groups[0] << 48) | (groups[1] << 32) | (groups[2] << 16) | groups[3];
}

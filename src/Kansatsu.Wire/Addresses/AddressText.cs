namespace Kansatsu.Wire;

/// <summary>RFC 5952 text of addresses without allocation.</summary>
static class AddressText
{
    public static int Format(Ipv6Address address, Span<char> text) =>
        address.IsIpv4 ? FormatIpv4(address.Ipv4, text) : FormatIpv6(address, text);

    static int FormatIpv4(uint address, Span<char> text)
    {
        var length = 0;
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            if (shift != 24) text[length++] = '.';
            ((byte)(address >> shift)).TryFormat(text[length..], out var written);
            length += written;
        }

        return length;
    }

    static int FormatIpv6(Ipv6Address address, Span<char> text)
    {
        Span<ushort> groups = stackalloc ushort[8];
        for (var i = 0; i < 4; i++)
        {
            groups[i] = (ushort)(address.High >> (48 - (16 * i)));
            groups[4 + i] = (ushort)(address.Low >> (48 - (16 * i)));
        }

        var (zeroStart, zeroLength) = LongestZeros(groups);
        var length = 0;
        for (var i = 0; i < 8; i++)
        {
            if (i == zeroStart)
            {
                text[length++] = ':';
                text[length++] = ':';
                i += zeroLength - 1;
                continue;
            }

            if (i != 0 && text[length - 1] != ':') text[length++] = ':';
            groups[i].TryFormat(text[length..], out var written, "x");
            length += written;
        }

        return length;
    }

    /// <summary>The first longest run of two or more zero groups (RFC 5952 §4.2.2, §4.2.3).</summary>
    static (int Start, int Length) LongestZeros(ReadOnlySpan<ushort> groups)
    {
        var (bestStart, bestLength) = (-1, 1);
        for (var i = 0; i < 8; i++)
        {
            var start = i;
            while (i < 8 && groups[i] == 0) i++;
            if (i - start > bestLength) (bestStart, bestLength) = (start, i - start);
        }

        return (bestStart, bestLength);
    }
}

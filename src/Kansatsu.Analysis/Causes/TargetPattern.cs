using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>How an IPv6 address that somebody tried was made up (RFC 7707 §4.1, §5.1): it tells how it was found.</summary>
static class TargetPattern
{
    public static string Of(Ipv6Address address)
    {
        var id = address.Low;
        if (id <= 0xffff) return id == 0 ? "zero (the subnet-router anycast address)" : "a low number";
        if ((id >> 24 & 0xffff) == 0xfffe) return "made from a MAC address (EUI-64)";
        if (id >> 32 == 0) return "an IPv4 address or a small number";
        if (id >> 32 is 0x0000_5efe or 0x0200_5efe) return "made from an IPv4 address (ISATAP)";
        if (LooksDecimal(id)) return "an IPv4 address in its groups' digits";
        return (id & 0xffff_ffff_ffff) <= 0xffff ? "a low number behind a subnet" : "random";
    }

    /// <summary>192:168:1:10 read as four decimal numbers up to 255.</summary>
    static bool LooksDecimal(ulong id)
    {
        for (var shift = 0; shift < 64; shift += 16)
        {
            var group = (int)(id >> shift) & 0xffff;
            var (hundreds, tens, ones) = (group >> 8, group >> 4 & 0xf, group & 0xf);
            if (hundreds > 2 || tens > 9 || ones > 9 || (hundreds * 100) + (tens * 10) + ones > 255) return false;
        }

        return true;
    }
}

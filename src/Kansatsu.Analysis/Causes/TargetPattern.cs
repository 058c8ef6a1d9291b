using System.Numerics;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>How an IPv6 address that somebody tried was made up: it tells how it was found.</summary>
static class TargetPattern
{
    /// <summary>The kinds of <see cref="TargetKind"/>.</summary>
    public const int Kinds = (int)TargetKind.Random + 1;

    const uint IsatapLocal = 0x0000_5efe;
    const uint IsatapGlobal = 0x0200_5efe;
    const int DifferentBytes = 3;

    /// <summary>Words that people write with the digits at hand; a group of zeros, or a small number, may stand between them.</summary>
    static readonly ushort[] s_words =
    [
        0xb00b, 0xb00c, 0xbabe, 0xbeef, 0xbead, 0xbed5, 0xcafe, 0xc0de, 0xc0fe, 0xc001, 0xd00d, 0xdead, 0xdeaf, 0xf00d, 0xface, 0xfeed, 0xfeee, 0xfade, 0xfee1,
        0xbabe, 0xabba, 0xaffe, 0xdada, 0xf00f, 0x1ced, 0x1337, 0xd1ce, 0xdeca, 0xfabe, 0xbad0, 0x0bad, 0xc0ff, 0xee00, 0xdefa, 0xced0, 0xb105, 0xbabb,
    ];

    public static TargetKind KindOf(Ipv6Address address)
    {
        if (address.IsIpv4) return TargetKind.None;
        var id = address.Low;
        if (id == 0) return TargetKind.Zero;
        if (id <= 0xffff) return IsPort((ushort)id) ? TargetKind.Port : id <= 0xff ? TargetKind.LowByte : TargetKind.LowBytes;
        if ((id >> 24 & 0xffff) == 0xfffe) return TargetKind.Eui64;
        if (id >> 32 is IsatapLocal or IsatapGlobal) return TargetKind.Isatap;
        if (IsWordy(id)) return TargetKind.Wordy;
        if (id >> 32 == 0) return (id >> 16 & 0xffff) <= 0xff && (id & 0xffff) <= 0xff ? TargetKind.LowBytes : TargetKind.Ipv4;
        if (LooksDecimal(id)) return TargetKind.Ipv4;
        if (HasFewBytes(id)) return (id & 0x00ff_ff00_ffff_ff00) == 0 || (id & 0xff00_ff00_ff00_ff00) == 0 ? TargetKind.LowBytes : TargetKind.PatternBytes;
        return TargetKind.Random;
    }

    /// <summary>One address in words, with what it was made of.</summary>
    public static string Of(Ipv6Address address) => KindOf(address) switch
    {
        TargetKind.Zero => "zero (the subnet-router anycast address)",
        TargetKind.LowByte => "a low number",
        TargetKind.Port => $"the number of a service's port, {address.Low:x}",
        TargetKind.LowBytes => "made of low numbers",
        TargetKind.Eui64 => OfMac(new MacAddress(((address.Low >> 40 ^ 0x02_0000) << 24) | (address.Low & 0xff_ffff))),
        TargetKind.Isatap => $"made from the IPv4 address {Ipv6Address.FromIpv4((uint)address.Low)} (ISATAP)",
        TargetKind.Ipv4 => address.Low >> 32 == 0 ? $"the IPv4 address {Ipv6Address.FromIpv4((uint)address.Low)}" : "an IPv4 address in its groups' digits",
        TargetKind.Wordy => "made of words",
        TargetKind.PatternBytes => "a pattern of few bytes",
        _ => "random",
    };

    /// <summary>Several addresses of one kind, in words.</summary>
    public static string PluralOf(TargetKind kind) => kind switch
    {
        TargetKind.Zero => "zero identifiers (subnet routers)",
        TargetKind.LowByte => "low numbers",
        TargetKind.Port => "numbers of service ports",
        TargetKind.LowBytes => "low numbers in two or more groups",
        TargetKind.Eui64 => "identifiers made from MAC addresses",
        TargetKind.Isatap => "identifiers made from IPv4 addresses (ISATAP)",
        TargetKind.Ipv4 => "embedded IPv4 addresses",
        TargetKind.Wordy => "words",
        TargetKind.PatternBytes => "patterns of few bytes",
        TargetKind.Random => "random identifiers",
        _ => "addresses without a pattern",
    };

    static string OfMac(MacAddress mac) => VirtualVendors.NameOf(mac) is { } vendor ? $"made from the MAC address {mac} ({vendor})" : $"made from the MAC address {mac}";

    /// <summary>::80, ::443, ::53 … as digits are written, or as the number is.</summary>
    static bool IsPort(ushort id) => id is
        0x21 or 0x22 or 0x23 or 0x25 or 0x53 or 0x80 or 0x110 or 0x123 or 0x143 or 0x179 or 0x389 or 0x443 or 0x465 or 0x587 or 0x853 or 0x993 or 0x995
        or 0x3306 or 0x3389 or 0x5060 or 0x5432 or 0x8000 or 0x8080 or 0x8443 or 443 or 993 or 8080 or 8443;

    static bool IsWordy(ulong id)
    {
        var words = 0;
        for (; id != 0; id >>= 16)
        {
            var group = (ushort)id;
            if (s_words.AsSpan().Contains(group)) words++;
            else if (group > 0xff) return false;
        }

        return words > 0;
    }

    static bool HasFewBytes(ulong id)
    {
        Span<ulong> seen = stackalloc ulong[4];
        seen.Clear();
        for (var shift = 0; shift < 64; shift += 8)
        {
            var value = (int)(id >> shift) & 0xff;
            seen[value >> 6] |= 1UL << (value & 63);
        }

        return BitOperations.PopCount(seen[0]) + BitOperations.PopCount(seen[1]) + BitOperations.PopCount(seen[2]) + BitOperations.PopCount(seen[3]) <= DifferentBytes;
    }

    /// <summary>192:168:1:10 read as four decimal numbers up to 255, the first of two digits or three.</summary>
    static bool LooksDecimal(ulong id)
    {
        if (id >> 48 < 0x10) return false;
        for (var shift = 0; shift < 64; shift += 16)
        {
            var group = (int)(id >> shift) & 0xffff;
            var (hundreds, tens, ones) = (group >> 8, group >> 4 & 0xf, group & 0xf);
            if (hundreds > 2 || tens > 9 || ones > 9 || (hundreds * 100) + (tens * 10) + ones > 255) return false;
        }

        return true;
    }
}

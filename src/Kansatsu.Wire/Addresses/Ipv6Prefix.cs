namespace Kansatsu.Wire;

/// <summary>An address range written as address/length; IPv4 ranges are kept mapped (length + 96).</summary>
public readonly record struct Ipv6Prefix
{
    readonly ulong _highMask;
    readonly ulong _lowMask;

    public Ipv6Prefix(Ipv6Address address, int length)
    {
        Length = Math.Clamp(length, 0, 128);
        (_highMask, _lowMask) = (HighMask(Length), LowMask(Length));
        Address = new Ipv6Address(address.High & _highMask, address.Low & _lowMask);
    }

    public Ipv6Address Address { get; }

    /// <summary>Bits that count, 0 to 128.</summary>
    public int Length { get; }

    /// <summary>The bits of an address that count.</summary>
    public Ipv6Address Mask(Ipv6Address address) => new(address.High & _highMask, address.Low & _lowMask);

    public bool Contains(Ipv6Address address) => (address.High & _highMask) == Address.High && (address.Low & _lowMask) == Address.Low;

    public bool Equals(Ipv6Prefix other) => Length == other.Length && Address == other.Address;

    public override int GetHashCode() => HashCode.Combine(Address, Length);

    /// <summary>Reads "2001:db8::/32", "192.0.2.0/24" or a single address.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Ipv6Prefix prefix)
    {
        prefix = default;
        var slash = text.IndexOf('/');
        if (!Ipv6Address.TryParse(slash < 0 ? text : text[..slash], out var address)) return false;
        var longest = address.IsIpv4 && !text.Contains(':') ? 32 : 128;
        var length = longest;
        if (slash >= 0 && (!int.TryParse(text[(slash + 1)..], out length) || length < 0 || length > longest)) return false;
        prefix = new Ipv6Prefix(address, longest == 32 ? length + 96 : length);
        return true;
    }

    public override string ToString() =>
        Address.IsIpv4 && Length >= 96 ? $"{Address}/{Length - 96}" : $"{Address}/{Length}";

    static ulong HighMask(int length) => length >= 64 ? ulong.MaxValue : length == 0 ? 0 : ulong.MaxValue << (64 - length);

    static ulong LowMask(int length) => length >= 128 ? ulong.MaxValue : length <= 64 ? 0 : ulong.MaxValue << (128 - length);
}

namespace Kansatsu.Wire;

/// <summary>Names inside DHCP options: DNS encoding without compression (RFC 8415 §10), sometimes without the root at the end.</summary>
static class DhcpNames
{
    public static bool TryWrite(ReadOnlySpan<byte> name, Span<byte> text, out int length)
    {
        length = 0;
        if (name.IsEmpty) return false;
        if (new DnsName(name, 0).TryWrite(text, out length)) return true;
        if (name.Length >= DnsName.MaxLength) return false;
        Span<byte> rooted = stackalloc byte[DnsName.MaxLength];
        name.CopyTo(rooted);
        rooted[name.Length] = 0;
        return new DnsName(rooted[..(name.Length + 1)], 0).TryWrite(text, out length);
    }
}

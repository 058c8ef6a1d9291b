namespace Kansatsu.Wire;

/// <summary>IPv6 addresses that stand one behind the other in a packet; a last, incomplete one is left out.</summary>
public readonly ref struct AddressList(ReadOnlySpan<byte> bytes)
{
    readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Count => _bytes.Length / Ipv6Address.Length;

    public Ipv6Address this[int index] => Ipv6Address.Read(_bytes.Slice(index * Ipv6Address.Length, Ipv6Address.Length));
}

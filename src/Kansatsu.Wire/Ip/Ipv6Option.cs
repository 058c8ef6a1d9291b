namespace Kansatsu.Wire;

/// <summary>One option of a hop-by-hop or destination options header: its type and data (empty for Pad1).</summary>
public readonly ref struct Ipv6Option(byte type, ReadOnlySpan<byte> value)
{
    public byte Type { get; } = type;

    public ReadOnlySpan<byte> Value { get; } = value;

    /// <summary>What a node does that does not know the option: 0 skip, 1 drop, 2 drop and tell, 3 drop and tell unless multicast (RFC 8200 §4.2).</summary>
    public int UnknownAction => Type >> 6;
}

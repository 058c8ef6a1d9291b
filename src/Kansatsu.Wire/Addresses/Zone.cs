namespace Kansatsu.Wire;

/// <summary>The link on which an address of small scope is valid (RFC 4007 §5): the observation's interface index, or -1 where it does not matter.</summary>
public readonly record struct Zone(int Interface)
{
    public static readonly Zone None = new(-1);

    /// <summary>The zone that a conversation between two addresses needs on an interface.</summary>
    public static Zone Of(Ipv6Address source, Ipv6Address destination, int @interface) =>
        AddressScopes.NeedsZone(source) || AddressScopes.NeedsZone(destination) ? new Zone(@interface) : None;
}

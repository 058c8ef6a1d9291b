namespace Kansatsu.Wire;

/// <summary>Which addresses has this link-layer address? Question and answer (RFC 3122 §2).</summary>
public readonly ref struct InverseNeighborDiscovery
{
    public const int HeaderLength = 8;

    readonly ReadOnlySpan<byte> _message;

    InverseNeighborDiscovery(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out InverseNeighborDiscovery discovery)
    {
        var fits = message.Length >= HeaderLength
            && (message[0] is Icmpv6Types.InverseNeighborSolicitation or Icmpv6Types.InverseNeighborAdvertisement);
        discovery = fits ? new InverseNeighborDiscovery(message) : default;
        return fits;
    }

    public bool IsAdvertisement => _message[0] == Icmpv6Types.InverseNeighborAdvertisement;

    public NdpOptions Options => new(_message[HeaderLength..]);
}

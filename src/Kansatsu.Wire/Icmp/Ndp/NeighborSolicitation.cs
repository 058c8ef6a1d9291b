namespace Kansatsu.Wire;

/// <summary>Who has this address? (RFC 4861 §4.3); from :: it asks whether the address is free (RFC 4862 §5.4).</summary>
public readonly ref struct NeighborSolicitation
{
    public const int HeaderLength = 24;

    const int TargetOffset = 8;

    readonly ReadOnlySpan<byte> _message;

    NeighborSolicitation(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out NeighborSolicitation solicitation)
    {
        var fits = message.Length >= HeaderLength && message[0] == Icmpv6Types.NeighborSolicitation;
        solicitation = fits ? new NeighborSolicitation(message) : default;
        return fits;
    }

    public Ipv6Address Target => Ipv6Address.Read(_message[TargetOffset..]);

    public NdpOptions Options => new(_message[HeaderLength..]);
}

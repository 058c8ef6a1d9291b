namespace Kansatsu.Wire;

/// <summary>I have this address (RFC 4861 §4.4).</summary>
public readonly ref struct NeighborAdvertisement
{
    public const int HeaderLength = 24;

    const int FlagsOffset = 4;
    const int TargetOffset = 8;

    readonly ReadOnlySpan<byte> _message;

    NeighborAdvertisement(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out NeighborAdvertisement advertisement)
    {
        var fits = message.Length >= HeaderLength && message[0] == Icmpv6Types.NeighborAdvertisement;
        advertisement = fits ? new NeighborAdvertisement(message) : default;
        return fits;
    }

    /// <summary>R: the sender is a router.</summary>
    public bool Router => (_message[FlagsOffset] & 0x80) != 0;

    /// <summary>S: this answers a solicitation.</summary>
    public bool Solicited => (_message[FlagsOffset] & 0x40) != 0;

    /// <summary>O: what the listener remembers shall be replaced.</summary>
    public bool Override => (_message[FlagsOffset] & 0x20) != 0;

    public Ipv6Address Target => Ipv6Address.Read(_message[TargetOffset..]);

    public NdpOptions Options => new(_message[HeaderLength..]);
}

namespace Kansatsu.Wire;

/// <summary>There is a better first hop (RFC 4861 §4.5).</summary>
public readonly ref struct Redirect
{
    public const int HeaderLength = 40;

    const int TargetOffset = 8;
    const int DestinationOffset = 24;

    readonly ReadOnlySpan<byte> _message;

    Redirect(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out Redirect redirect)
    {
        var fits = message.Length >= HeaderLength && message[0] == Icmpv6Types.Redirect;
        redirect = fits ? new Redirect(message) : default;
        return fits;
    }

    /// <summary>The better first hop; equal to <see cref="Destination"/> when that is a neighbor itself.</summary>
    public Ipv6Address Target => Ipv6Address.Read(_message[TargetOffset..]);

    public Ipv6Address Destination => Ipv6Address.Read(_message[DestinationOffset..]);

    public NdpOptions Options => new(_message[HeaderLength..]);
}

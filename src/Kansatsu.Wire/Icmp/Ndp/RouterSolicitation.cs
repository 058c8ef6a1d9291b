namespace Kansatsu.Wire;

/// <summary>A host asks for routers (RFC 4861 §4.1).</summary>
public readonly ref struct RouterSolicitation
{
    public const int HeaderLength = 8;

    readonly ReadOnlySpan<byte> _message;

    RouterSolicitation(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out RouterSolicitation solicitation)
    {
        var fits = message.Length >= HeaderLength && message[0] == Icmpv6Types.RouterSolicitation;
        solicitation = fits ? new RouterSolicitation(message) : default;
        return fits;
    }

    public NdpOptions Options => new(_message[HeaderLength..]);
}

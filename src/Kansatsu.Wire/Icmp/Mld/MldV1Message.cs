namespace Kansatsu.Wire;

/// <summary>A listener's report or its good-bye of the first version (RFC 2710 §3).</summary>
public readonly ref struct MldV1Message
{
    public const int Length = 24;

    const int GroupOffset = 8;

    readonly ReadOnlySpan<byte> _message;

    MldV1Message(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out MldV1Message result)
    {
        var fits = message.Length >= Length && (message[0] is Icmpv6Types.MldV1Report or Icmpv6Types.MldV1Done);
        result = fits ? new MldV1Message(message) : default;
        return fits;
    }

    /// <summary>The listener leaves.</summary>
    public bool IsDone => _message[0] == Icmpv6Types.MldV1Done;

    public Ipv6Address Group => Ipv6Address.Read(_message[GroupOffset..]);
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A multicast router says that it is there (RFC 4286 §3).</summary>
public readonly ref struct MulticastRouterAdvertisement
{
    public const int Length = 8;

    const int QueryIntervalOffset = 4;
    const int RobustnessOffset = 6;

    readonly ReadOnlySpan<byte> _message;

    MulticastRouterAdvertisement(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out MulticastRouterAdvertisement advertisement)
    {
        var fits = message.Length >= Length && message[0] == Icmpv6Types.MulticastRouterAdvertisement;
        advertisement = fits ? new MulticastRouterAdvertisement(message) : default;
        return fits;
    }

    /// <summary>Seconds between advertisements; it stands where other messages have their code.</summary>
    public byte AdvertisementIntervalSeconds => _message[1];

    public ushort QueryIntervalSeconds => BinaryPrimitives.ReadUInt16BigEndian(_message[QueryIntervalOffset..]);

    public ushort Robustness => BinaryPrimitives.ReadUInt16BigEndian(_message[RobustnessOffset..]);
}

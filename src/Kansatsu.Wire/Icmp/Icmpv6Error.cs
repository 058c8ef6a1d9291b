using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>An ICMPv6 error (RFC 4443 §3): why, its one parameter, and what it quotes.</summary>
public readonly ref struct Icmpv6Error
{
    public const int HeaderLength = 8;

    const int ParameterOffset = 4;

    readonly ReadOnlySpan<byte> _message;

    Icmpv6Error(ReadOnlySpan<byte> message) => _message = message;

    /// <param name="message">The ICMPv6 message from its type on.</param>
    public static bool TryRead(ReadOnlySpan<byte> message, out Icmpv6Error error)
    {
        var fits = message.Length >= HeaderLength && message[0] is >= Icmpv6Types.DestinationUnreachable and <= Icmpv6Types.ParameterProblem;
        error = fits ? new Icmpv6Error(message) : default;
        return fits;
    }

    public byte Type => _message[0];

    public byte Code => _message[1];

    /// <summary>Of Packet Too Big: bytes the next link takes (§3.2).</summary>
    public uint Mtu => BinaryPrimitives.ReadUInt32BigEndian(_message[ParameterOffset..]);

    /// <summary>Of Parameter Problem: byte of the quoted packet where it lies (§3.4).</summary>
    public uint Pointer => BinaryPrimitives.ReadUInt32BigEndian(_message[ParameterOffset..]);

    public ReadOnlySpan<byte> QuotedPacket => _message[HeaderLength..];
}

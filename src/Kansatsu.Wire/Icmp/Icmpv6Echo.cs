using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>An echo request or reply (RFC 4443 §4), extended ones too (RFC 8335 §2).</summary>
public readonly ref struct Icmpv6Echo
{
    public const int HeaderLength = 8;

    const int IdentifierOffset = 4;
    const int SequenceOffset = 6;

    readonly ReadOnlySpan<byte> _message;

    Icmpv6Echo(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out Icmpv6Echo echo)
    {
        var fits = message.Length >= HeaderLength && (message[0] is Icmpv6Types.EchoRequest or Icmpv6Types.EchoReply
            or Icmpv6Types.ExtendedEchoRequest or Icmpv6Types.ExtendedEchoReply);
        echo = fits ? new Icmpv6Echo(message) : default;
        return fits;
    }

    public bool IsReply => _message[0] is Icmpv6Types.EchoReply or Icmpv6Types.ExtendedEchoReply;

    /// <summary>Asks about an interface of the node instead of the node.</summary>
    public bool IsExtended => _message[0] is Icmpv6Types.ExtendedEchoRequest or Icmpv6Types.ExtendedEchoReply;

    public ushort Identifier => BinaryPrimitives.ReadUInt16BigEndian(_message[IdentifierOffset..]);

    /// <summary>Of extended messages only the first byte is the sequence number; the second holds flags.</summary>
    public int SequenceNumber => IsExtended ? _message[SequenceOffset] : BinaryPrimitives.ReadUInt16BigEndian(_message[SequenceOffset..]);

    public ReadOnlySpan<byte> Payload => _message[HeaderLength..];
}

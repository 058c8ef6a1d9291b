using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The header of every PIM version 2 message (RFC 7761 §4.9).</summary>
public readonly ref struct PimHeader
{
    public const int Length = 4;

    /// <summary>With the flags of a register message, behind which the registered packet begins (§4.9.3).</summary>
    public const int RegisterLength = 8;

    readonly ReadOnlySpan<byte> _message;

    PimHeader(ReadOnlySpan<byte> message) => _message = message;

    public static bool TryRead(ReadOnlySpan<byte> message, out PimHeader header)
    {
        header = message.Length >= Length ? new PimHeader(message) : default;
        return message.Length >= Length;
    }

    public int Version => _message[0] >> 4;

    /// <summary>One of <see cref="PimTypes"/>.</summary>
    public byte Type => (byte)(_message[0] & 0xf);

    public ushort Checksum => BinaryPrimitives.ReadUInt16BigEndian(_message[2..]);

    public ReadOnlySpan<byte> Body => _message[Length..];

    /// <summary>A register message that only keeps the state alive: the packet in it is a mere header (§4.4.1).</summary>
    public bool IsNullRegister => Type == PimTypes.Register && Body.Length > 0 && (Body[0] & 0x40) != 0;

    /// <summary>Is this a whole version 2 message of the type?</summary>
    internal static bool TryBody(ReadOnlySpan<byte> message, byte type, out ReadOnlySpan<byte> body)
    {
        var fits = TryRead(message, out var header) && header.Version == 2 && header.Type == type;
        body = fits ? message[Length..] : default;
        return fits;
    }
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A packet of PPP's control protocols: LCP, IPCP, IPV6CP (RFC 1661 §5, RFC 5072), PAP (RFC 1334) and CHAP (RFC 1994) share this header.</summary>
public readonly ref struct PppControlPacket
{
    public const int HeaderLength = 4;

    const byte InterfaceIdentifierOption = 1;
    const int InterfaceIdentifierLength = 8;

    readonly ReadOnlySpan<byte> _bytes;

    PppControlPacket(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out PppControlPacket packet)
    {
        packet = bytes.Length >= HeaderLength ? new PppControlPacket(bytes) : default;
        return bytes.Length >= HeaderLength;
    }

    public byte Code => _bytes[0];

    public byte Identifier => _bytes[1];

    /// <summary>Bytes of the packet, header included, as declared.</summary>
    public ushort Length => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    public ReadOnlySpan<byte> Content => _bytes[HeaderLength..Math.Clamp((int)Length, HeaderLength, _bytes.Length)];

    /// <summary>The packet's content is a list of type-length-value options: configure requests and their answers.</summary>
    public bool HasOptions => Code is >= 1 and <= 4;

    public PppOptions Options => new(HasOptions ? Content : default);

    /// <summary>In IPV6CP: the interface identifier one side asks for or grants (RFC 5072 §4.1).</summary>
    public bool TryReadInterfaceIdentifier(out ulong identifier)
    {
        foreach (var option in Options)
        {
            if (option.Type != InterfaceIdentifierOption || option.Value.Length != InterfaceIdentifierLength) continue;
            identifier = BinaryPrimitives.ReadUInt64BigEndian(option.Value);
            return true;
        }

        identifier = 0;
        return false;
    }
}

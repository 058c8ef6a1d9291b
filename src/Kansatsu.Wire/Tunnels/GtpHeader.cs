using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The header of GTP: user plane and control plane version 1 (3GPP TS 29.060 §6), version 2 (TS 29.274 §5) and version 0.</summary>
public readonly ref struct GtpHeader
{
    public const int MinLength = 8;
    public const byte UserPacket = 255;

    const byte ProtocolTypeBit = 0x10;
    const byte ExtensionBit = 0x04;
    const byte OptionalBits = 0x07;
    const int OptionalLength = 4;
    const int Version0Length = 20;

    readonly ReadOnlySpan<byte> _bytes;

    GtpHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out GtpHeader header)
    {
        header = bytes.Length >= MinLength ? new GtpHeader(bytes) : default;
        return bytes.Length >= MinLength;
    }

    public int Version => _bytes[0] >> 5;

    /// <summary>GTP', for charging records: no tunnels.</summary>
    public bool IsPrime => Version < 2 && (_bytes[0] & ProtocolTypeBit) == 0;

    public byte MessageType => _bytes[1];

    /// <summary>Carries a user's packet.</summary>
    public bool IsUserPacket => !IsPrime && Version < 2 && MessageType == UserPacket;

    /// <summary>Bytes after the mandatory part of the header, as declared.</summary>
    public ushort PayloadLength => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    /// <summary>Bytes of the whole message, as declared.</summary>
    public int MessageLength => PayloadLength + Version switch
    {
        0 => IsPrime ? 6 : Version0Length,
        1 => IsPrime ? 6 : MinLength,
        _ => 4,
    };

    /// <summary>Version 1; elsewhere these bytes mean other things.</summary>
    public uint TunnelEndpoint => BinaryPrimitives.ReadUInt32BigEndian(_bytes[4..]);

    /// <summary>Bytes before a user packet, extension headers (TS 29.281 §5.2) included; more than there are when cut, -1 when a length is zero.</summary>
    public int Length
    {
        get
        {
            if (Version == 0) return Version0Length;
            if ((_bytes[0] & OptionalBits) == 0) return MinLength;
            var at = MinLength + OptionalLength;
            if (at > _bytes.Length) return at;
            var next = (_bytes[0] & ExtensionBit) != 0 ? _bytes[at - 1] : (byte)0;
            while (next != 0)
            {
                if (at >= _bytes.Length) return at + 4;
                var length = _bytes[at] * 4;
                if (length == 0) return -1;
                at += length;
                if (at > _bytes.Length) return at;
                next = _bytes[at - 1];
            }

            return at;
        }
    }
}

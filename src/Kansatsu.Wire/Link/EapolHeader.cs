using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The EAP over LANs header (IEEE 802.1X §11.3).</summary>
public readonly ref struct EapolHeader
{
    public const int HeaderLength = 4;

    readonly ReadOnlySpan<byte> _bytes;

    EapolHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out EapolHeader header)
    {
        header = bytes.Length >= HeaderLength ? new EapolHeader(bytes) : default;
        return bytes.Length >= HeaderLength;
    }

    public byte Version => _bytes[0];

    /// <summary>0 EAP packet, 1 start, 2 logoff, 3 key.</summary>
    public byte Type => _bytes[1];

    public ushort Length => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The PPPoE header of both stages (RFC 2516 §4).</summary>
public readonly ref struct PppoeHeader
{
    public const int HeaderLength = 6;

    readonly ReadOnlySpan<byte> _bytes;

    PppoeHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out PppoeHeader header)
    {
        header = bytes.Length >= HeaderLength ? new PppoeHeader(bytes) : default;
        return bytes.Length >= HeaderLength;
    }

    public int Version => _bytes[0] >> 4;

    public int Type => _bytes[0] & 0xf;

    public byte Code => _bytes[1];

    public ushort SessionId => BinaryPrimitives.ReadUInt16BigEndian(_bytes[2..]);

    /// <summary>Bytes after this header, without Ethernet padding.</summary>
    public ushort Length => BinaryPrimitives.ReadUInt16BigEndian(_bytes[4..]);

    /// <summary>The tags of the discovery stage.</summary>
    public PppoeTags Tags => new(_bytes[HeaderLength..Math.Min(_bytes.Length, HeaderLength + Length)]);
}

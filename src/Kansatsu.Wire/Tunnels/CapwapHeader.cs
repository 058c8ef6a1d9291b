using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The CAPWAP header (RFC 5415 §4.3).</summary>
public readonly ref struct CapwapHeader
{
    public const int MinLength = 8;

    const uint NativeBit = 0x100;
    const uint FragmentBit = 0x80;
    const uint KeepAliveBit = 0x08;

    readonly ReadOnlySpan<byte> _bytes;

    CapwapHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out CapwapHeader header)
    {
        header = bytes.Length >= MinLength ? new CapwapHeader(bytes) : default;
        return bytes.Length >= MinLength;
    }

    /// <summary>What follows the preamble byte is DTLS.</summary>
    public bool IsEncrypted => (_bytes[0] & 0xf) == 1;

    /// <summary>Bytes of the header, optional fields included.</summary>
    public int Length => (_bytes[1] >> 3) * 4;

    public int RadioId => (int)(Word >> 14) & 0x1f;

    /// <summary>The kind of radio: 1 is IEEE 802.11.</summary>
    public int Binding => (int)(Word >> 9) & 0x1f;

    /// <summary>The payload is a frame as the radio had it, not 802.3.</summary>
    public bool IsNative => (Word & NativeBit) != 0;

    public bool IsFragment => (Word & FragmentBit) != 0;

    public bool IsKeepAlive => (Word & KeepAliveBit) != 0;

    uint Word => BinaryPrimitives.ReadUInt32BigEndian(_bytes);
}

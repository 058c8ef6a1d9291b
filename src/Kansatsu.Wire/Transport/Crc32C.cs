using System.Numerics;
using System.Runtime.InteropServices;

namespace Kansatsu.Wire;

/// <summary>The Castagnoli CRC (RFC 9260 appendix A).</summary>
static class Crc32C
{
    public const uint Initial = uint.MaxValue;

    public static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes)) crc = BitOperations.Crc32C(crc, word);
        foreach (var one in bytes[(bytes.Length & ~7)..]) crc = BitOperations.Crc32C(crc, one);
        return crc;
    }
}

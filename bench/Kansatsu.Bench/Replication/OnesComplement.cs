using System.Buffers.Binary;

namespace Kansatsu.Bench.Replication;

/// <summary>Sums of 16-bit words with end-around carry (RFC 1071), and the correction of a checksum by what changed under it (RFC 1624).</summary>
static class OnesComplement
{
    public static ushort Add(ushort left, ushort right)
    {
        var sum = left + right;
        return (ushort)(sum > 0xffff ? sum - 0xffff : sum);
    }

    public static ushort Sum(ReadOnlySpan<byte> bytes)
    {
        ushort sum = 0;
        for (; bytes.Length >= 2; bytes = bytes[2..]) sum = Add(sum, BinaryPrimitives.ReadUInt16BigEndian(bytes));
        return sum;
    }

    /// <summary>~m + m' of RFC 1624 §3, for sums of the old and the new words.</summary>
    public static ushort Difference(ushort before, ushort after) => Add((ushort)~before, after);

    /// <summary>HC' = ~(~HC + ~m + m'), RFC 1624 equation 3.</summary>
    public static void Correct(Span<byte> field, ushort delta)
    {
        if (delta is 0 or 0xffff) return; // nothing moved
        var value = (ushort)~BinaryPrimitives.ReadUInt16BigEndian(field);
        BinaryPrimitives.WriteUInt16BigEndian(field, (ushort)~Add(value, delta));
    }
}

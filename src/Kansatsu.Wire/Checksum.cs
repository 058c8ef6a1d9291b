using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kansatsu.Wire;

/// <summary>The Internet checksum (RFC 1071), summed in the machine's own byte order and turned only at the end.</summary>
public static class Checksum
{
    // Code for 256-bit vectors is not compiled ahead of time, and the quick first version of it is a hundred times as slow: every sum of a capture's first
    // seconds would wait for the good one.
    /// <summary>Adds the bytes to a running one's-complement sum; only the last piece of a message may have odd length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Add(ulong sum, ReadOnlySpan<byte> bytes)
    {
        var all = bytes;
        if (bytes.Length >= 64 && Vector256.IsHardwareAccelerated)
        {
            var accumulator = Vector256<ulong>.Zero;
            var lowHalf = Vector256.Create(0xffff_ffffUL);
            var words = MemoryMarshal.Cast<byte, Vector256<ulong>>(bytes);
            foreach (ref readonly var word in words)
                accumulator += (word & lowHalf) + Vector256.ShiftRightLogical(word, 32);
            sum = AddCarry(sum, Vector256.Sum(accumulator));
            bytes = bytes[(words.Length * 32)..];
        }

        while (bytes.Length >= 8)
        {
            sum = AddCarry(sum, MemoryMarshal.Read<ulong>(bytes));
            bytes = bytes[8..];
        }

        if (bytes.IsEmpty) return sum;
        // The last eight bytes, less those that were added before.
        return AddCarry(sum, all.Length >= 8 && BitConverter.IsLittleEndian ? MemoryMarshal.Read<ulong>(all[^8..]) >> (8 * (8 - bytes.Length)) : Tail(bytes));
    }

    /// <summary>The sum of a few bytes, a multiple of four: of an IPv4 header, of addresses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfWords(ReadOnlySpan<byte> bytes)
    {
        var sum = 0UL;
        foreach (var word in MemoryMarshal.Cast<byte, uint>(bytes)) sum += word;
        return sum;
    }

    /// <summary>Folds to 16 bits in network order: 0xffff when a message with a correct checksum was summed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Fold(ulong sum)
    {
        sum = (sum & 0xffff_ffff) + (sum >> 32);
        sum = (sum & 0xffff_ffff) + (sum >> 32);
        sum = (sum & 0xffff) + (sum >> 16);
        sum = (sum & 0xffff) + (sum >> 16);
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness((ushort)sum) : (ushort)sum;
    }

    /// <summary>A 16-bit value of the message, as read in network order, in the form that <see cref="Add"/> sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Word(ushort value) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong AddCarry(ulong sum, ulong value)
    {
        sum += value;
        return sum < value ? sum + 1 : sum;
    }

    static ulong Tail(ReadOnlySpan<byte> bytes)
    {
        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        bytes.CopyTo(padded);
        return MemoryMarshal.Read<ulong>(padded);
    }
}

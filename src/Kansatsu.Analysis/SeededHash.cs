using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Kansatsu.Wire;

namespace Kansatsu.Analysis;

/// <summary>
/// Hashes of keys that strangers choose. The secret is new for every table, so nobody can aim many keys at one slot; nothing that is printed
/// depends on the order it gives.
/// </summary>
public readonly struct SeededHash
{
    readonly ulong _seed0;
    readonly ulong _seed1;

    SeededHash(ulong seed0, ulong seed1) => (_seed0, _seed1) = (seed0, seed1 | 1);

    public static SeededHash New() => new(Secret.Next(), Secret.Next());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Of(Ipv6Address address) => Fold(Mix(address.High ^ _seed0, address.Low ^ _seed1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Of(Ipv6Address address, ulong more) =>
        Fold(Mix(Mix(address.High ^ _seed0, address.Low ^ _seed1) ^ more, _seed1 ^ 0xa076_1d64_78bd_642f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Of(ulong value) => Fold(Mix(value ^ _seed0, _seed1));

    /// <summary>Bytes of any length, eight at a time.</summary>
    public uint Of(ReadOnlySpan<byte> bytes)
    {
        var hash = _seed0 ^ (ulong)bytes.Length;
        var rest = 0UL;
        if (bytes.Length >= sizeof(ulong))
        {
            // The last eight overlap those before: cheaper than what is left byte by byte.
            rest = BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]);
            for (; bytes.Length > sizeof(ulong); bytes = bytes[sizeof(ulong)..]) hash = Mix(BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ hash, _seed1);
        }
        else
        {
            foreach (var b in bytes) rest = (rest << 8) | b;
        }

        return Fold(Mix(rest ^ hash, _seed1 ^ 0xa076_1d64_78bd_642f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Fold(ulong hash) => (uint)(hash ^ (hash >> 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}

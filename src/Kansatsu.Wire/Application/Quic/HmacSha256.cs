using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>
/// HMAC-SHA-256 (RFC 2104, FIPS 180-4) of messages that fit into one block, under a key that is used for several. The keys of a QUIC greeting take five
/// of them, of twenty bytes each: the library's hash takes longer to be set up than they take.
/// </summary>
/// <remarks>For keys that anybody may compute: nothing here hides how long it takes, and nothing is wiped.</remarks>
struct HmacSha256
{
    public const int Length = 32;

    /// <summary>Longest message: a block less the end mark and the length.</summary>
    public const int MaxMessage = Block - 9;

    const int Block = 64;

    State _inner;
    State _outer;

    /// <param name="key">At most 64 bytes.</param>
    public HmacSha256(ReadOnlySpan<byte> key)
    {
        Span<byte> block = stackalloc byte[Block];
        block.Fill(0x36);
        for (var i = 0; i < key.Length; i++) block[i] ^= key[i];
        _inner = Start();
        Compress(ref _inner, block);
        foreach (ref var b in block) b ^= 0x36 ^ 0x5c;
        _outer = Start();
        Compress(ref _outer, block);
    }

    /// <param name="message">At most <see cref="MaxMessage"/> bytes.</param>
    /// <param name="output"><see cref="Length"/> bytes.</param>
    public readonly void Hash(ReadOnlySpan<byte> message, Span<byte> output)
    {
        Span<byte> block = stackalloc byte[Block];
        var state = _inner;
        Finish(ref state, message, block);
        Write(state, block);
        var outer = _outer;
        Finish(ref outer, block[..Length], block);
        Write(outer, output);
    }

    /// <summary>The last block of a hash that began with the block of the key.</summary>
    /// <param name="message">May lie at the block's start.</param>
    static void Finish(ref State state, ReadOnlySpan<byte> message, Span<byte> block)
    {
        message.CopyTo(block);
        block[message.Length..].Clear();
        block[message.Length] = 0x80;
        BinaryPrimitives.WriteUInt16BigEndian(block[(Block - 2)..], (ushort)((Block + message.Length) * 8));
        Compress(ref state, block);
    }

    static void Write(in State state, Span<byte> output)
    {
        for (var i = 0; i < Length / 4; i++) BinaryPrimitives.WriteUInt32BigEndian(output[(i * 4)..], state[i]);
    }

    static State Start()
    {
        var state = default(State);
        (state[0], state[1], state[2], state[3]) = (0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a);
        (state[4], state[5], state[6], state[7]) = (0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19);
        return state;
    }

    static void Compress(ref State state, ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[64];
        for (var i = 0; i < 16; i++) words[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * 4)..]);
        for (var i = 16; i < words.Length; i++) words[i] = words[i - 16] + words[i - 7] + Mix(words[i - 15], 7, 18, 3) + Mix(words[i - 2], 17, 19, 10);
        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        var constants = Constants;
        for (var i = 0; i < words.Length; i++)
        {
            // What waits for the round before is added last.
            var first = words[i] + constants[i] + h + (g ^ (e & (f ^ g)))
                + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25));
            var second = (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22)) + ((a & b) | (c & (a | b)));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Mix(uint word, int first, int second, int shift) =>
        BitOperations.RotateRight(word, first) ^ BitOperations.RotateRight(word, second) ^ (word >> shift);

    /// <summary>FIPS 180-4 §4.2.2.</summary>
    static ReadOnlySpan<uint> Constants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    [InlineArray(8)]
    struct State
    {
        uint _first;
    }
}

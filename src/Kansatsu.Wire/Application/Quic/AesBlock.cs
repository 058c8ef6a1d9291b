using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using X86Aes = System.Runtime.Intrinsics.X86.Aes;

namespace Kansatsu.Wire;

/// <summary>
/// AES-128 (FIPS 197) of single blocks, the header protection of QUIC, and of streams. The processor's own instructions where there are any: the library's cipher
/// takes fifty times as long to be set up as one block takes.
/// </summary>
sealed class AesBlock : IDisposable
{
    public const int Length = 16;

    RoundKeys _keys;
    Aes? _library;

    public void SetKey(ReadOnlySpan<byte> key)
    {
        if (X86Aes.IsSupported) Expand(Vector128.Create(key[..Length]));
        else (_library ??= Aes.Create()).SetKey(key);
    }

    public void Encrypt(ReadOnlySpan<byte> block, Span<byte> output)
    {
        if (_library is not null) _library.EncryptEcb(block[..Length], output, PaddingMode.None);
        else Encrypt(Vector128.Create(block[..Length])).CopyTo(output);
    }

    /// <summary>Adds what the cipher makes of a nonce and a counter that counts blocks (SP 800-38A §6.5, with GCM's 32-bit counter).</summary>
    /// <param name="nonce">A block less the counter.</param>
    /// <param name="output">As long as the input, and may be the same.</param>
    public void AddStream(ReadOnlySpan<byte> nonce, uint counter, ReadOnlySpan<byte> input, Span<byte> output)
    {
        Span<byte> block = stackalloc byte[Length];
        nonce.CopyTo(block);
        if (_library is null && input.Length >= 4 * Length)
        {
            var fours = input.Length / (4 * Length);
            AddStream(Vector128.Create<byte>(block).AsUInt32(), counter, input, output, fours);
            counter += (uint)fours * 4;
            input = input[(fours * 4 * Length)..];
            output = output[(fours * 4 * Length)..];
        }

        Span<byte> stream = stackalloc byte[Length];
        for (; !input.IsEmpty; counter++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(block[(Length - sizeof(uint))..], counter);
            Encrypt(block, stream);
            var length = Math.Min(Length, input.Length);
            if (length == Length) (Vector128.Create<byte>(stream) ^ Vector128.Create(input[..Length])).CopyTo(output);
            else
                for (var i = 0; i < length; i++) output[i] = (byte)(input[i] ^ stream[i]);
            input = input[length..];
            output = output[length..];
        }
    }

    public void Dispose() => _library?.Dispose();

    /// <summary>Four blocks at a time: the processor begins the next before the last is done.</summary>
    void AddStream(Vector128<uint> nonce, uint counter, ReadOnlySpan<byte> input, Span<byte> output, int fours)
    {
        for (; fours > 0; fours--, counter += 4, input = input[(4 * Length)..], output = output[(4 * Length)..])
        {
            var first = WithCounter(nonce, counter) ^ _keys[0];
            var second = WithCounter(nonce, counter + 1) ^ _keys[0];
            var third = WithCounter(nonce, counter + 2) ^ _keys[0];
            var fourth = WithCounter(nonce, counter + 3) ^ _keys[0];
            for (var round = 1; round < RoundKeys.Last; round++)
            {
                var key = _keys[round];
                first = X86Aes.Encrypt(first, key);
                second = X86Aes.Encrypt(second, key);
                third = X86Aes.Encrypt(third, key);
                fourth = X86Aes.Encrypt(fourth, key);
            }

            var last = _keys[RoundKeys.Last];
            (X86Aes.EncryptLast(first, last) ^ Vector128.Create(input[..Length])).CopyTo(output);
            (X86Aes.EncryptLast(second, last) ^ Vector128.Create(input[Length..(2 * Length)])).CopyTo(output[Length..]);
            (X86Aes.EncryptLast(third, last) ^ Vector128.Create(input[(2 * Length)..(3 * Length)])).CopyTo(output[(2 * Length)..]);
            (X86Aes.EncryptLast(fourth, last) ^ Vector128.Create(input[(3 * Length)..(4 * Length)])).CopyTo(output[(3 * Length)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<byte> WithCounter(Vector128<uint> nonce, uint counter) => nonce.WithElement(3, BinaryPrimitives.ReverseEndianness(counter)).AsByte();

    Vector128<byte> Encrypt(Vector128<byte> block)
    {
        block ^= _keys[0];
        for (var round = 1; round < RoundKeys.Last; round++) block = X86Aes.Encrypt(block, _keys[round]);
        return X86Aes.EncryptLast(block, _keys[RoundKeys.Last]);
    }

    /// <summary>FIPS 197 §5.2; the instruction wants each round's constant as an immediate.</summary>
    void Expand(Vector128<byte> key)
    {
        _keys[0] = key;
        _keys[1] = key = Next(key, X86Aes.KeygenAssist(key, 0x01));
        _keys[2] = key = Next(key, X86Aes.KeygenAssist(key, 0x02));
        _keys[3] = key = Next(key, X86Aes.KeygenAssist(key, 0x04));
        _keys[4] = key = Next(key, X86Aes.KeygenAssist(key, 0x08));
        _keys[5] = key = Next(key, X86Aes.KeygenAssist(key, 0x10));
        _keys[6] = key = Next(key, X86Aes.KeygenAssist(key, 0x20));
        _keys[7] = key = Next(key, X86Aes.KeygenAssist(key, 0x40));
        _keys[8] = key = Next(key, X86Aes.KeygenAssist(key, 0x80));
        _keys[9] = key = Next(key, X86Aes.KeygenAssist(key, 0x1b));
        _keys[10] = Next(key, X86Aes.KeygenAssist(key, 0x36));
    }

    /// <summary>Each word of a round key is the sum of the words before it in the last one and of the substituted word.</summary>
    static Vector128<byte> Next(Vector128<byte> key, Vector128<byte> assist)
    {
        var words = key.AsUInt32();
        words ^= Vector128.Create(0, words[0], words[1], words[2]);
        words ^= Vector128.Create(0, 0, words[0], words[1]);
        return (words ^ Vector128.Create(assist.AsUInt32()[3])).AsByte();
    }

    [InlineArray(Last + 1)]
    struct RoundKeys
    {
        public const int Last = 10;

        Vector128<byte> _first;
    }
}

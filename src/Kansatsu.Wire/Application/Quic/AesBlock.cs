using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using X86Aes = System.Runtime.Intrinsics.X86.Aes;

namespace Kansatsu.Wire;

/// <summary>
/// AES-128 of single blocks (FIPS 197), the header protection of QUIC. The processor's own instructions where there are any: the library's cipher
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

    public void Dispose() => _library?.Dispose();

    // As with checksums, vectors should not wait for their good version.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    Vector128<byte> Encrypt(Vector128<byte> block)
    {
        block ^= _keys[0];
        for (var round = 1; round < RoundKeys.Last; round++) block = X86Aes.Encrypt(block, _keys[round]);
        return X86Aes.EncryptLast(block, _keys[RoundKeys.Last]);
    }

    /// <summary>FIPS 197 §5.2; the instruction wants each round's constant as an immediate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

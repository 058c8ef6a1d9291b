using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using X86Aes = System.Runtime.Intrinsics.X86.Aes;

namespace Kansatsu.Wire;

/// <summary>
/// Opens what AES-128-GCM sealed (NIST SP 800-38D), the payload protection of QUIC. The processor's own instructions where there are any: each connection has
/// keys of its own, and the library's cipher takes longer to be set up than a greeting takes to be opened.
/// </summary>
/// <remarks>For keys that anybody may compute: nothing here hides how long it takes, and nothing is wiped.</remarks>
sealed class AesGcm128 : IDisposable
{
    public const int KeyLength = 16;
    public const int NonceLength = 12;
    public const int TagLength = 16;

    /// <summary>The payload's first counter; 1 is the tag's (§7.1).</summary>
    const uint FirstCounter = 2;

    /// <summary>x^128 = x^7 + x^2 + x + 1, lowest power first (§6.3).</summary>
    const ulong Remainder = 0xc200_0000_0000_0000;

    readonly AesBlock _cipher = new();
    Vector128<ulong> _hashKey;
    Vector128<ulong> _hashKey2;
    Vector128<ulong> _hashKey3;
    Vector128<ulong> _hashKey4;
    AesGcm? _library;

    static bool HasInstructions => X86Aes.IsSupported && Pclmulqdq.IsSupported;

    public void SetKey(ReadOnlySpan<byte> key)
    {
        _cipher.SetKey(key);
        if (HasInstructions)
        {
            _hashKey = HashKey();
            _hashKey2 = Multiply(_hashKey, _hashKey);
            _hashKey3 = Multiply(_hashKey2, _hashKey);
            _hashKey4 = Multiply(_hashKey2, _hashKey2);
            return;
        }

        _library?.Dispose();
        _library = new AesGcm(key, TagLength);
    }

    /// <summary>The first plain byte, unproved: wrong keys mostly show there.</summary>
    public byte PeekFirst(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> sealedBytes)
    {
        Span<byte> plain = stackalloc byte[1];
        _cipher.AddStream(nonce, FirstCounter, sealedBytes[..1], plain);
        return plain[0];
    }

    /// <param name="nonce"><see cref="NonceLength"/> bytes.</param>
    /// <param name="header">What is authenticated and not sealed.</param>
    /// <param name="sealedBytes">The payload and, behind it, the tag.</param>
    /// <param name="plaintext">At least as long as the payload.</param>
    /// <returns>False when the tag is not that of these bytes; the plaintext is of no use then.</returns>
    public bool TryOpen(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> header, ReadOnlySpan<byte> sealedBytes, Span<byte> plaintext)
    {
        if (sealedBytes.Length < TagLength) return false;
        var payload = sealedBytes[..^TagLength];
        var tag = sealedBytes[^TagLength..];
        plaintext = plaintext[..payload.Length];
        if (_library is not null) return TryOpen(_library, nonce, header, payload, tag, plaintext);
        Span<byte> own = stackalloc byte[TagLength];
        Reversed(Hash(header, payload)).CopyTo(own);
        _cipher.AddStream(nonce, FirstCounter - 1, own, own);
        if (!own.SequenceEqual(tag)) return false;
        _cipher.AddStream(nonce, FirstCounter, payload, plaintext);
        return true;
    }

    public void Dispose()
    {
        _cipher.Dispose();
        _library?.Dispose();
    }

    static bool TryOpen(AesGcm library, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> tag, Span<byte> plaintext)
    {
        try
        {
            library.Decrypt(nonce, payload, tag, plaintext, header);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    /// <summary>
    /// The encrypted zero block times x: GCM writes the lowest power first, and with one factor multiplied beforehand the product of two such numbers needs no
    /// shift.
    /// </summary>
    Vector128<ulong> HashKey()
    {
        Span<byte> block = stackalloc byte[AesBlock.Length];
        block.Clear();
        _cipher.Encrypt(block, block);
        var key = Block(block);
        var carries = Vector128.Create(key[0] >> 63, key[1] >> 63);
        var shifted = (key << 1) | Vector128.Create(0, carries[0]);
        return carries[1] == 0 ? shifted : shifted ^ Vector128.Create(1UL, Remainder);
    }

    /// <summary>GHASH (§6.4), its bytes reversed.</summary>
    Vector128<ulong> Hash(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload)
    {
        var sum = Add(Add(Vector128<ulong>.Zero, header), payload);
        return Multiply(sum ^ Vector128.Create((ulong)payload.Length * 8, (ulong)header.Length * 8), _hashKey);
    }

    Vector128<ulong> Add(Vector128<ulong> sum, ReadOnlySpan<byte> bytes)
    {
        // Four blocks at a time, each times its own power of the key: the products do not wait for one another.
        for (; bytes.Length >= 4 * AesBlock.Length; bytes = bytes[(4 * AesBlock.Length)..])
        {
            var product = new Product(sum ^ Block(bytes), _hashKey4) + new Product(Block(bytes[AesBlock.Length..]), _hashKey3)
                + new Product(Block(bytes[(2 * AesBlock.Length)..]), _hashKey2) + new Product(Block(bytes[(3 * AesBlock.Length)..]), _hashKey);
            sum = product.Reduced;
        }

        for (; bytes.Length >= AesBlock.Length; bytes = bytes[AesBlock.Length..]) sum = Multiply(sum ^ Block(bytes), _hashKey);
        if (bytes.IsEmpty) return sum;
        Span<byte> last = stackalloc byte[AesBlock.Length];
        last.Clear();
        bytes.CopyTo(last);
        return Multiply(sum ^ Block(last), _hashKey);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<ulong> Block(ReadOnlySpan<byte> bytes) => Reversed(Vector128.Create(bytes[..AesBlock.Length]).AsUInt64()).AsUInt64();

    static Vector128<ulong> Multiply(Vector128<ulong> a, Vector128<ulong> b) => new Product(a, b).Reduced;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<ulong> Swapped(Vector128<ulong> halves) => Vector128.Shuffle(halves, Vector128.Create(1UL, 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<byte> Reversed(Vector128<ulong> block) =>
        Vector128.Shuffle(block.AsByte(), Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));

    /// <summary>A product of polynomials before its upper half is taken away.</summary>
    readonly struct Product
    {
        readonly Vector128<ulong> _low;
        readonly Vector128<ulong> _middle;
        readonly Vector128<ulong> _high;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Product(Vector128<ulong> a, Vector128<ulong> b)
            : this(Pclmulqdq.CarrylessMultiply(a, b, 0x00), Pclmulqdq.CarrylessMultiply(a, b, 0x01) ^ Pclmulqdq.CarrylessMultiply(a, b, 0x10), Pclmulqdq.CarrylessMultiply(a, b, 0x11))
        {
        }

        Product(Vector128<ulong> low, Vector128<ulong> middle, Vector128<ulong> high) => (_low, _middle, _high) = (low, middle, high);

        /// <summary>What the low half stands for is added to the high one, in two steps of 64 bits.</summary>
        public Vector128<ulong> Reduced
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                var low = _low ^ Vector128.Create(0, _middle[0]);
                var high = _high ^ Vector128.Create(_middle[1], 0);
                low = Swapped(low) ^ Pclmulqdq.CarrylessMultiply(low, Vector128.CreateScalar(Remainder), 0x00);
                low = Swapped(low) ^ Pclmulqdq.CarrylessMultiply(low, Vector128.CreateScalar(Remainder), 0x00);
                return low ^ high;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Product operator +(Product a, Product b) => new(a._low ^ b._low, a._middle ^ b._middle, a._high ^ b._high);
    }
}

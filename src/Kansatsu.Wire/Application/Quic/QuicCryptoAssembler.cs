using System.Numerics;

namespace Kansatsu.Wire;

/// <summary>
/// Puts the CRYPTO frames of one connection's Initial packets in order (RFC 9000 §19.6). Bounded: what lies beyond <see cref="MaxLength"/> is
/// dropped, and what was received once is not overwritten.
/// </summary>
public sealed class QuicCryptoAssembler
{
    /// <summary>Bytes of handshake kept for one connection.</summary>
    public const int MaxLength = 16 * 1024;

    const int BitsPerWord = 64;

    readonly ulong[] _received = new ulong[MaxLength / BitsPerWord];
    byte[] _bytes = new byte[2048];
    int _contiguous;
    int _highest;

    /// <summary>The bytes from the start of the handshake to the first gap.</summary>
    public ReadOnlySpan<byte> Contiguous => _bytes.AsSpan(0, _contiguous);

    /// <summary>The first handshake message (type, 24 bits of length, body: RFC 8446 §4) is all there.</summary>
    public bool HasMessage => _contiguous >= 4 && _contiguous >= MessageLength;

    /// <summary>The first handshake message with its header; empty before it is all there.</summary>
    public ReadOnlySpan<byte> Message => HasMessage ? Contiguous[..MessageLength] : default;

    int MessageLength => 4 + ((_bytes[1] << 16) | (_bytes[2] << 8) | _bytes[3]);

    public void Add(ulong offset, ReadOnlySpan<byte> bytes)
    {
        if (offset >= MaxLength) return;
        var start = (int)offset;
        if (bytes.Length > MaxLength - start) bytes = bytes[..(MaxLength - start)];
        if (start + bytes.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Min(MaxLength, Math.Max(_bytes.Length * 2, start + bytes.Length)));
        // What is new is mostly all of it, so whole words of it are looked at together.
        for (var end = start + bytes.Length; start < end;)
        {
            var count = Math.Min(BitsPerWord - (start % BitsPerWord), end - start);
            var wanted = (ulong.MaxValue >> (BitsPerWord - count)) << (start % BitsPerWord);
            ref var word = ref _received[start / BitsPerWord];
            if ((word & wanted) == 0) bytes[..count].CopyTo(_bytes.AsSpan(start));
            else Fill(word, start, bytes[..count]);
            word |= wanted;
            start += count;
            bytes = bytes[count..];
        }

        _highest = Math.Max(_highest, start);
        while (_contiguous < _highest && Step() is > 0 and var step) _contiguous += step;
    }

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        _received.AsSpan(0, Math.Min(_received.Length, (_highest / BitsPerWord) + 1)).Clear();
        (_contiguous, _highest) = (0, 0);
    }

    /// <summary>Only the gaps of a word take bytes.</summary>
    void Fill(ulong word, int start, ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
            if ((word >> ((start + i) % BitsPerWord) & 1) == 0) _bytes[start + i] = bytes[i];
    }

    /// <summary>Bytes received without a gap from the end of the contiguous ones, within their word.</summary>
    int Step() => BitOperations.TrailingZeroCount(~(_received[_contiguous / BitsPerWord] >> (_contiguous % BitsPerWord)));
}

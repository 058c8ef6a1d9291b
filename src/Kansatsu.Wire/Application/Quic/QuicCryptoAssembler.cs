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
        for (var i = 0; i < bytes.Length; i++)
        {
            ref var word = ref _received[(start + i) / BitsPerWord];
            var bit = 1ul << ((start + i) % BitsPerWord);
            if ((word & bit) != 0) continue;
            word |= bit;
            _bytes[start + i] = bytes[i];
        }

        while (_contiguous < MaxLength && (_received[_contiguous / BitsPerWord] >> (_contiguous % BitsPerWord) & 1) != 0) _contiguous++;
    }
}

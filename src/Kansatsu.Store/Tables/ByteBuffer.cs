using System.Text;

namespace Kansatsu.Store;

/// <summary>Bytes that grow. Numbers are in groups of seven bits, the lowest first.</summary>
sealed class ByteBuffer
{
    const int Least = 64;
    const int LongestNumber = 10;

    byte[] _bytes = [];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Put(ulong value)
    {
        var to = Room(LongestNumber);
        var length = 0;
        for (; value >= 0x80; value >>= 7) to[length++] = (byte)(value | 0x80);
        to[length++] = (byte)value;
        Length += length;
    }

    public void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Its length, then its bytes.</summary>
    public void Put(ReadOnlySpan<char> text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Put((ulong)length);
        Length += Encoding.UTF8.GetBytes(text, Room(length));
    }

    Span<byte> Room(int length)
    {
        if (Length + length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(Least, (Length + length) * 2));
        return _bytes.AsSpan(Length);
    }
}

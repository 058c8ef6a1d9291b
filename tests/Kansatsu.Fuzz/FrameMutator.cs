using System.Buffers.Binary;

namespace Kansatsu.Fuzz;

/// <summary>Makes a hostile frame out of good ones: the same number gives the same sequence.</summary>
public sealed class FrameMutator(int number)
{
    const int MaxLength = 4096;

    static readonly byte[] s_telling = [0x00, 0x01, 0x02, 0x04, 0x06, 0x11, 0x29, 0x2b, 0x2c, 0x32, 0x33, 0x3a, 0x3b, 0x3c, 0x7f, 0x80, 0xc0, 0xfe, 0xff];

    readonly Random _random = new(number);
    readonly byte[] _buffer = new byte[MaxLength];

    /// <summary>A mutation of <paramref name="seed"/>, perhaps spliced with <paramref name="other"/>; valid until the next call.</summary>
    public ReadOnlySpan<byte> Mutate(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> other)
    {
        var length = Math.Min(seed.Length, MaxLength);
        seed[..length].CopyTo(_buffer);
        for (var changes = 1 + _random.Next(6); changes > 0; changes--) length = Change(length, other);
        return _buffer.AsSpan(0, length);
    }

    int Change(int length, ReadOnlySpan<byte> other)
    {
        if (length == 0) return 0;
        var at = _random.Next(length);
        switch (_random.Next(9))
        {
            case 0: _buffer[at] ^= (byte)(1 << _random.Next(8)); break;
            case 1: _buffer[at] = (byte)_random.Next(256); break;
            case 2: _buffer[at] = s_telling[_random.Next(s_telling.Length)]; break;
            case 3: return at;
            case 4 when at + 2 <= length:
                BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(at), (ushort)(BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(at)) + _random.Next(-9, 10)));
                break;
            case 5: return Repeat(length, at);
            case 6: return Remove(length, at);
            case 7: return Splice(length, at, other);
            default: _random.NextBytes(_buffer.AsSpan(at, Math.Min(_random.Next(1, 9), length - at))); break;
        }

        return length;
    }

    int Repeat(int length, int at)
    {
        var count = Math.Min(_random.Next(1, 65), Math.Min(length - at, MaxLength - length));
        _buffer.AsSpan(at, length - at).CopyTo(_buffer.AsSpan(at + count));
        return length + count;
    }

    int Remove(int length, int at)
    {
        var count = Math.Min(_random.Next(1, 33), length - at);
        _buffer.AsSpan(at + count, length - at - count).CopyTo(_buffer.AsSpan(at));
        return length - count;
    }

    int Splice(int length, int at, ReadOnlySpan<byte> other)
    {
        if (other.IsEmpty) return length;
        var from = _random.Next(other.Length);
        var count = Math.Min(other.Length - from, MaxLength - at);
        other.Slice(from, count).CopyTo(_buffer.AsSpan(at));
        return at + count;
    }
}

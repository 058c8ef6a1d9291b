using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A memcached message in the binary protocol; the text protocol is read as <see cref="TextCommand"/>.</summary>
public readonly ref struct MemcachedHeader
{
    public const int Length = 24;

    const byte Request = 0x80;
    const byte Response = 0x81;
    const int KeyLengthAt = 2;
    const int ExtrasLengthAt = 4;
    const int StatusAt = 6;
    const int BodyLengthAt = 8;

    readonly ReadOnlySpan<byte> _bytes;

    MemcachedHeader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public bool IsResponse => _bytes[0] == Response;

    /// <summary>0 get, 1 set, 4 delete, 8 flush, 10 no-op, 11 version, 16 stat …</summary>
    public byte Opcode => _bytes[1];

    /// <summary>Of a response; 0 is success. Of a request: the virtual bucket.</summary>
    public ushort Status => BinaryPrimitives.ReadUInt16BigEndian(_bytes[StatusAt..]);

    public uint BodyLength => BinaryPrimitives.ReadUInt32BigEndian(_bytes[BodyLengthAt..]);

    /// <summary>The key, empty when there is none or when it is not here whole.</summary>
    public ReadOnlySpan<byte> Key
    {
        get
        {
            var start = Length + _bytes[ExtrasLengthAt];
            var length = BinaryPrimitives.ReadUInt16BigEndian(_bytes[KeyLengthAt..]);
            return start + length <= _bytes.Length ? _bytes.Slice(start, length) : default;
        }
    }

    public static bool TryRead(ReadOnlySpan<byte> bytes, out MemcachedHeader header)
    {
        header = default;
        if (bytes.Length < Length || bytes[0] is not (Request or Response)) return false;
        header = new MemcachedHeader(bytes);
        return header.BodyLength >= (uint)bytes[ExtrasLengthAt] + BinaryPrimitives.ReadUInt16BigEndian(bytes[KeyLengthAt..]);
    }
}

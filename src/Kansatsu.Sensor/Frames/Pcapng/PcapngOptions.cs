using System.Buffers.Binary;

namespace Kansatsu.Sensor;

/// <summary>The options behind a block's fixed fields: code, length, value padded to four bytes (draft-ietf-opsawg-pcapng §3.5).</summary>
/// <remarks>Name records have the same shape; they end at type 0 alike. What does not fit ends the walk.</remarks>
ref struct PcapngOptions(ReadOnlySpan<byte> bytes, bool bigEndian)
{
    public const int Comment = 1;
    const int HeaderLength = 4;
    const int EndOfOptions = 0;

    ReadOnlySpan<byte> _rest = bytes;

    public int Code { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>What follows the last entry read.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    public bool TryNext()
    {
        if (_rest.Length < HeaderLength) return false;
        Code = Read(_rest);
        var length = Read(_rest[2..]);
        _rest = _rest[HeaderLength..];
        if (Code == EndOfOptions || length > _rest.Length) return false;
        Value = _rest[..length];
        _rest = _rest[Math.Min((length + 3) & ~3, _rest.Length)..];
        return true;
    }

    readonly int Read(ReadOnlySpan<byte> bytes) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}

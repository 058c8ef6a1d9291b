using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>An MPLS label stack (RFC 3032 §2.1), from the top label to the bottom one. Enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct MplsStack(ReadOnlySpan<byte> bytes)
{
    public const int EntryLength = 4;

    public const int Ipv4ExplicitNull = 0;
    public const int Ipv6ExplicitNull = 2;

    readonly ReadOnlySpan<byte> _bytes = bytes;
    uint _entry;

    /// <summary>Bytes of the entries read so far.</summary>
    public int Length { get; private set; }

    /// <summary>The entry with the bottom-of-stack bit was reached.</summary>
    public bool IsClean { get; private set; }

    public readonly int Label => (int)(_entry >> 12);

    public readonly int TrafficClass => (int)(_entry >> 9) & 7;

    public readonly byte TimeToLive => (byte)_entry;

    public readonly MplsStack Current => this;

    public readonly MplsStack GetEnumerator() => this;

    public bool MoveNext()
    {
        if (IsClean || _bytes.Length - Length < EntryLength) return false;
        _entry = BinaryPrimitives.ReadUInt32BigEndian(_bytes[Length..]);
        Length += EntryLength;
        IsClean = (_entry & 0x100) != 0;
        return true;
    }
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The group records of an IGMPv3 report (RFC 3376 §4.2.4 ff.): enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct IgmpRecords(ReadOnlySpan<byte> bytes, int count)
{
    const int SourceLength = 4;

    WireReader _reader = new(bytes);
    int _left = count;
    ReadOnlySpan<byte> _sources;

    public bool IsClean { get; private set; } = true;

    /// <summary>The kinds are those of MLD.</summary>
    public MldRecordType RecordType { get; private set; }

    public Ipv6Address Group { get; private set; }

    public readonly int SourceCount => _sources.Length / SourceLength;

    public readonly Ipv6Address Source(int index) => Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(_sources[(index * SourceLength)..]));

    public readonly IgmpRecords Current => this;

    public readonly IgmpRecords GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!IsClean || _left == 0) return false;
        _left--;
        IsClean = _reader.TryReadByte(out var type) && _reader.TryReadByte(out var auxiliaryWords) && _reader.TryReadUInt16(out var sourceCount)
            && _reader.TryReadUInt32(out var group) && _reader.TryReadBytes(sourceCount * SourceLength, out var sources)
            && _reader.TrySkip(auxiliaryWords * 4) && Keep(type, group, sources);
        return IsClean;
    }

    bool Keep(byte type, uint group, ReadOnlySpan<byte> sources)
    {
        RecordType = (MldRecordType)type;
        Group = Ipv6Address.FromIpv4(group);
        _sources = sources;
        return true;
    }
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>The group records of an IGMPv3 report (RFC 3376 §4.2.4 ff.): enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct IgmpRecords(ReadOnlySpan<byte> bytes, int count)
{
    const int SourceLength = 4;

    WireReader _reader = new(bytes);
    int _left = count;
    ReadOnlySpan<byte> _sources;

    /// <summary>No record reached beyond the message; one that did is the last to be yielded, with the sources that are there.</summary>
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
        if (!_reader.TryReadByte(out var type) || !_reader.TryReadByte(out var auxiliaryWords) || !_reader.TryReadUInt16(out var sourceCount)
            || !_reader.TryReadUInt32(out var group))
        {
            IsClean = false;
            return false;
        }

        var claimed = sourceCount * SourceLength;
        _reader.TryReadBytes(Math.Min(claimed, _reader.Remaining), out _sources);
        IsClean = _sources.Length == claimed && _reader.TrySkip(auxiliaryWords * 4);
        RecordType = (MldRecordType)type;
        Group = Ipv6Address.FromIpv4(group);
        return true;
    }
}

namespace Kansatsu.Wire;

/// <summary>The records of a version 2 report: enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct MldRecords(ReadOnlySpan<byte> bytes, int count)
{
    WireReader _reader = new(bytes);
    int _left = count;

    /// <summary>No record reached beyond the message.</summary>
    public bool IsClean { get; private set; } = true;

    public MldRecord Current { get; private set; }

    public readonly MldRecords GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_left == 0) return false;
        _left--;
        IsClean = _reader.TryReadByte(out var type) && _reader.TryReadByte(out var auxiliaryWords) && _reader.TryReadUInt16(out var sourceCount)
            && _reader.TryReadAddress(out var group) && _reader.TryReadBytes(sourceCount * Ipv6Address.Length, out var sources)
            && _reader.TrySkip(auxiliaryWords * 4)
            && Keep(new MldRecord((MldRecordType)type, group, new AddressList(sources)));
        if (!IsClean) _left = 0;
        return IsClean;
    }

    bool Keep(MldRecord record)
    {
        Current = record;
        return true;
    }
}

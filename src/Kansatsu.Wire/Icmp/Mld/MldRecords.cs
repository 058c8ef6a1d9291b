namespace Kansatsu.Wire;

/// <summary>The records of a version 2 report: enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct MldRecords(ReadOnlySpan<byte> bytes, int count)
{
    WireReader _reader = new(bytes);
    int _left = count;

    /// <summary>No record reached beyond the message; one that did is the last to be yielded, with the sources that are there.</summary>
    public bool IsClean { get; private set; } = true;

    public MldRecord Current { get; private set; }

    public readonly MldRecords GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!IsClean || _left == 0) return false;
        _left--;
        if (!_reader.TryReadByte(out var type) || !_reader.TryReadByte(out var auxiliaryWords) || !_reader.TryReadUInt16(out var sourceCount)
            || !_reader.TryReadAddress(out var group))
        {
            IsClean = false;
            return false;
        }

        // A record whose sources are missing still names its group.
        var claimed = sourceCount * Ipv6Address.Length;
        _reader.TryReadBytes(Math.Min(claimed, _reader.Remaining), out var sources);
        IsClean = sources.Length == claimed && _reader.TrySkip(auxiliaryWords * 4);
        Current = new MldRecord((MldRecordType)type, group, new AddressList(sources));
        return true;
    }
}

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
        var hasGroup = _reader.TryReadByte(out var type) & _reader.TryReadByte(out var auxiliaryWords) & _reader.TryReadUInt16(out var sourceCount)
            & _reader.TryReadAddress(out var group);
        if (!hasGroup) return Stop(yielding: false);
        var isWhole = _reader.TryReadBytes(sourceCount * Ipv6Address.Length, out var sources);
        // A list that was cut still says which group it is about.
        Current = new MldRecord((MldRecordType)type, group, new AddressList(isWhole ? sources : _reader.Rest));
        return (isWhole && _reader.TrySkip(auxiliaryWords * 4)) || Stop(yielding: true);
    }

    bool Stop(bool yielding)
    {
        (IsClean, _left) = (false, 0);
        return yielding;
    }
}

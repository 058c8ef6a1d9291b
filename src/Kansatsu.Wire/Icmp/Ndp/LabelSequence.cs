namespace Kansatsu.Wire;

/// <summary>
/// Uncompressed domain names one behind the other, label by label (RFC 8106 §5.2, RFC 4620 §6.3): an empty label ends a name, zeros pad the end.
/// </summary>
public ref struct LabelSequence(ReadOnlySpan<byte> bytes)
{
    /// <summary>Longest label (RFC 1035 §2.3.4); the two bits above it mark pointers, which are not allowed here.</summary>
    const int LongestLabel = 63;

    WireReader _reader = new(bytes);

    /// <summary>No label reached outside.</summary>
    public bool IsClean { get; private set; } = true;

    /// <summary>The label's bytes, empty at the end of a name.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly LabelSequence GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!IsClean || !_reader.TryReadByte(out var length)) return false;
        IsClean = length <= LongestLabel && _reader.TryReadBytes(length, out var label) && Keep(label);
        return IsClean;
    }

    bool Keep(ReadOnlySpan<byte> label)
    {
        Current = label;
        return true;
    }
}

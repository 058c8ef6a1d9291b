namespace Kansatsu.Wire;

/// <summary>Every source of every group of a join/prune message, in its order: enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct PimSources(ReadOnlySpan<byte> groups, int groupCount)
{
    WireReader _reader = new(groups);
    int _groups = groupCount;
    int _joins;
    int _prunes;

    public bool IsClean { get; private set; } = true;

    public PimAddress Group { get; private set; }

    public PimAddress Source { get; private set; }

    /// <summary>Joined, or pruned.</summary>
    public bool IsJoin { get; private set; }

    public readonly PimSources Current => this;

    public readonly PimSources GetEnumerator() => this;

    public bool MoveNext()
    {
        while (IsClean && _joins == 0 && _prunes == 0 && _groups > 0) IsClean = BeginGroup();
        if (!IsClean || (_joins == 0 && _prunes == 0)) return false;
        IsClean = PimAddress.TryReadMasked(ref _reader, out var source);
        if (!IsClean) return false;
        IsJoin = _joins > 0;
        if (IsJoin) _joins--;
        else _prunes--;
        Source = source;
        return true;
    }

    bool BeginGroup()
    {
        _groups--;
        if (!PimAddress.TryReadMasked(ref _reader, out var group) || !_reader.TryReadUInt16(out var joins) || !_reader.TryReadUInt16(out var prunes))
            return false;
        (Group, _joins, _prunes) = (group, joins, prunes);
        return true;
    }
}

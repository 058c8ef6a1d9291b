namespace Kansatsu.Wire;

/// <summary>The options behind a neighbor discovery message: enumerate, then ask <see cref="IsClean"/>. Unknown ones are yielded too.</summary>
public ref struct NdpOptions(ReadOnlySpan<byte> bytes)
{
    const int Unit = 8;

    WireReader _reader = new(bytes);

    /// <summary>The end was reached without a length of zero and without one that points outside.</summary>
    public bool IsClean { get; private set; } = true;

    /// <summary>An option of length 0 ended the list: the whole packet is to be dropped (RFC 4861 §4.6).</summary>
    public bool HasZeroLength { get; private set; }

    public NdpOption Current { get; private set; }

    public readonly NdpOptions GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!IsClean || _reader.IsAtEnd) return false;
        var rest = _reader.Rest;
        HasZeroLength = rest.Length >= 2 && rest[1] == 0;
        if (rest.Length >= 2 && !HasZeroLength && _reader.TryReadBytes(rest[1] * Unit, out var option))
        {
            Current = new NdpOption(option);
            return true;
        }

        IsClean = false;
        return false;
    }

    /// <summary>The first option of a type.</summary>
    public readonly bool TryFind(byte type, out NdpOption option)
    {
        var walk = this;
        while (walk.MoveNext())
        {
            option = walk.Current;
            if (option.Type == type) return true;
        }

        option = default;
        return false;
    }

    /// <summary>The Ethernet address that the source or target link-layer address option holds.</summary>
    /// <param name="type"><see cref="NdpOptionTypes.SourceLinkLayerAddress"/> or <see cref="NdpOptionTypes.TargetLinkLayerAddress"/>.</param>
    public readonly bool TryFindLinkLayerAddress(byte type, out MacAddress address)
    {
        var found = TryFind(type, out var option);
        address = found ? MacAddress.Read(option.Value) : default;
        return found;
    }
}

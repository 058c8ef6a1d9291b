namespace Kansatsu.Wire;

/// <summary>A PIM router's hello and its options (RFC 7761 §4.9.2); after enumerating, <see cref="IsClean"/>.</summary>
public ref struct PimHello
{
    public const ushort HoldTime = 1;
    public const ushort LanPruneDelay = 2;
    public const ushort DrPriority = 19;
    public const ushort GenerationId = 20;
    public const ushort StateRefresh = 21;
    public const ushort AddressList = 24;

    WireReader _reader;

    PimHello(ReadOnlySpan<byte> options)
    {
        _reader = new WireReader(options);
        IsClean = true;
    }

    public static bool TryRead(ReadOnlySpan<byte> message, out PimHello hello)
    {
        var fits = PimHeader.TryBody(message, PimTypes.Hello, out var body);
        hello = fits ? new PimHello(body) : default;
        return fits;
    }

    public bool IsClean { get; private set; }

    /// <summary>The option's number.</summary>
    public ushort Type { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly PimHello Current => this;

    public readonly PimHello GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!IsClean || _reader.IsAtEnd) return false;
        IsClean = _reader.TryReadUInt16(out var type) && _reader.TryReadUInt16(out var length) && _reader.TryReadBytes(length, out var value)
            && Keep(type, value);
        return IsClean;
    }

    /// <summary>The value of a numeric option (two or four bytes).</summary>
    public readonly bool TryFindNumber(ushort type, out uint number)
    {
        number = 0;
        foreach (var option in this)
        {
            if (option.Type != type) continue;
            var reader = new WireReader(option.Value);
            if (option.Value.Length == 4) return reader.TryReadUInt32(out number);
            var fits = reader.TryReadUInt16(out var small) && reader.IsAtEnd;
            number = small;
            return fits;
        }

        return false;
    }

    /// <summary>Reads the addresses of an <see cref="AddressList"/> option, one at a time.</summary>
    public static bool TryTakeAddress(ref WireReader list, out Ipv6Address address)
    {
        var fits = PimAddress.TryReadUnicast(ref list, out var result);
        address = result.Address;
        return fits;
    }

    bool Keep(ushort type, ReadOnlySpan<byte> value)
    {
        Type = type;
        Value = value;
        return true;
    }
}

namespace Kansatsu.Wire;

/// <summary>Link-state advertisements, or just their headers, in an OSPF packet: enumerate, then ask <see cref="IsClean"/>.</summary>
public ref struct OspfLsas
{
    WireReader _reader;
    readonly bool _isVersion3;
    readonly bool _areWhole;
    uint _left;

    internal OspfLsas(int version, byte type, ReadOnlySpan<byte> body)
    {
        _isVersion3 = version == 3;
        _areWhole = type == OspfHeader.LinkStateUpdate;
        _reader = new WireReader(body);
        IsClean = type switch
        {
            OspfHeader.LinkStateUpdate => _reader.TryReadUInt32(out _left),
            OspfHeader.DatabaseDescription => _reader.TrySkip(_isVersion3 ? 12 : 8),
            _ => true,
        };
        // Headers alone fill the rest of the packet; an update says how many advertisements it holds.
        if (type is OspfHeader.DatabaseDescription or OspfHeader.LinkStateAcknowledgment) _left = (uint)(_reader.Remaining / OspfHeader.LsaHeaderLength);
    }

    public bool IsClean { get; private set; }

    /// <summary>Seconds since it was made; the highest bit means that it does not age.</summary>
    public ushort Age { get; private set; }

    /// <summary>Of version 2 one byte, of version 3 two with the flooding scope in front.</summary>
    public ushort Type { get; private set; }

    public uint LinkStateId { get; private set; }

    public uint AdvertisingRouter { get; private set; }

    public uint SequenceNumber { get; private set; }

    /// <summary>Header and body in bytes, as declared.</summary>
    public ushort Length { get; private set; }

    public readonly OspfLsas Current => this;

    public readonly OspfLsas GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!IsClean || _left == 0) return false;
        _left--;
        if (!_reader.TryReadUInt16(out var age) || !_reader.TryReadUInt16(out var type) || !_reader.TryReadUInt32(out var id)
            || !_reader.TryReadUInt32(out var router) || !_reader.TryReadUInt32(out var sequence) || !_reader.TrySkip(2)
            || !_reader.TryReadUInt16(out var length) || (_areWhole && !_reader.TrySkip(length - OspfHeader.LsaHeaderLength)))
        {
            IsClean = false;
            return false;
        }

        (Age, LinkStateId, AdvertisingRouter, SequenceNumber, Length) = (age, id, router, sequence, length);
        Type = _isVersion3 ? type : (ushort)(type & 0xff);
        return true;
    }
}

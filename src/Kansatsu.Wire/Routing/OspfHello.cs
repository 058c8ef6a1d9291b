using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>An OSPF hello of both versions (RFC 2328 §A.3.2, RFC 5340 §A.3.2).</summary>
public readonly ref struct OspfHello
{
    const int NeighborsOffset = 20;

    readonly ReadOnlySpan<byte> _body;
    readonly bool _isVersion3;

    OspfHello(ReadOnlySpan<byte> body, bool isVersion3)
    {
        _body = body;
        _isVersion3 = isVersion3;
    }

    public static bool TryRead(OspfHeader header, out OspfHello hello)
    {
        var fits = header.Type == OspfHeader.Hello && header.Body.Length >= NeighborsOffset;
        hello = fits ? new OspfHello(header.Body, header.Version == 3) : default;
        return fits;
    }

    /// <summary>Of version 2: the network mask; of version 3: the interface id.</summary>
    public uint MaskOrInterface => BinaryPrimitives.ReadUInt32BigEndian(_body);

    public byte Priority => _body[_isVersion3 ? 4 : 7];

    public ushort HelloIntervalSeconds => BinaryPrimitives.ReadUInt16BigEndian(_body[(_isVersion3 ? 8 : 4)..]);

    public uint DeadIntervalSeconds => _isVersion3
        ? BinaryPrimitives.ReadUInt16BigEndian(_body[10..])
        : BinaryPrimitives.ReadUInt32BigEndian(_body[8..]);

    public uint DesignatedRouter => BinaryPrimitives.ReadUInt32BigEndian(_body[12..]);

    public uint BackupDesignatedRouter => BinaryPrimitives.ReadUInt32BigEndian(_body[16..]);

    public int NeighborCount => (_body.Length - NeighborsOffset) / 4;

    public uint Neighbor(int index) => BinaryPrimitives.ReadUInt32BigEndian(_body[(NeighborsOffset + (index * 4))..]);
}

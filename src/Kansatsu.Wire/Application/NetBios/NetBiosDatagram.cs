using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>A NetBIOS datagram (RFC 1002 §4.4): who tells whom, by NetBIOS names.</summary>
public readonly ref struct NetBiosDatagram
{
    public const byte Error = 0x13;

    const int HeaderLength = 10;
    const int SourceAddressAt = 4;
    const int NamesAt = 14;

    readonly ReadOnlySpan<byte> _bytes;

    NetBiosDatagram(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out NetBiosDatagram datagram)
    {
        var ok = bytes.Length >= HeaderLength;
        datagram = ok ? new NetBiosDatagram(bytes) : default;
        return ok;
    }

    /// <summary>0x10 direct unique, 0x11 direct group, 0x12 broadcast, 0x13 error, 0x14 to 0x16 queries of a distribution server.</summary>
    public byte Type => _bytes[0];

    public Ipv6Address SourceAddress => Ipv6Address.FromIpv4(BinaryPrimitives.ReadUInt32BigEndian(_bytes[SourceAddressAt..]));

    /// <summary>Writes both names (<see cref="NbnsName"/>); false when the datagram has none.</summary>
    public bool TryReadNames(out DnsName source, out DnsName destination)
    {
        source = destination = default;
        if (Type is < 0x10 or > 0x12 || _bytes.Length <= NamesAt) return false;
        var reader = new WireReader(_bytes[NamesAt..]);
        if (!DnsName.TrySkip(ref reader)) return false;
        source = new DnsName(_bytes, NamesAt);
        destination = new DnsName(_bytes, NamesAt + reader.Position);
        return true;
    }
}

using System.Buffers.Binary;

namespace Kansatsu.Wire;

/// <summary>Reads an ICMPv6 message (RFC 4443): checksum, known type and code, and the packet that an error quotes.</summary>
static class Icmpv6Layer
{
    /// <summary>Type, code, checksum and the four bytes that every error has before its quotation.</summary>
    public const int ErrorHeaderLength = 8;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < 4) return d.EndShort(LayerKind.Icmpv6, 4, Anomaly.Icmpv6TooShort);
        if (d.IpLayer >= 0 && d.EnclosingIp.Kind == LayerKind.Ipv4 && !d.IsQuoting) d.Flag(Anomaly.Ipv6IcmpOverWrongFamily);
        var type = bytes[0];
        var verdict = PseudoHeader.Verify(d, IpProtocols.Icmpv6, bytes, d.DeclaredRemaining, BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]));
        var isError = type is >= 1 and <= 4;
        var quotes = isError && bytes.Length > ErrorHeaderLength && !d.IsQuoting;
        ref var layer = ref d.PushTransport(LayerKind.Icmpv6, quotes ? ErrorHeaderLength : bytes.Length);
        layer.Checksum = verdict;
        layer.Value = (ushort)(type << 8 | bytes[1]);
        if (d.IsQuoting)
        {
            Icmpv6Rules.InspectQuoted(ref d, type);
            return LayerKind.None;
        }

        if (verdict is ChecksumVerdict.Bad or ChecksumVerdict.Offloaded) d.Flag(Anomaly.ChecksumIcmpv6);
        Icmpv6Rules.Inspect(ref d, type, bytes[1], bytes);
        if (!quotes) return LayerKind.None;
        d.Quote();
        return d.Rest[0] >> 4 == 6 ? LayerKind.Ipv6 : LayerKind.Data;
    }
}

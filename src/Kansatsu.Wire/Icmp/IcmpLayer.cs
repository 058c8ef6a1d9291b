namespace Kansatsu.Wire;

/// <summary>Reads an ICMP message (RFC 792): checksum, and the packet that an error quotes.</summary>
static class IcmpLayer
{
    public const int HeaderLength = 8;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (bytes.Length < 4) return d.EndShort(LayerKind.Icmp, 4, Anomaly.IcmpTooShort);
        if (d.IpLayer >= 0 && d.EnclosingIp.Kind == LayerKind.Ipv6 && !d.IsQuoting) d.Flag(Anomaly.Ipv6IcmpOverWrongFamily);
        var type = bytes[0];
        if (!IsAssigned(type) && !d.IsQuoting) d.Flag(Anomaly.IcmpUnknownType);
        var quotes = type is 3 or 4 or 5 or 11 or 12 && bytes.Length > HeaderLength && !d.IsQuoting;
        var verdict = d.IsQuoting || !d.IsComplete ? ChecksumVerdict.NotCaptured
            : Checksum.Fold(Checksum.Add(0, bytes)) == 0xffff ? ChecksumVerdict.Good : ChecksumVerdict.Bad;
        ref var layer = ref d.PushTransport(LayerKind.Icmp, quotes ? HeaderLength : bytes.Length);
        layer.Checksum = verdict;
        layer.Value = (ushort)(type << 8 | bytes[1]);
        if (verdict == ChecksumVerdict.Bad) d.Flag(Anomaly.ChecksumIcmp);
        if (!quotes) return LayerKind.None;
        d.Quote();
        if (d.Rest[0] >> 4 == 4) return LayerKind.Ipv4;
        d.Flag(Anomaly.IcmpQuotedTruncated);
        return LayerKind.Data;
    }

    /// <summary>IANA icmp-parameters, deprecated types included.</summary>
    static bool IsAssigned(byte type) => type is 0 or (>= 3 and <= 6) or (>= 8 and <= 18) or (>= 30 and <= 43) or 253 or 254;
}

namespace Kansatsu.Wire;

/// <summary>Dispatches to the readers of transports other than TCP and UDP.</summary>
static class OtherTransports
{
    public static LayerKind Read(LayerKind kind, ref Dissection d) => kind switch
    {
        LayerKind.Sctp => SctpLayer.Read(ref d),
        LayerKind.Dccp => DccpLayer.Read(ref d),
        LayerKind.UdpLite => UdpLiteLayer.Read(ref d),
        _ => d.End(StopReason.Unsupported, kind),
    };

    /// <summary>Verifies a checksum that covers only the beginning of the message, under a pseudo-header with the full length.</summary>
    public static ChecksumVerdict Verify(in Dissection d, byte protocol, ReadOnlySpan<byte> message, int covered)
    {
        if (d.IpLayer < 0) return ChecksumVerdict.None;
        if (d.IsQuoting || message.Length < covered) return ChecksumVerdict.NotCaptured;
        var sum = Checksum.Add(PseudoHeader.Sum(d, protocol, d.DeclaredRemaining), message[..covered]);
        return Checksum.Fold(sum) == 0xffff ? ChecksumVerdict.Good : ChecksumVerdict.Bad;
    }
}

using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>Reads a UDP header and says what its payload looks like.</summary>
static class UdpLayer
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!UdpHeader.TryRead(bytes, out var udp))
        {
            if (d.IsQuoting && bytes.Length >= 4) d.PushTransport(LayerKind.Udp, bytes.Length).Checksum = ChecksumVerdict.NotCaptured;
            return d.EndShort(LayerKind.Udp, UdpHeader.HeaderLength, Anomaly.UdpTooShort);
        }

        var declared = udp.Length == 0 ? d.DeclaredRemaining : udp.Length;
        if (declared < UdpHeader.HeaderLength || declared > d.DeclaredRemaining)
        {
            if (!d.IsQuoting) d.Flag(Anomaly.UdpLengthInvalid);
            declared = d.DeclaredRemaining;
            d.PushTransport(LayerKind.Udp, UdpHeader.HeaderLength).Checksum = ChecksumVerdict.NotCaptured;
            if (d.IsQuoting) return LayerKind.Data;
            d.Note(StopReason.Malformed, LayerKind.Udp);
            return d.Remaining == 0 ? LayerKind.None : UdpApplications.Identify(udp.SourcePort, udp.DestinationPort, d.Rest, d);
        }

        var verdict = udp.Checksum == 0 ? ChecksumVerdict.NotPresent : PseudoHeader.Verify(d, IpProtocols.Udp, bytes, declared, udp.Checksum);
        d.Limit(declared);
        d.PushTransport(LayerKind.Udp, UdpHeader.HeaderLength).Checksum = verdict;
        if (d.IsQuoting) return LayerKind.Data;
        if (verdict is ChecksumVerdict.Bad or ChecksumVerdict.Offloaded) d.Flag(Anomaly.ChecksumUdp);
        if (verdict == ChecksumVerdict.NotPresent && !d.HasElidedChecksum && d.IpLayer >= 0 && d.EnclosingIp.Kind == LayerKind.Ipv6) d.Flag(Anomaly.UdpZeroChecksumIpv6);
        if (udp.DestinationPort == 0) d.Flag(Anomaly.UdpPortZero);
        return d.Remaining == 0 ? LayerKind.None : UdpApplications.Identify(udp.SourcePort, udp.DestinationPort, d.Rest, d);
    }
}

namespace Kansatsu.Wire;

/// <summary>Reads a UDP-Lite header and says what its payload looks like.</summary>
static class UdpLiteLayer
{
    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!UdpLiteHeader.TryRead(bytes, out var udp))
        {
            if (d.IsQuoting && bytes.Length >= 4) d.PushTransport(LayerKind.UdpLite, bytes.Length).Checksum = ChecksumVerdict.NotCaptured;
            return d.EndShort(LayerKind.UdpLite, UdpLiteHeader.HeaderLength, Anomaly.UdpTooShort);
        }

        var coverage = udp.ChecksumCoverage == 0 ? d.DeclaredRemaining : udp.ChecksumCoverage;
        // At least the header must be covered (RFC 3828 §3.1).
        var isValid = coverage >= UdpLiteHeader.HeaderLength && coverage <= d.DeclaredRemaining;
        var verdict = isValid ? OtherTransports.Verify(d, IpProtocols.UdpLite, bytes, coverage) : ChecksumVerdict.NotCaptured;
        d.PushTransport(LayerKind.UdpLite, UdpLiteHeader.HeaderLength).Checksum = verdict;
        if (d.IsQuoting) return LayerKind.None;
        if (!isValid)
        {
            d.Flag(Anomaly.UdpLiteCoverageInvalid);
            d.Note(StopReason.Malformed, LayerKind.UdpLite);
        }

        if (verdict == ChecksumVerdict.Bad) d.Flag(Anomaly.ChecksumOther);
        return d.Remaining == 0 ? LayerKind.None : UdpApplications.Identify(udp.SourcePort, udp.DestinationPort, d.Rest, d);
    }
}

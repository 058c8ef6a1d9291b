namespace Kansatsu.Wire;

/// <summary>Reads a DCCP header.</summary>
static class DccpLayer
{
    const byte Protocol = 33;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!DccpHeader.TryRead(bytes, out var dccp))
        {
            if (d.IsQuoting && bytes.Length >= 4) d.PushTransport(LayerKind.Dccp, bytes.Length).Checksum = ChecksumVerdict.NotCaptured;
            return d.EndShort(LayerKind.Dccp, bytes.Length < DccpHeader.MinLength ? DccpHeader.MinLength : dccp.GenericLength, Anomaly.DccpTooShort);
        }

        var length = dccp.Length;
        if (length < dccp.GenericLength || length > d.DeclaredRemaining)
        {
            d.PushTransport(LayerKind.Dccp, dccp.GenericLength).Checksum = ChecksumVerdict.NotCaptured;
            return d.IsQuoting ? LayerKind.None : d.End(StopReason.Malformed, LayerKind.Dccp, Anomaly.DccpTooShort);
        }

        var covered = dccp.ChecksumCoverage == 0 ? d.DeclaredRemaining : Math.Min(length + ((dccp.ChecksumCoverage - 1) * 4), d.DeclaredRemaining);
        var verdict = OtherTransports.Verify(d, Protocol, bytes, covered);
        d.PushTransport(LayerKind.Dccp, Math.Min(length, bytes.Length)).Checksum = verdict;
        if (d.IsQuoting) return LayerKind.None;
        if (verdict == ChecksumVerdict.Bad) d.Flag(Anomaly.ChecksumOther);
        return bytes.Length < length ? d.EndShort(LayerKind.Dccp, length, Anomaly.DccpTooShort) : LayerKind.Data;
    }
}

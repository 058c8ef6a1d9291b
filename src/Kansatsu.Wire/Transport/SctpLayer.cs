namespace Kansatsu.Wire;

/// <summary>Reads an SCTP packet: its chunks are walked, not read further.</summary>
static class SctpLayer
{
    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!SctpHeader.TryRead(bytes, out var sctp))
        {
            if (d.IsQuoting && bytes.Length >= 4) d.PushTransport(LayerKind.Sctp, bytes.Length).Checksum = ChecksumVerdict.NotCaptured;
            return d.EndShort(LayerKind.Sctp, SctpHeader.HeaderLength, Anomaly.SctpTooShort);
        }

        var isComplete = d.IsComplete;
        var verdict = Verify(d, sctp);
        d.PushTransport(LayerKind.Sctp, SctpHeader.HeaderLength).Checksum = verdict;
        if (d.IsQuoting) return LayerKind.None;
        if (verdict == ChecksumVerdict.Bad) d.Flag(Anomaly.ChecksumOther);
        var chunks = sctp.Chunks;
        while (chunks.MoveNext())
        {
        }

        if (!chunks.IsClean) return isComplete ? d.End(StopReason.Malformed, LayerKind.Sctp) : d.End(d.Frame.IsCut ? StopReason.CutByCapture : StopReason.Truncated, LayerKind.Sctp);
        return LayerKind.None;
    }

    static ChecksumVerdict Verify(in Dissection d, in SctpHeader sctp)
    {
        if (d.IsQuoting || !d.IsComplete) return ChecksumVerdict.NotCaptured;
        // Zero says "not computed": offload, or agreed on because DTLS below protects the packet (RFC 9653).
        if (sctp.Checksum == 0) return ChecksumVerdict.NotPresent;
        return sctp.Checksum == sctp.ComputeChecksum() ? ChecksumVerdict.Good : ChecksumVerdict.Bad;
    }
}

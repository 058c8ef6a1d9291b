namespace Kansatsu.Wire;

/// <summary>Reads a PIM message; the packet that a register carries is read on.</summary>
static class PimLayer
{
    public const byte Protocol = 103;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!PimHeader.TryRead(bytes, out var pim)) return d.EndShort(LayerKind.Pim, PimHeader.Length, Anomaly.PimMalformed);
        var carries = pim.Version == 2 && pim.Type == PimTypes.Register && !pim.IsNullRegister && bytes.Length > PimHeader.RegisterLength && !d.IsQuoting;
        var whole = d.IsComplete && !d.IsQuoting;
        // Version 1 has IGMP's framing and is not read further.
        var verdict = pim.Version == 2 ? Verify(d, pim, bytes) : ChecksumVerdict.NotCaptured;
        ControlLayers.Push(ref d, LayerKind.Pim, carries ? PimHeader.RegisterLength : bytes.Length, verdict, pim.Type);
        if (whole && pim.Version == 2 && !IsWellFormed(pim.Type, bytes)) return d.End(StopReason.Malformed, LayerKind.Pim, Anomaly.PimMalformed);
        if (!carries) return LayerKind.None;
        return (d.Rest[0] >> 4) switch
        {
            4 => LayerKind.Ipv4,
            6 => LayerKind.Ipv6,
            _ => d.End(StopReason.Malformed, LayerKind.Pim, Anomaly.PimMalformed),
        };
    }

    /// <summary>
    /// Over IPv6 the pseudo-header is summed too; of a register only the first eight bytes are, but a sum over all of it is accepted (RFC 7761 §4.9).
    /// </summary>
    static ChecksumVerdict Verify(in Dissection d, in PimHeader pim, ReadOnlySpan<byte> message)
    {
        var verdict = VerifyOver(d, pim, message, d.DeclaredRemaining);
        return verdict == ChecksumVerdict.Good || pim.Type != PimTypes.Register || message.Length < PimHeader.RegisterLength || d.IsQuoting
            ? verdict
            : VerifyOver(d, pim, message, PimHeader.RegisterLength);
    }

    static ChecksumVerdict VerifyOver(in Dissection d, in PimHeader pim, ReadOnlySpan<byte> message, int length)
    {
        if (d.IpLayer >= 0 && d.Slot(d.IpLayer).Kind == LayerKind.Ipv6) return PseudoHeader.Verify(d, Protocol, message, length, pim.Checksum);
        if (d.IsQuoting || message.Length < length) return ChecksumVerdict.NotCaptured;
        return Checksum.Fold(Checksum.Add(0, message[..length])) == 0xffff ? ChecksumVerdict.Good : ChecksumVerdict.Bad;
    }

    static bool IsWellFormed(byte type, ReadOnlySpan<byte> message)
    {
        switch (type)
        {
            case PimTypes.Hello:
                PimHello.TryRead(message, out var hello);
                while (hello.MoveNext())
                {
                }

                return hello.IsClean;
            case PimTypes.JoinPrune or PimTypes.Graft or PimTypes.GraftAck:
                if (!PimJoinPrune.TryRead(message, out var joinPrune)) return false;
                var sources = joinPrune.Sources;
                while (sources.MoveNext())
                {
                }

                return sources.IsClean;
            case PimTypes.Bootstrap:
                if (!PimBootstrap.TryRead(message, out var bootstrap)) return false;
                while (bootstrap.MoveNext())
                {
                }

                return bootstrap.IsClean;
            case PimTypes.CandidateRp:
                if (!PimCandidateRp.TryRead(message, out var candidate)) return false;
                while (candidate.MoveNext())
                {
                }

                return candidate.IsClean;
            case PimTypes.Assert: return PimAssert.TryRead(message, out _);
            case PimTypes.RegisterStop: return PimRegisterStop.TryRead(message, out _);
            case PimTypes.Register: return message.Length >= PimHeader.RegisterLength;
            default: return true;
        }
    }
}

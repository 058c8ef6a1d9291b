using System.Runtime.CompilerServices;

namespace Kansatsu.Wire;

/// <summary>Reads a TCP header and says what its payload looks like.</summary>
static class TcpLayer
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!TcpHeader.TryRead(bytes, out var tcp)) return Short(ref d, bytes);
        var length = tcp.HeaderLength;
        if (length < TcpHeader.MinLength || length > d.DeclaredRemaining)
        {
            d.PushTransport(LayerKind.Tcp, TcpHeader.MinLength).Checksum = ChecksumVerdict.NotCaptured;
            return d.End(StopReason.Malformed, LayerKind.Tcp, Anomaly.TcpHeaderLengthInvalid);
        }

        var declared = d.DeclaredRemaining;
        var verdict = PseudoHeader.Verify(d, IpProtocols.Tcp, bytes, declared, tcp.Checksum);
        d.PushTransport(LayerKind.Tcp, Math.Min(length, bytes.Length)).Checksum = verdict;
        if (d.IsQuoting) return LayerKind.Data;
        if (verdict is ChecksumVerdict.Bad or ChecksumVerdict.Offloaded) d.Flag(Anomaly.ChecksumTcp);
        NameOddities(ref d, tcp);
        if (bytes.Length < length) return d.EndShort(LayerKind.Tcp, length - bytes.Length, Anomaly.TcpTooShort);
        return d.Remaining == 0 ? LayerKind.None : TcpApplications.Identify(tcp.SourcePort, tcp.DestinationPort, d.Rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void NameOddities(ref Dissection d, in TcpHeader tcp)
    {
        var flags = tcp.Flags;
        if ((flags & (TcpFlags.Syn | TcpFlags.Fin)) == (TcpFlags.Syn | TcpFlags.Fin)) d.Flag(Anomaly.TcpSynFin);
        if (flags == TcpFlags.None) d.Flag(Anomaly.TcpNullFlags);
        if ((flags & (TcpFlags.Fin | TcpFlags.Psh | TcpFlags.Urg | TcpFlags.Ack | TcpFlags.Syn)) == (TcpFlags.Fin | TcpFlags.Psh | TcpFlags.Urg)) d.Flag(Anomaly.TcpXmas);
        if (tcp.SourcePort == 0 || tcp.DestinationPort == 0) d.Flag(Anomaly.TcpPortZero);
        if ((flags & TcpFlags.Syn) != 0 && !TcpOptions.AreValid(tcp.Options)) d.Flag(Anomaly.TcpOptionInvalid);
    }

    /// <summary>Ports are read even when the rest of the header is missing: quotations often hold just eight bytes (RFC 792).</summary>
    static LayerKind Short(ref Dissection d, ReadOnlySpan<byte> bytes)
    {
        var end = d.EndShort(LayerKind.Tcp, TcpHeader.MinLength, Anomaly.TcpTooShort);
        if (bytes.Length >= 4) d.PushTransport(LayerKind.Tcp, bytes.Length).Checksum = ChecksumVerdict.NotCaptured;
        return end;
    }
}

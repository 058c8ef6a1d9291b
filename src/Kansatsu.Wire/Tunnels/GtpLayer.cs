namespace Kansatsu.Wire;

/// <summary>GTP: user packets are read on, signalling is only named.</summary>
static class GtpLayer
{
    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!GtpHeader.TryRead(bytes, out var header)) return d.EndShort(LayerKind.Gtp, GtpHeader.MinLength, Anomaly.TunnelLengthInvalid);
        if (header.MessageLength > d.DeclaredRemaining)
        {
            d.Flag(Anomaly.TunnelLengthInvalid);
            d.Note(StopReason.Truncated, LayerKind.Gtp);
        }

        if (!header.IsUserPacket)
        {
            d.Push(LayerKind.Gtp, d.Remaining).Value = header.MessageType;
            return LayerKind.None;
        }

        var length = header.Length;
        if (length < 0) return d.End(StopReason.Malformed, LayerKind.Gtp, Anomaly.TunnelLengthInvalid);
        if (bytes.Length < length) return d.EndShort(LayerKind.Gtp, length, Anomaly.TunnelLengthInvalid);
        d.Limit(Math.Min(header.MessageLength, d.DeclaredRemaining));
        d.Push(LayerKind.Gtp, Math.Min(length, d.Remaining)).Value = header.MessageType;
        if (d.Remaining == 0) return LayerKind.None;
        return (d.Rest[0] >> 4) switch
        {
            4 => LayerKind.Ipv4,
            6 => LayerKind.Ipv6,
            _ => LayerKind.Data,
        };
    }
}

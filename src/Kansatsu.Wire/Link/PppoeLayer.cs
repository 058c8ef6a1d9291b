namespace Kansatsu.Wire;

/// <summary>PPPoE: discovery ends here, a session carries PPP without HDLC framing.</summary>
static class PppoeLayer
{
    public static LayerKind Read(LayerKind kind, ref Dissection d)
    {
        if (!PppoeHeader.TryRead(d.Rest, out var header)) return d.EndShort(kind, PppoeHeader.HeaderLength, Anomaly.LinkTooShort);
        if (!d.Limit(PppoeHeader.HeaderLength + header.Length) && !d.IsQuoting)
        {
            d.Flag(Anomaly.TunnelLengthInvalid);
            d.Note(StopReason.Truncated, kind);
        }

        if (kind == LayerKind.PppoeDiscovery)
        {
            d.Push(kind, d.Remaining).Value = header.Code;
            return LayerKind.None;
        }

        d.Push(kind, PppoeHeader.HeaderLength).Value = header.Code;
        return LayerKind.Ppp;
    }
}

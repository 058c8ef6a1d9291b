namespace Kansatsu.Wire;

/// <summary>GRE, versions 0 and 1.</summary>
static class GreLayer
{
    const ushort Wccp = 0x883e;
    const ushort ErspanTwo = 0x88be;
    const ushort ErspanThree = 0x22eb;
    const int WccpRedirect = 4;

    public static LayerKind Read(ref Dissection d)
    {
        var bytes = d.Rest;
        if (!GreHeader.TryRead(bytes, out var gre)) return d.EndShort(LayerKind.Gre, GreHeader.MinLength, Anomaly.TunnelLengthInvalid);
        if (gre.Version > 1) return d.End(StopReason.Unsupported, LayerKind.Gre);
        var length = gre.Length;
        if (length > bytes.Length) return d.EndShort(LayerKind.Gre, length, Anomaly.TunnelLengthInvalid);

        var verdict = Verify(d, gre, bytes);
        if (gre.Version == 1 && gre.HasKey && !d.Limit(length + gre.PayloadLength) && !d.IsQuoting)
        {
            d.Flag(Anomaly.TunnelLengthInvalid);
            d.Note(StopReason.Truncated, LayerKind.Gre);
        }

        ref var layer = ref d.Push(LayerKind.Gre, length);
        layer.Value = gre.Protocol;
        layer.Checksum = verdict;
        if (verdict == ChecksumVerdict.Bad) d.Flag(Anomaly.ChecksumOther);
        // Acknowledgements of PPTP and keep-alives carry nothing.
        return d.DeclaredRemaining == 0 ? LayerKind.None : Next(gre.Protocol, ref d);
    }

    static ChecksumVerdict Verify(in Dissection d, in GreHeader gre, ReadOnlySpan<byte> bytes)
    {
        if (!gre.HasChecksum || gre.Version != 0) return ChecksumVerdict.None;
        if (d.IsQuoting || !d.IsComplete) return ChecksumVerdict.NotCaptured;
        return Checksum.Fold(Checksum.Add(0, bytes)) == 0xffff ? ChecksumVerdict.Good : ChecksumVerdict.Bad;
    }

    static LayerKind Next(ushort protocol, ref Dissection d)
    {
        switch (protocol)
        {
            case Wccp:
                // WCCP's first version puts the packet right here, its second a redirect header of four bytes before it.
                if (d.Remaining > WccpRedirect && d.Rest[0] >> 4 != 4) d.Skip(WccpRedirect);
                return LinkTypes.ByVersion(ref d);
            case ErspanTwo or ErspanThree: return LayerKind.Erspan;
            default: return EtherTypes.NextNamed(protocol, ref d);
        }
    }
}
